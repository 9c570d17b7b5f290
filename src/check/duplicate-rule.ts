import { firstOfEach, groupBy } from '../collections.js';
import type { DefaultRule } from '../cluster/default-rules.js';
import { type Subject, type Subjects, subjectWith } from '../cluster/subject.js';
import { isSameRule, isShift, type SameRule } from '../cluster/twins.js';
import type { World } from '../cluster/world.js';
import { intersect, isEmpty, type Region, unionOf } from '../net/region.js';
import { type GroupKey, isAccepted, isSecret, type Rule, type RuleSide } from '../plan/rule.js';
import { parseAddress } from '../terraform/traversal.js';
import { matched } from '../weigh/causes.js';
import { namedRanges } from '../weigh/named-ranges.js';
import { type Outcome, outcomeOf } from '../weigh/question.js';
import { allRows, type Asked } from '../weigh/row-sets.js';
import type { Check } from './check.js';
import { about, type Finding, finding, type Twin } from './finding.js';
import { impactFacts, isUnused } from './row-findings.js';
import { alikeFindings } from './standing-findings.js';

/** Creates that the API answers with 409, because the rule is there already. */
export const duplicateRule: Check = {
  id: 'duplicate-rule',
  title: 'A new rule repeats one that exists',
  why: 'The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way. When the key of a rule changes and no `moved` block says so, the new one is refused and the old one is destroyed all the same.',
  remedy: 'Remove the rule from the configuration, or import the one that exists.',
  severities: { introduced: 'warning' },
  example: 'A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.',
  tables: [],
  about: 'rules',
  breaks: true,
  leavesUnjudged: false,
  run: (subjects) => {
    const found = subjects.world.plan.rules.flatMap((rule) => repeatOf(rule, subjects));
    const kind = ({ rule, same }: Repeat): 'renamed' | 'shifting' | 'plain' =>
      subjects.world.renamed.has(rule.address) ? 'renamed' : isShift(same) ? 'shifting' : 'plain';
    const { renamed = [], shifting = [], plain = [] } = Object.fromEntries(groupBy(found, kind));
    return [
      ...renamedFindings(renamed, subjects),
      ...plain.map((repeat) => repeatFinding(repeat, subjects)),
      ...shiftFindings(shifting, subjects),
      ...alikeFindings(duplicateRule, subjects),
    ];
  },
};

/** A new rule, and what it repeats: a rule of the plan, or one that nobody manages. */
interface Repeat {
  readonly rule: Rule;
  readonly side: RuleSide;
  readonly key: GroupKey;
  readonly same: SameRule | undefined;
  readonly twin: Twin;
}

/** The rule of a group that the plan makes although it is there. */
export function isRepeat(rule: Rule, subjects: Subjects): boolean {
  return repeatOf(rule, subjects).length > 0;
}

function repeatOf(rule: Rule, subjects: Subjects): readonly Repeat[] {
  const { after } = rule;
  if (after === undefined || !rule.actions.includes('create') || !isAccepted(after)) return [];
  if (after.group.kind !== 'group') return [];
  const { key } = after.group;
  const same = subjects.world.twinOf(rule);
  const twin =
    same === undefined
      ? (defaultTwin(after, key, subjects) ?? seenTwin(after, key, subjects.world))
      : twinOfPlan(same, after);
  return twin === undefined ? [] : [{ rule, side: after, key, same, twin }];
}

/** When one of them is public, naming the other would tell its secret values. */
function twinOfPlan({ rule, side: other, fate }: SameRule, side: RuleSide): Twin {
  if (fate === 'itself') return { kind: 'itself' };
  const { address } = rule;
  return isSecret(side) === isSecret(other) ? { kind: 'rule', address } : { kind: 'sensitive-rule' };
}

function defaultTwin(side: RuleSide, key: GroupKey, { viewOf, world }: Subjects): Twin | undefined {
  const found = viewOf(key).defaults.find(
    (own) => own.belief.kind !== 'plan' && own.stands !== 'no' && isDefaultTwin(side, own, key, world),
  );
  if (found === undefined) return undefined;
  // Of a group that comes with this plan nobody has removed a rule.
  const isKnown = ['seen', 'recorded'].includes(found.belief.kind) && found.stands === 'surely';
  const isSure = found.before === undefined || isKnown;
  if (isSecret(side)) return { kind: 'sensitive-default-rule', isSure };
  return found.requirement === undefined
    ? { kind: 'rule-of-new-groups', isSure }
    : { kind: 'default-rule', row: found.requirement, isSure };
}

