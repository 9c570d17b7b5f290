import { distinct, groupBy } from '../collections.js';
import { isRepeat } from '../check/duplicate-rule.js';
import type { Subject } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { addedRule, type Edit } from '../plan/edit.js';
import { EMPTY, isEmpty, type Region } from '../net/region.js';
import type { Plan } from '../plan/plan.js';
import { isNewEntry } from '../terraform/write-hcl.js';
import { matched } from '../weigh/causes.js';
import type { Ailment, SickRow } from './ailment.js';
import { takenAlong } from './along.js';
import { type Candidate, candidate, stagesOf } from './candidate.js';
import type { RuleMaker } from './writing/new-entry.js';
import type { NewRule } from './writing/new-rule.js';
import { floorRules, ruleForGroup, type RulePlace, rowRules } from './writing/row-rules.js';
import { type Pen, penned, type RankedPen, type WrittenRule } from './writing/written-rule.js';
import { fewestCovering } from './covering.js';

/**
 * Rules for what the rows of an ailment lack, in an apply before the plan or together with it; against a deny, with a
 * priority that wins. Nothing when one of them cannot be written down.
 */
export function addRules(ailment: Ailment, pen: Pen): readonly Candidate[] {
  const lacking = lackingRows(ailment);
  const priority = priorityAgainst(lacking, ailment.subjects.world);
  if (priority === 'none') return [];
  const { plan } = ailment.subjects.world;
  const rules = lackedRules(lacking, ailment, { ...pen, priority });
  if (rules.length === 0) return [];
  // What stands now and goes is cut for a moment, unless its successor is there before.
  const goes = lacking.some(
    ({ found: { reason, change } }) =>
      change === 'introduced' && reason.kind === 'row' && reason.need === 'as-before',
  );
  const first = (): readonly WrittenRule[] =>
    lackedRules(lacking, ailment, { ...pen, priority, makersOf: (key) => pen.makersOf(key).filter(isAlone) });
  return [
    ...(goes ? [added(first(), true, priority !== undefined, plan)] : []),
    added(rules, false, priority !== undefined, plan),
  ];

  /** Whether `-target` takes nothing along with a rule of the block. */
  function isAlone({ rules }: RuleMaker): boolean {
    const along = takenAlong([...rules.values()].slice(0, 1), plan);
    return along.others.length + along.needed.size === 0;
  }
}

/** The rows of an ailment that surely lack something: what may be let through already, a rule more might repeat. */
export function lackingRows({ rows }: Ailment): readonly LackingRow[] {
  return rows.flatMap((sick) => {
    const { packets, change } = sick.found;
    const isMissing = change === 'introduced' || change === 'pre-existing';
    return packets === undefined || !isMissing ? [] : [{ ...sick, region: packets.region }];
  });
}

/** The packets that a row lacks. */
export interface LackingRow extends SickRow {
  readonly region: Region;
}

/** As few rules as let through what the rows lack; none when one of them cannot be written down, or is refused. */
export function lackedRules(
  lacking: readonly LackingRow[],
  { subjects }: Ailment,
  pen: RankedPen,
): readonly WrittenRule[] {
  const { world } = subjects;
  const wanted = minimal(
    lacking.flatMap((one) => helpingRules(one, world)),
    lacking,
    world,
  );
  return writtenRules(wanted, subjects, pen);
}

/** All of them with their blocks, or none. */
function writtenRules(
  wanted: readonly NewRule[],
  subjects: Ailment['subjects'],
  pen: RankedPen,
): readonly WrittenRule[] {
  const rules = wanted.flatMap((rule) => penned(rule, { world: subjects.world, ...pen }) ?? []);
  // The API has one of them, or has had it until this plan: no second one that says the same can be made.
  const isRefused = rules.some((one) => isRepeat(addedRule({ ...one, isFirst: false }), subjects));
  return isRefused || rules.length < wanted.length ? [] : rules;
}

