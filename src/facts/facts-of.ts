import { distinct } from '../collections.js';
import type { PeerSet } from '../net/peers.js';
import { inputError, type InputError } from '../plan/document/trouble.js';
import type { PlanParts, SecurityGroup } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';
import { err, ok, type Result } from '../result.js';
import type { Facts } from './facts.js';
import {
  addressesOfGroup,
  type ClusterContext,
  clusterSeen,
  groupSeen,
  nodePoolOf,
  secondaryCidrsOf,
  subnetOf,
  vpcOf,
} from './objects.js';
import { isKind, KINDS } from './entries.js';
import { type FactsFile, type Objects, readFactsFile } from './read-facts.js';
import { rulesReader } from './rules.js';
import { groupsWithRules, seenGroups } from './seen-groups.js';

/** A file that cannot be used, and why. */
export interface FactsTrouble {
  readonly path: string;
  readonly error: InputError;
}

/**
 * Reads files and puts together what they say. `date` says when somebody looked, for those that do not say it
 * themselves; an ISO instant.
 */
export function factsOfFiles(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  date: string | undefined,
): Result<Facts, FactsTrouble> {
  const read: FactsFile[] = [];
  for (const { path, bytes } of files) {
    const file = readFactsFile(path, bytes);
    if (!file.ok) return err({ path, error: file.error });
    read.push(file.value);
  }
  return factsOf(read, date);
}

function factsOf(files: readonly FactsFile[], date: string | undefined): Result<Facts, FactsTrouble> {
  const open = files.find((file) => file.isUnfinished && !files.some((other) => isLastPage(other, file)));
  if (open !== undefined) return err({ path: open.name, error: UNFINISHED });
  const answers = files.flatMap(({ content, fetchedAt }) =>
    content.kind === 'objects'
      ? [{ objects: content.objects, since: fetchedAt ?? date, isOwn: fetchedAt !== undefined }]
      : [],
  );
  const all = answers.map(({ objects }) => objects);
  // Pages come together: one of them may well hold rules of one direction.
  const ways = distinct(all.flatMap(waysOf));
  const listing = files.find(
    ({ content }) => content.kind === 'objects' && waysOf(content.objects).length > 0,
  );
  if (listing !== undefined && ways.length === 1) return err({ path: listing.name, error: ONE_WAY });
  const context = { madeFor: nodeGroupsMade(all) };
  return ok({
    lookedAt: files.map(({ name, fetchedAt, isAboutGroups, content }) => ({
      name,
      since: fetchedAt ?? date,
      isAboutGroups,
      groups: content.kind === 'objects' ? groupsWithRules(content.objects) : NO_GROUPS,
    })),
    told: files.map(({ name, content, region }) => ({
      name,
      parts: content.kind === 'state' ? content.parts : planPartsOf(content.objects, { ...context, region }),
      sensitiveIds: content.kind === 'state' ? content.parts.sensitiveIds : NO_GROUPS,
    })),
    seen: seenGroups(answers, rulesReader(addressGroupsOf(all))),
  });
}

const NO_GROUPS: ReadonlySet<GroupKey> = new Set();

const UNFINISHED = inputError(
  'is one page, and the last one is missing: what is not on it would count as gone. Name all pages, or make one file: cce-plan-guard facts --plan plan.json --output facts.json',
);
const ONE_WAY = inputError(
  'lists rules of one direction alone: what was left out would count as gone. List all rules of the group, without --ingress, --egress or another filter.',
);

const KIND_NAMES = Object.keys(KINDS).filter(isKind);

/** Whether a file ends the list of which the other is a page. */
function isLastPage(last: FactsFile, { content: page }: FactsFile): boolean {
  const { content } = last;
  if (last.isUnfinished || content.kind !== 'objects' || page.kind !== 'objects') return false;
  return KIND_NAMES.some((kind) => content.objects[kind].length > 0 && page.objects[kind].length > 0);
}

/** The directions of rules that are listed by themselves. */
function waysOf({ rule, 'rule-row': rows }: Objects): readonly string[] {
  return distinct([...rule.map(({ value }) => value.direction), ...rows.map(({ value }) => value.Direction)]);
}

function addressGroupsOf(all: readonly Objects[]): ReadonlyMap<string, PeerSet> {
  return new Map(
    all
      .flatMap((objects) => objects['address-group'])
      .flatMap(({ value }) => {
        const peers = addressesOfGroup(value);
        return peers === undefined ? [] : [[value.id, peers] as const];
      }),
  );
}

/** The node group that CCE made for a cluster, by what its description says. */
function nodeGroupsMade(all: readonly Objects[]): ClusterContext['madeFor'] {
  const made = new Map(
    all.flatMap(groupsOf).flatMap(({ origin, key }) => {
      return origin.kind === 'cce' && origin.role === 'node' ? [[origin.clusterId, key] as const] : [];
    }),
  );
  return (clusterId) => made.get(clusterId);
}

function groupsOf(objects: Objects): readonly SecurityGroup[] {
  return [
    ...objects.group.map(groupSeen),
    ...objects['group-row'].map(({ place, value }) =>
      groupSeen({ place, value: { id: value.ID, name: value.Name, description: value.Description } }),
    ),
  ];
}

function planPartsOf(objects: Objects, context: ClusterContext): PlanParts {
  return {
    groups: groupsOf(objects),
    rules: [],
    ruleIds: [],
    clusters: objects.cluster.map((cluster) => clusterSeen(cluster, context)),
    nodePools: objects['node-pool'].map(nodePoolOf),
    vpcs: objects.vpc.map(vpcOf),
    subnets: objects.subnet.map(subnetOf),
    secondaryCidrs: objects.vpc.flatMap(secondaryCidrsOf),
  };
}