/** A rule that facts show, and that nobody manages. */
function seenTwin(side: RuleSide, key: GroupKey, { unmanaged, configuration }: World): Twin | undefined {
  const rules = unmanaged.get(key)?.rules ?? [];
  return rules.some((seen) => isSameRule(side, seen.side, key, configuration))
    ? { kind: 'seen-rule' }
    : undefined;
}

/** What the master node CIDR is, nobody documents: agreeing with a rule for it proves nothing. */
function isDefaultTwin(side: RuleSide, own: DefaultRule, key: GroupKey, world: World): boolean {
  const twin = own.before ?? own.after;
  return (
    twin !== undefined &&
    own.requirement?.peer !== 'master-node-cidr' &&
    isSameRule(side, twin, key, world.configuration)
  );
}

function repeatFinding({ rule, key, twin }: Repeat, subjects: Subjects): Finding {
  return finding(duplicateRule, subjects, {
    cluster: subjects.viewOf(key).cluster,
    group: key,
    causes: [rule],
    reason: { kind: 'repeats', rule: rule.address, twin },
  });
}

/** Instances of one block that change places, as when a count shifts: told once. */
function shiftFindings(shifting: readonly Repeat[], subjects: Subjects): readonly Finding[] {
  const alike = groupBy(shifting, ({ key, rule }) => JSON.stringify([key, blockWithoutKeys(rule.address)]));
  return [...alike.values()].map((same) => {
    const [{ key }] = same;
    const owner = subjectWith(subjects, key);
    return finding(duplicateRule, subjects, {
      cluster: subjects.viewOf(key).cluster ?? owner?.cluster,
      group: key,
      causes: same.map(({ rule }) => rule),
      reason: { kind: 'rules-shift', rules: same.length },
      remedy: 'stable-keys',
    });
  });
}

/** The address without the keys of instances. */
function blockWithoutKeys(address: string): string {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(' ');
}

/** What a row of a subject lacks until the next apply. */
interface LostRow {
  readonly subject: Subject;
  readonly asked: Asked;
  readonly outcome: Outcome;
  readonly region: Region;
}

function lostRows(subject: Subject, { world }: Subjects): readonly LostRow[] {
  if (subject.isLosingGroup) return [];
  return allRows(subject).flatMap((asked) => {
    const outcome = outcomeOf(asked.ask, subject, world);
    return isEmpty(outcome.refused) ? [] : [{ subject, asked, outcome, region: outcome.refused }];
  });
}

/** Each is told once, however many subjects are in its group. */
function renamedFindings(renamed: readonly Repeat[], subjects: Subjects): readonly Finding[] {
  if (renamed.length === 0) return [];
  const lost = subjects.subjects.flatMap((subject) => lostRows(subject, subjects));
  const byGroup = groupBy(
    lost.flatMap((one) => one.subject.groups.map(({ key }) => ({ key, one }))),
    ({ key }) => key,
  );
  return renamed.flatMap((repeat) => {
    const rows = (byGroup.get(repeat.key) ?? []).map(({ one }) => one);
    return renamedFinding(repeat, rows, subjects);
  });
}

/** The new rule is refused, the old one goes, and what it lets through is lost until the next apply. */
function renamedFinding(
  { rule, side, key, same, twin }: Repeat,
  lost: readonly LostRow[],
  subjects: Subjects,
): readonly Finding[] {
  if (same === undefined) return [];
  const own = lost.map((one) => {
    const lack = { subject: one.subject, question: one.outcome.question, region: one.region };
    return { ...one, region: intersect(one.region, matched(side, lack, subjects.world)) };
  });
  const grave = own.filter(({ region }) => !isUnused(region));
  const region = unionOf(grave.map((one) => one.region));
  const [first] = grave;
  return [
    finding(duplicateRule, subjects, {
      ...(first === undefined
        ? { cluster: subjects.viewOf(key).cluster, group: key }
        : {
            ...about(first.subject),
            severity: 'critical',
            packets: {
              region,
              naming: {
                whole: undefined,
                ranges: namedRanges(first.asked.row, first.subject),
                isSensitive: isSecret(side),
                isTrafficSensitive: isSecret(side),
              },
              fate: 'lost',
            },
          }),
      causes: [rule, same.rule],
      remedy: 'prove',
      reason: {
        kind: 'key-renamed',
        to: rule.address,
        from: twin.kind === 'rule' ? twin.address : undefined,
        canMove: rule.api === same.rule.api,
        isDeposed: same.rule.isDeposed,
        isDeny: side.action === 'deny',
        lost: firstOfEach(
          grave.map((one) => ({ row: one.asked.row, ...impactFacts(one, one.region) })),
          ({ row }) => row.id,
        ),
      },
    }),
  ];
}
