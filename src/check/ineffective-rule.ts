import { distinct } from '../collections.js';
import type { GroupView } from '../cluster/group-view.js';

import type { Subjects } from '../cluster/subject.js';
import { isSamePeer } from '../effective/rule-identity.js';
import { membership } from '../effective/group-rules.js';
import { anyAddress } from '../net/address.js';
import { allTraffic, isSame, region } from '../net/region.js';
import { type GroupKey, isAccepted, isChanging, type RuleSide } from '../plan/rule.js';
import type { Check } from './check.js';
import { type Finding, finding } from './finding.js';

/** Narrow egress rules beside an allow-all that stays. */
export const ineffectiveRule: Check = {
  id: 'ineffective-rule',
  title: 'New egress rules change nothing',
  why: 'An egress rule that allows everything stays, so narrower ones beside it harden nothing.',
  remedy:
    'Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.',
  severities: { introduced: 'notice' },
  example: 'Egress rules are added to a new group that keeps the two default egress rules.',
  tables: [],
  about: 'rules',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return distinct(keys).flatMap((key) => groupFindings(subjects.viewOf(key), subjects));
  },
};

function groupFindings(view: GroupView, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const written = world
    .rulesOf(view.key)
    .filter(isChanging)
    .filter(({ after }) => after !== undefined && isAccepted(after) && isEgress(after, view.key));
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
  const owner = subjects.subjects.find(({ groups }) => groups.includes(view));
  return [
    finding(ineffectiveRule, subjects, {
      cluster: view.cluster ?? owner?.cluster,
      group: view.key,
      causes: idle,
      reason: { kind: 'egress-rules-idle', rules: idle.length },
    }),
  ];
}

function isEgress(side: RuleSide, key: GroupKey): boolean {
  return side.direction === 'egress' && side.action === 'allow' && membership(side, key) === 'sure';
}

function isAllowAll({ traffic, peer }: RuleSide): boolean {
  if (traffic.isAtMost === true || !isSamePeer(peer, { kind: 'any' })) return false;
  const all = anyAddress('IPv4');
  return isSame(region('egress', traffic.protocols, traffic.ports, all), allTraffic('egress', all));
}
