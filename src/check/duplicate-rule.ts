import type { DefaultRule } from '../cluster/default-rules.js';
import type { Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { type GroupKey, isAccepted, type Priority, type Rule, type RuleSide } from '../plan/rule.js';
import { type Check, severityOf } from './check.js';
import type { Finding } from './finding.js';
import { isPeerSensitive } from './rows.js';

/** Creates that the API answers with 409, because the rule is there already. */
export const duplicateRule: Check = {
  id: 'duplicate-rule',
  title: 'A new rule repeats one that exists',
  why: 'The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way.',
  remedy: 'Remove the rule from the configuration, or import the one that exists.',
  severities: { introduced: 'warning' },
  example: 'A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.',
  run: (subjects) => ({
    findings: subjects.world.plan.rules.flatMap((rule) => ruleFindings(rule, subjects)),
    resolved: [],
  }),
};

function ruleFindings(rule: Rule, subjects: Subjects): readonly Finding[] {
  const { after } = rule;
  if (after === undefined || !rule.actions.includes('create') || !isAccepted(after)) return [];
  if (after.group.kind !== 'group') return [];
  const { key } = after.group;
  const twin = twinOf(rule, after, key, subjects);
  if (twin === undefined) return [];
  const { cluster } = subjects.viewOf(key);
  return [
    {
      check: duplicateRule.id,
      severity: severityOf(duplicateRule, 'introduced', subjects),
      change: 'introduced',
      requirement: undefined,
      cluster: cluster?.name,
      group: key,
      pool: undefined,
      packets: undefined,
      causes: [{ address: rule.address, actions: rule.actions }],
      impact: 'the API answers 409 and the apply stops',
      statement: [`${rule.address} repeats ${twin}`],
      remedy: duplicateRule.remedy,
      waived: undefined,
    },
  ];
}

/** What it repeats, for people. */
function twinOf(rule: Rule, side: RuleSide, key: GroupKey, { viewOf, world }: Subjects): string | undefined {
  const view = viewOf(key);
  for (const other of world.rulesOf(key)) {
    const isSelf = other === rule;
    // Its own old object goes first, unless the new one is made first.
    if (other.before !== undefined && (!isSelf || rule.change === 'created-then-destroyed')) {
      if (isSameRule(side, other.before, key, world)) {
        return isSelf
          ? 'itself: the new rule is made before the old one goes'
          : nameOf(other, other.before, side);
      }
    }
    if (!isSelf && other.after !== undefined && other.actions.includes('create')) {
      if (isAccepted(other.after) && isSameRule(side, other.after, key, world)) {
        return nameOf(other, other.after, side);
      }
    }
  }
  const assumed = view.assumed.find((own) => isDefaultTwin(side, own, key, world));
  if (assumed === undefined) return undefined;
  if (isSecret(side)) return 'a rule that the group has already';
  return assumed.requirement === undefined
    ? 'a rule that every new group has'
    : `the rule ${assumed.requirement.id} that CCE makes`;
}

/** When one of them is public, naming the other would tell its secret values. */
function nameOf(twin: Rule, twinSide: RuleSide, side: RuleSide): string {
  return isSecret(side) !== isSecret(twinSide) ? 'another rule of the group' : twin.address;
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
