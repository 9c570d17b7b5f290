import { distinct } from '../collections.js';
import { addressesOf, type Reach } from '../cluster/addresses.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import { ID, type PlacedGroup } from '../cluster/placement.js';
import type { Subjects } from '../cluster/subject.js';
import type { ClusterConfiguration } from '../config/configuration.js';
import { ROLES } from '../model/requirement.js';
import { peersWithin, withoutTokens } from '../net/peers.js';
import type { ClusterSide, Plan, SideName } from '../plan/plan.js';
import { type GroupRef, knownKeys } from '../plan/rule.js';
import { must } from '../result.js';
import type { Check } from './check.js';
import { recordTroubles } from './default-rule-records.js';
import { flawsOfFacts, otherwiseInFacts } from './facts-findings.js';
import { type Contradiction, type Finding, finding } from './finding.js';

/** Entries of `clusters` that match nothing, or that the plan contradicts. */
export const configuration: Check = {
  id: 'configuration',
  title: 'The configuration file or the facts do not fit the plan',
  why: 'An entry that matches nothing counts for nothing, and one that contradicts the plan may hide what breaks; so may facts that are old, or not of this cloud project.',
  remedy: 'Correct the entry in the configuration file, or remove it.',
  severities: { introduced: 'warning' },
  example: 'A cluster `porud` under `clusters`, where the plan has the cluster `prod`.',
  tables: [],
  about: 'configuration',
  breaks: false,
  leavesUnjudged: false,
  // One file may serve several plans: what matches nothing in all of them is told once, by `idleEntries`.
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => [
      ...contradicted(cluster, subjects),
      ...recordTroubles(cluster, subjects).map((trouble) =>
        finding(configuration, subjects, { cluster, reason: { kind: 'record-troubled', trouble } }),
      ),
    ]),
    ...otherwiseInFacts(subjects).map(({ group, cluster, ...otherwise }) =>
      finding(configuration, subjects, {
        group,
        cluster,
        reason: { kind: 'facts-otherwise', ...otherwise },
        remedy: 'look-again',
      }),
    ),
  ],
};

/** Entries of `clusters`, and groups that they name, that match nothing in any plan of the run. */
export function idleEntries(plans: readonly Subjects[], first: Subjects): readonly Finding[] {
  const { clusters } = first.world.configuration;
  if (clusters.length === 0) return [];
  const told = plans.map(({ world }) => world);
  const shown = new Set(told.flatMap((world) => groupTexts(world)));
  const placed = new Set(
    told.flatMap((world) => world.clusters.flatMap((one) => (isToldOf(one) ? [one.configuration] : []))),
  );
  return clusters.flatMap((entry): readonly Finding[] => {
    const texts = distinct(ROLES.flatMap((role) => entry.securityGroups[role]));
    const missing = texts.filter((text) => !shown.has(text));
    const { name } = entry;
    const cluster = { name, label: name, resource: undefined };
    if (!placed.has(entry) && missing.length === texts.length) {
      return [
        finding(configuration, first, { cluster, reason: { kind: 'entry-unused', name, groups: texts } }),
      ];
    }
    // The id of a group that no rule of the plan is in says nothing wrong.
    return missing
      .filter((text) => !ID.test(text))
      .map((text) => finding(configuration, first, { cluster, reason: { kind: 'group-not-found', text } }));
  });
}

/** What is to be said of files of facts as such, once for all plans of the run. */
export function factsFindings(plans: readonly Subjects[], first: Subjects): readonly Finding[] {
  return flawsOfFacts(plans).map((flaw) =>
    finding(configuration, first, { reason: { kind: 'facts-flawed', flaw }, remedy: 'look-again' }),
  );
}

/** Whether something beside the configuration tells of the cluster. */
export function isToldOf({ resource, node, control, eni }: BoundCluster): boolean {
  const isTold = [node, control, eni].some(
    (group) => group?.placedBy === 'name' || group?.placedBy === 'description',
  );
  return resource !== undefined || isTold;
}

