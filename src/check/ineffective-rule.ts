import type { GroupView } from '../cluster/group-view.js';
import { isSamePeer } from '../cluster/default-rules.js';
import type { Subjects } from '../cluster/subject.js';
import { anyAddress } from '../net/address.js';
import { allTraffic, isSame, region } from '../net/region.js';
import { isAccepted, type Rule, type RuleSide } from '../plan/rule.js';
import { distinct } from '../weigh/causes.js';
import { type Check, severityOf } from './check.js';
import type { Finding } from './finding.js';

/** Narrow egress rules beside an allow-all that stays. */
export const ineffectiveRule: Check = {
  id: 'ineffective-rule',
  title: 'New egress rules change nothing',
  why: 'An egress rule that allows everything stays, so narrower ones beside it harden nothing.',
  remedy:
    'Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.',
  severities: { introduced: 'notice' },
  example: 'Egress rules are added to a new group that keeps the two default egress rules.',
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return {
      findings: [...new Set(keys)].flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      resolved: [],
    };
  },
};

function groupFindings(view: GroupView, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const written = world.rulesOf(view.key).filter(({ after, change }) => {
    const isNew = change !== 'stands' && change !== 'drifted-away';
    return isNew && after !== undefined && isAccepted(after) && isEgress(after, view.key);
  });
  const made = new Set(written.map(({ address }) => address));
  const stays = view.rules.after.filter(
    ({ sides: [side], address, isSure }) =>
      isSure && isEgress(side, view.key) && isAllowAll(side) && (address === undefined || !made.has(address)),
  );
  const idle = written.filter(({ after }) =>
    stays.some(({ sides: [side] }) => side.family === after?.family),
  );
  // Beside a deny of egress an allow may matter.
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== 'allow' && side.direction !== 'ingress',
  );
  if (idle.length === 0 || isDenied) return [];
  return [finding(view, idle, subjects)];
}

function finding(view: GroupView, idle: readonly Rule[], subjects: Subjects): Finding {
  const what = idle.length === 1 ? 'a new egress rule changes' : `${idle.length} new egress rules change`;
  return {
    check: ineffectiveRule.id,
    severity: severityOf(ineffectiveRule, 'introduced', subjects),
    change: 'introduced',
    requirement: undefined,
    cluster:
      view.cluster?.name ?? subjects.subjects.find(({ groups }) => groups.includes(view))?.cluster.name,
    group: view.key,
    pool: undefined,
    packets: undefined,
    causes: distinct(idle),
    impact: 'egress is as open as before',
    statement: [`${what} nothing, because a rule that allows all egress stays`],
    remedy: ineffectiveRule.remedy,
    waived: undefined,
  };
}

function isEgress(side: RuleSide, key: string): boolean {
  return (
    side.direction === 'egress' &&
    side.action === 'allow' &&
    side.group.kind === 'group' &&
    side.group.key === key
  );
}

function isAllowAll({ traffic, peer }: RuleSide): boolean {
  if (traffic === 'unknown' || !isSamePeer(peer, { kind: 'any' })) return false;
  const all = anyAddress('IPv4');
  return isSame(region('egress', traffic.protocols, traffic.ports, all), allTraffic('egress', all));
}
