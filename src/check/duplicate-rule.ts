import type { DefaultRule } from '../cluster/default-rules.js';
import type { Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { type GroupKey, isAccepted, type Priority, type Rule, type RuleSide } from '../plan/rule.js';
import type { Check } from './check.js';
import { type Finding, finding, type Twin } from './finding.js';
import { isPeerSensitive } from './row-findings.js';

/** Creates that the API answers with 409, because the rule is there already. */
export const duplicateRule: Check = {
  id: 'duplicate-rule',
  title: 'A new rule repeats one that exists',
  why: 'The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way.',
  remedy: 'Remove the rule from the configuration, or import the one that exists.',
  severities: { introduced: 'warning' },
  example: 'A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.',
  tables: [],
  about: 'rules',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap((rule) => repeatFindings(rule, subjects)),
};

function repeatFindings(rule: Rule, subjects: Subjects): readonly Finding[] {
  const { after } = rule;
  if (after === undefined || !rule.actions.includes('create') || !isAccepted(after)) return [];
  if (after.group.kind !== 'group') return [];
  const { key } = after.group;
  const twin = twinOf(rule, after, key, subjects);
  if (twin === undefined) return [];
  return [
    finding(duplicateRule, subjects, {
      cluster: subjects.viewOf(key).cluster,
      group: key,
      causes: [rule],
      reason: { kind: 'repeats', rule: rule.address, twin },
    }),
  ];
}

/** The rule that it repeats. */
function twinOf(rule: Rule, side: RuleSide, key: GroupKey, { viewOf, world }: Subjects): Twin | undefined {
  const view = viewOf(key);
  for (const other of world.rulesOf(key)) {
    const isSelf = other === rule;
    // Its own old object goes first, unless the new one is made first.
    if (other.before !== undefined && (!isSelf || rule.change === 'created-then-destroyed')) {
      if (isSameRule(side, other.before, key, world)) {
        return isSelf ? { kind: 'itself' } : twinRule(other, other.before, side);
      }
    }
    if (!isSelf && other.after !== undefined && other.actions.includes('create')) {
      if (isAccepted(other.after) && isSameRule(side, other.after, key, world)) {
        return twinRule(other, other.after, side);
      }
    }
  }
  const assumed = view.assumed.find((own) => isDefaultTwin(side, own, key, world));
  if (assumed === undefined) return undefined;
  if (isSecret(side)) return { kind: 'sensitive-default-rule' };
  return assumed.requirement === undefined
    ? { kind: 'rule-of-new-groups' }
    : { kind: 'default-rule', row: assumed.requirement };
}

/** When one of them is public, naming the other would tell its secret values. */
function twinRule({ address }: Rule, twinSide: RuleSide, side: RuleSide): Twin {
  return isSecret(side) !== isSecret(twinSide) ? { kind: 'sensitive-rule' } : { kind: 'rule', address };
}

function isSecret(side: RuleSide): boolean {
  return side.isTrafficSensitive === true || isPeerSensitive(side);
}

/** What the master node CIDR is, nobody documents: agreeing with a rule for it proves nothing. */
function isDefaultTwin(side: RuleSide, own: DefaultRule, key: GroupKey, world: World): boolean {
  const twin = own.before ?? own.after;
  return (
    twin !== undefined && own.requirement?.peer !== 'master-node-cidr' && isSameRule(side, twin, key, world)
  );
}

/** Identity as the API has it: description does not count; action and priority do, where there are any. */
function isSameRule(a: RuleSide, b: RuleSide, key: GroupKey, world: World): boolean {
  return (
    b.group.kind === 'group' &&
    b.group.key === key &&
    a.direction === b.direction &&
    a.direction !== 'unknown' &&
    a.family === b.family &&
    a.family !== 'unknown' &&
    a.action === b.action &&
    a.action !== 'unknown' &&
    isSamePriority(a.priority, b.priority, world) &&
    isSamePeer(a.peer, b.peer) &&
    isSameTraffic(a.traffic, b.traffic)
  );
}

function isSamePriority(a: Priority, b: Priority, { configuration }: World): boolean {
  if (a.kind === 'undocumented' && b.kind === 'undocumented') return true;
  const value = (priority: Priority): number | undefined =>
    priority.kind === 'known'
      ? priority.value
      : priority.kind === 'undocumented'
        ? configuration.defaultRulePriority
        : undefined;
  return value(a) !== undefined && value(a) === value(b);
}
