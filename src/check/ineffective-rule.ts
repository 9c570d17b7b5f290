import { distinct } from '../collections.js';
import type { GroupView } from '../cluster/group-view.js';

import { beliefsOf } from '../weigh/beliefs.js';
import { type Subjects, subjectWith } from '../cluster/subject.js';
import { allowsEverybody } from '../effective/rule-identity.js';
import { type EffectiveRule, membership } from '../effective/group-rules.js';
import { type GroupKey, isAccepted, isChanging, type RuleSide } from '../plan/rule.js';
import type { Check } from './check.js';
import { isRepeat } from './duplicate-rule.js';
import { type Finding, finding } from './finding.js';
import { idleFindings } from './standing-findings.js';

/** Narrow egress rules beside an allow-all that stays. */
export const ineffectiveRule: Check = {
  id: 'ineffective-rule',
  title: 'New rules change nothing',
  why: 'An egress rule that allows everything stays, so narrower ones beside it harden nothing; and the rules of a group that nothing names do nothing for the cluster.',
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
    return [
      ...distinct(keys).flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      ...unnamedGroups(subjects),
      ...idleFindings(ineffectiveRule, subjects),
    ];
  },
};

/** New groups that nobody is in. Their ids are not known yet, so nobody outside of the plan can name them. */
function unnamedGroups(subjects: Subjects): readonly Finding[] {
  const { plan } = subjects.world;
  if (subjects.subjects.length === 0 || plan.header.namesUnknownGroups) return [];
  const made = plan.groups.filter(
    ({ isData, existsBefore, existsAfter }) => !isData && existsAfter && !existsBefore,
  );
  if (made.length === 0) return [];
  const { keys, names, isAnyPossible } = namedGroups(subjects);
  if (isAnyPossible) return [];
  return made
    .filter(({ key, nameAfter }) => !keys.has(key) && !(nameAfter !== undefined && names.has(nameAfter.text)))
    .map((group) =>
      finding(ineffectiveRule, subjects, {
        group: group.key,
        causes: [group],
        reason: { kind: 'group-not-named', address: group.address },
        remedy: 'name-group',
      }),
    );
}

interface NamedGroups {
  readonly keys: ReadonlySet<GroupKey>;
  readonly names: ReadonlySet<string>;
  /** Somebody names a group that may be any. */
  readonly isAnyPossible: boolean;
}

/** The groups that clusters, pools, machines, ports and rules (as their peers) name after the plan. */
function namedGroups({ subjects, world: { plan, clusters } }: Subjects): NamedGroups {
  const attached = plan.attachments.flatMap(({ after }) => after?.groups ?? []);
  const refs = [
    ...plan.nodePools.flatMap(({ after }) => after?.groups ?? []),
    ...plan.clusters.flatMap(({ after }) => [after?.ownNodeGroup ?? []].flat()),
    ...attached.flatMap((group) => (group.by === 'id' ? [group.ref] : [])),
    ...plan.rules.flatMap(({ after }) => {
      if (after?.peer.kind !== 'group') return [];
      const { group } = after.peer;
      // A rule for members of its own group brings nobody into it.
      const isOwn = group.kind === 'group' && after.group.kind === 'group' && group.key === after.group.key;
      return isOwn ? [] : [group];
    }),
  ];
  const placed = clusters.flatMap(({ node, control, eni }) =>
    [node, control, eni].flatMap((group) => [group?.after ?? [], group?.also ?? []].flat()),
  );
  return {
    keys: new Set([
      ...refs.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : ref.oneOf)),
      ...placed,
      ...subjects.flatMap(({ groups }) => groups.map(({ key }) => key)),
    ]),
    names: new Set(attached.flatMap((group) => (group.by === 'name' ? [group.name] : []))),
    isAnyPossible: refs.some((ref) => ref.kind === 'unknown' && ref.oneOf.length === 0),
  };
}

function groupFindings(view: GroupView, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const written = world
    .rulesOf(view.key)
    .filter(isChanging)
    .filter(({ after }) => after !== undefined && isAccepted(after) && isEgress(after, view.key));
  if (written.length === 0) return [];
  const made = new Set(written.map(({ address }) => address));
  const allowing = view.rules.after.filter(
    ({ sides: [side], address }) =>
      isEgress(side, view.key) && allowsEverybody(side) && (address === undefined || !made.has(address)),
  );
  const believed = beliefsOf([view], (side) => isEgress(side, view.key) && allowsEverybody(side)).filter(
    ({ stands }) => stands !== 'no',
  );
  // What is believed to stand is told as that; of what a rule may or may not be, nothing is told.
  const isBelieved = ({ sides: [side] }: EffectiveRule): boolean =>
    believed.some(({ after }) => after === side);
  const stays = allowing.filter((rule) => rule.isSure || isBelieved(rule));
  const familiesOf = (rules: readonly EffectiveRule[]): ReadonlySet<unknown> =>
    new Set(rules.map(({ sides: [side] }) => side.family));
  const families = familiesOf(stays);
  const idle = written.filter(({ after }) => families.has(after?.family));
  // What repeats a rule is told as that.
  const told = idle.filter((rule) => !isRepeat(rule, subjects));
  const known = familiesOf(stays.filter((rule) => !isBelieved(rule)));
  const isSure = told.every(({ after }) => known.has(after?.family));
  // Beside a deny of egress an allow may matter.
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== 'allow' && side.direction !== 'ingress',
  );
  if (told.length === 0 || isDenied) return [];
  const owner = subjectWith(subjects, view.key);
  return [
    finding(ineffectiveRule, subjects, {
      cluster: view.cluster ?? owner?.cluster,
      group: view.key,
      causes: told,
      reason: { kind: 'egress-rules-idle', rules: told.length, isSure },
      restsOn: isSure ? [] : believed,
    }),
  ];
}

function isEgress(side: RuleSide, key: GroupKey): boolean {
  return side.direction === 'egress' && side.action === 'allow' && membership(side, key) === 'sure';
}