/** Rules by which nodes of other pools reach those of a pool that keeps them out. */
export function admitPools({ shutOut, subjects }: Ailment, pen: Pen): readonly Candidate[] {
  const wanted = shutOut.flatMap(({ subject, need, rows, pools }) =>
    rows.flatMap((row) =>
      pools.flatMap(([key]) => {
        const place = placeOfRules(subject);
        const purpose = `${need.id}, ${row.thing}: ${need.purpose}`;
        return place === undefined
          ? []
          : ruleForGroup(row, place, key).map((rule): NewRule => ({ ...rule, purpose }));
      }),
    ),
  );
  const rules = writtenRules(wanted, subjects, { ...pen, priority: undefined });
  return rules.length === 0 ? [] : [added(rules, false, false, subjects.world.plan)];
}

/** The rules of the row, or of its floor, that let some of what it lacks through. */
function helpingRules(lacking: LackingRow, world: World): readonly NewRule[] {
  const { found, subject, asked } = lacking;
  const { row } = asked;
  const place = placeOfRules(subject);
  if (place === undefined) return [];
  const { floor } = row;
  const isFloor = floor?.kind === 'ranges' && found.check.id === 'required-access';
  const rules = isFloor ? floorRules(row, floor.keep, place) : rowRules(row, place);
  return rules.filter((rule) => !isEmpty(coverOf(rule, lacking, world)));
}

/** The first of its groups has the new rules. */
function placeOfRules({ cluster, role, groups: [group], after }: Subject): RulePlace | undefined {
  if (group === undefined) return undefined;
  return {
    group: group.key,
    addresses: after.addresses,
    keys: {
      node: role === 'node' ? group.key : cluster.node.after,
      control: after.controlGroup,
      eni: role === 'eni' ? group.key : cluster.eni?.after,
    },
  };
}

/** What the rule lets through of what the row lacks. */
function coverOf({ side }: NewRule, { subject, asked, region }: LackingRow, world: World): Region {
  if (!subject.groups.some(({ key }) => side.group.kind === 'group' && side.group.key === key)) {
    return EMPTY;
  }
  return matched(side, { subject, question: asked.ask(subject.after), region }, world);
}

/** The rules, the same ones once, without those that the others make idle. */
function minimal(all: readonly NewRule[], lacking: readonly LackingRow[], world: World): readonly NewRule[] {
  const same = groupBy(all, ({ side }) =>
    JSON.stringify(side, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
  const rules = [...same.values()].map(([first, ...others]) => ({
    ...first,
    rows: distinct([first, ...others].flatMap(({ rows }) => rows)),
    covers: lacking.map((row) => coverOf(first, row, world)),
  }));
  return fewestCovering(rules);
}

/** The priority that wins against every deny that takes of these packets; undefined: none does, `none`: there is none. */
function priorityAgainst(lacking: readonly LackingRow[], world: World): number | 'none' | undefined {
  const denies = lacking.flatMap(({ subject, asked, region }) => {
    const lack = { subject, question: asked.ask(subject.after), region };
    return subject.after.rules
      .flatMap(({ sides }) => sides)
      .filter((side) => side.action !== 'allow' && !isEmpty(matched(side, lack, world)));
  });
  if (denies.length === 0) return undefined;
  const ranks = denies.map(({ priority }) => (priority.kind === 'known' ? priority.value : 1));
  const priority = Math.min(...ranks) - 1;
  return priority < 1 ? 'none' : priority;
}

function added(
  rules: readonly WrittenRule[],
  isFirst: boolean,
  isOutranking: boolean,
  plan: Plan,
): Candidate {
  const addresses = rules.map(({ address }) => address);
  return candidate({
    kind: 'add-rules',
    step: { kind: isOutranking ? 'outrank' : 'add-rules', rules: rules.length, isFirst },
    edits: addEdits(rules, isFirst),
    ...pastedHcl(rules),
    stages: isFirst ? stagesOf(addresses, plan) : [],
  });
}

/** What is to be pasted for the rules, and where blocks among it belong. */
export function pastedHcl(rules: readonly WrittenRule[]): Pick<Candidate, 'blocks' | 'module'> {
  const blocks = rules.filter(({ block }) => !isNewEntry(block));
  const [{ module } = { module: '' }] = blocks;
  return { blocks: rules.map(({ block }) => block), module };
}

/** The edits that make the rules. */
export function addEdits(
  rules: readonly WrittenRule[],
  isFirst: boolean,
): readonly Extract<Edit, { kind: 'add' }>[] {
  return rules.map(({ address, api, side }) => ({ kind: 'add', address, api, side, isFirst }));
}