/** Every text by which an entry may name a group of the plan. */
function groupTexts({ plan }: Subjects['world']): readonly (string | undefined)[] {
  const sides = plan.rules.flatMap(({ before, after, drifted }) => [before, after, drifted]);
  const pools = plan.nodePools.flatMap(({ before, after }) => [before, after]);
  const clusters = plan.clusters.flatMap(({ before, after }) => [before, after]);
  const refs = [
    ...sides.flatMap((side) => (side === undefined ? [] : [side.group])),
    ...pools.flatMap((side) => side?.groups ?? []),
    ...clusters.flatMap((side) => [side?.nodeGroup, side?.controlGroup, side?.ownNodeGroup]),
  ];
  return [
    ...knownKeys(refs.filter((ref) => ref !== undefined)),
    ...plan.groups.flatMap((group) => [
      group.key,
      group.address,
      group.nameBefore?.text,
      group.nameAfter?.text,
    ]),
  ];
}

/** What the plan itself knows of the cluster, and says otherwise. The configuration counts all the same. */
function contradicted(cluster: BoundCluster, subjects: Subjects): readonly Finding[] {
  const { configuration: entry, resource } = cluster;
  if (entry === undefined || resource === undefined) return [];
  const which = resource.after === undefined ? 'before' : 'after';
  const shown: Shown = {
    cluster,
    address: resource.address,
    side: must(resource[which], 'it is there'),
    which,
  };
  return [
    ...otherModel(shown, entry),
    ...otherAddresses(shown, subjects.world.plan),
    ...otherGroups(shown),
  ].map((contradiction) =>
    finding(configuration, subjects, { cluster, reason: { kind: 'entry-contradicts', contradiction } }),
  );
}

/** A cluster that the plan shows, on the later side that it has. */
interface Shown {
  readonly cluster: BoundCluster;
  readonly address: string;
  readonly side: ClusterSide;
  readonly which: SideName;
}

function otherModel({ address, side }: Shown, { networkModel }: ClusterConfiguration): Contradiction[] {
  const type = side.networkType?.text;
  if (networkModel === undefined || type === undefined || type === networkModel) return [];
  return [{ key: 'network-model', source: `${address}.container_network_type` }];
}

/** The configuration may name more than the plan shows, but not leave out what it does. */
function otherAddresses({ cluster, which }: Shown, plan: Plan): Contradiction[] {
  const { model, resource, [which]: bound } = cluster;
  if (model === undefined || bound === undefined) return [];
  const told = addressesOf(plan, { cluster: resource, model, configured: undefined }, which);
  const isOther = (given: Reach, { peers }: Reach): boolean =>
    given.isConfigured && !peersWithin(withoutTokens(peers), given.peers);
  return [
    ...(isOther(bound.vpc, told.vpc) ? [{ key: 'vpc-cidrs', source: told.vpc.source } as const] : []),
    ...(isOther(bound.container, told.container)
      ? [{ key: 'container-cidrs', source: told.container.source } as const]
      : []),
  ];
}

function otherGroups({ cluster, address, side, which }: Shown): Contradiction[] {
  const isOther = (group: PlacedGroup, told: readonly (GroupRef | undefined)[]): boolean => {
    const keys = knownKeys(told.filter((ref) => ref !== undefined));
    const named = [group[which], ...group.also];
    return group.placedBy === 'configuration' && keys.length > 0 && !keys.some((key) => named.includes(key));
  };
  const { node, control } = cluster;
  return [
    ...(isOther(node, [side.nodeGroup, side.ownNodeGroup]) ? ['security_group_node'] : []),
    ...(isOther(control, [side.controlGroup]) ? ['security_group_control'] : []),
  ].map((attribute) => ({ key: 'security-groups', source: `${address}.${attribute}` }));
}
