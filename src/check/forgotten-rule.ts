import { type Subject, type Subjects, subjectWith } from '../cluster/subject.js';
import { tokenPeers } from '../net/peers.js';
import { isEmpty, subtract } from '../net/region.js';
import { isPeerSensitive, type GroupKey, type Rule, type RuleSide } from '../plan/rule.js';
import type { OtherEnd } from '../weigh/packets.js';
import { groupToken, literally } from '../weigh/unchanged.js';
import type { Check } from './check.js';
import { about, type Finding, finding, type PacketsFound } from './finding.js';

/** Rules that Terraform drops from its state and leaves in the cloud. */
export const forgottenRule: Check = {
  id: 'forgotten-rule',
  title: 'A rule is forgotten and stands on',
  why: 'A rule that Terraform only forgets stays in the cloud, and the configuration no longer tells of it.',
  remedy:
    'To be rid of it, let the plan destroy it (no `destroy = false`) or delete it by hand; to keep it, leave it in the configuration.',
  severities: { introduced: 'notice' },
  example: 'A `removed` block with `destroy = false` for the rule for TCP 10250.',
  tables: [],
  about: 'rules',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) =>
    subjects.world.plan.rules.flatMap((rule) =>
      rule.actions.includes('forget') && rule.before !== undefined
        ? forgottenFinding(rule, rule.before, subjects)
        : [],
    ),
};

/** Rules of groups that are no cluster's are not ours. */
function forgottenFinding(rule: Rule, side: RuleSide, all: Subjects): readonly Finding[] {
  const { group } = side;
  if (group.kind !== 'group') return [];
  const subject = subjectWith(all, group.key);
  const view = all.viewOf(group.key);
  if (subject === undefined || view.resource?.isDestroyed === true) return [];
  const isPeerKnown =
    side.peer.kind !== 'one-of' && (side.peer.kind !== 'group' || side.peer.group.kind === 'group');
  const packets = isPeerKnown ? packetsOfRule(rule, side, { subject, all, key: group.key }) : undefined;
  const reason = {
    kind: 'forgotten',
    rule: rule.address,
    isDeny: side.action === 'deny',
    isSaidElsewhere: packets === undefined && isPeerKnown,
  } as const;
  const place = { ...about(subject), group: group.key, pool: undefined };
  return [finding(forgottenRule, all, { ...place, causes: [rule], packets, reason })];
}

interface Owner {
  readonly subject: Subject;
  readonly all: Subjects;
  readonly key: GroupKey;
}

/** What the rule matches and no managed rule of the group lets through; undefined when nothing is left. */
function packetsOfRule(rule: Rule, side: RuleSide, { subject, all, key }: Owner): PacketsFound | undefined {
  const { world, viewOf } = all;
  const rules = viewOf(key).rules.after.filter(({ address }) => address !== undefined);
  const forgotten = new Set(
    world.rulesOf(key).flatMap(({ actions, address }) => (actions.includes('forget') ? [address] : [])),
  );
  const own = rules
    .filter(({ address }) => address === rule.address)
    .map((one) => ({ ...one, sides: [{ ...side, action: 'allow' as const }] as const }));
  const others = rules.filter(
    ({ address = '', sides: [other] }) => !forgotten.has(address) && other.action === side.action,
  );
  const allows = others.map((one) => ({
    ...one,
    sides: [{ ...one.sides[0], action: 'allow' as const }] as const,
  }));
  const region = subtract(literally(own, world).possibly, literally(allows, world).surely);
  if (isEmpty(region)) return undefined;
  return {
    region,
    naming: {
      whole: namedPeer(side, subject, all),
      ranges: [],
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true,
    },
    fate: side.action === 'deny' ? 'missing' : 'open',
  };
}

/** A group as the peer, by what it is to the cluster or by how people know it. */
function namedPeer(
  side: RuleSide,
  { cluster, role, groups }: Subject,
  { viewOf, world }: Subjects,
): PacketsFound['naming']['whole'] {
  const { peer } = side;
  if (peer.kind !== 'group' || peer.group.kind !== 'group') return undefined;
  const { key } = peer.group;
  const isOf = (group: { readonly after: GroupKey | undefined } | undefined): boolean => group?.after === key;
  const known = isOf(cluster.node)
    ? 'node'
    : isOf(cluster.control)
      ? 'control'
      : isOf(cluster.eni)
        ? 'eni'
        : groups.some((own) => own.key === key)
          ? role
          : undefined;
  // The id that the cloud has in the place of a sensitive one the plan does not mark.
  const isSecret = isPeerSensitive(side) || world.plan.sensitiveIds.has(key);
  const shown = viewOf(key).resource?.address ?? (isSecret ? undefined : key);
  const other: OtherEnd =
    known !== undefined
      ? { kind: 'group', role: known }
      : shown === undefined
        ? { kind: 'sensitive' }
        : { kind: 'addresses', peers: tokenPeers(shown), names: [] };
  return { peers: tokenPeers(groupToken(key)), other };
}
