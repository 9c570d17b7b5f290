import { distinct, groupBy } from '../collections.js';
import { isRepeat } from '../check/duplicate-rule.js';
import type { Subject } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { addedRule, type Edit } from '../plan/edit.js';
import { EMPTY, isEmpty, type Region } from '../net/region.js';
import type { Plan } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';
import { type NewBlock, quoted } from '../terraform/write-hcl.js';
import { matched } from '../weigh/causes.js';
import type { Ailment, SickRow } from './ailment.js';
import { type Candidate, candidate, stagesOf } from './candidate.js';
import { type GroupExpression, type LabelFor, usualApi } from './naming.js';
import { type NewRule, V3_PRIORITY } from './new-rule.js';
import { RULE_TYPES, ruleResource } from './rule-hcl.js';
import { floorRules, ruleForGroup, type RulePlace, rowRules } from './row-rules.js';
import { fewestCovering } from './covering.js';

/** How HCL names things, and what new resources may be called. */
export interface Pen {
  readonly expressionsOf: (key: GroupKey) => readonly GroupExpression[];
  readonly labelFor: LabelFor;
}

/**
 * Rules for what the rows of an ailment lack, in an apply before the plan or together with it; against a deny, with a
 * priority that wins. Nothing when one of them cannot be written down.
 */
export function addRules(ailment: Ailment, pen: Pen): readonly Candidate[] {
  const lacking = lackingRows(ailment);
  const priority = priorityAgainst(lacking, ailment.subjects.world);
  if (priority === 'none') return [];
  const rules = lackedRules(lacking, ailment, { ...pen, priority });
  if (rules.length === 0) return [];
  // What stands now and goes is cut for a moment, unless its successor is there before.
  const goes = lacking.some(
    ({ found: { reason, change } }) =>
      change === 'introduced' && reason.kind === 'row' && reason.need === 'as-before',
  );
  return (goes ? [true, false] : [false]).map((isFirst) =>
    added(rules, isFirst, priority !== undefined, ailment.subjects.world.plan),
  );
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

/** `priority`: of rules that have to win against a deny. */
interface RankedPen extends Pen {
  readonly priority: number | undefined;
}

/** Rules by which nodes of other pools reach those of a pool that keeps them out. */
export function admitPools({ shutOut, subjects }: Ailment, pen: Pen): readonly Candidate[] {
  const wanted = shutOut.flatMap(({ subject, rows, pools }) =>
    rows.flatMap((row) =>
      pools.flatMap(([key]) => {
        const place = placeOfRules(subject);
        return place === undefined ? [] : ruleForGroup(row, place, key);
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

/** A rule with its block, for the module in which it is to stand. */
export interface WrittenRule {
  readonly side: NewRule['side'];
  readonly address: string;
  readonly api: 'v2' | 'v3';
  readonly module: string;
  readonly block: NewBlock;
}

/** The rule as a block in the module in which its group has a name; undefined when HCL has no words for it. */
function penned(
  rule: NewRule,
  { priority, world, expressionsOf, labelFor }: RankedPen & { readonly world: World },
): WrittenRule | undefined {
  const { side, rows, remote } = rule;
  if (side.group.kind !== 'group') return undefined;
  const { key } = side.group;
  const api = priority === undefined ? usualApi(key, world) : 'v3';
  if (api === 'nova') return undefined;
  for (const group of expressionsOf(key)) {
    const module = group.module ?? '';
    const other = remoteText(remote, module, expressionsOf);
    if (other === undefined) continue;
    const own: NewRule['side'] =
      api === 'v3' ? { ...side, priority: { kind: 'known', value: priority ?? V3_PRIORITY } } : side;
    const wanted = `cce_${rows.map(({ id }) => id.toLowerCase().replace('.', '_')).join('_')}`;
    const type = RULE_TYPES[api];
    const label = labelFor(wanted, { type, module, id: JSON.stringify([key, wanted, other.text, priority]) });
    const comments = rows.map(({ id, purpose }) => `${id}: ${purpose}`);
    const text = { label, api, side: own, group: group.text, remote: other.text, comments };
    const block = ruleResource(text);
    if (block === undefined) return undefined;
    return { side: own, address: `${module}${type}.${label}`, api, module, block };
  }
  return undefined;
}

/** How the module says who the other end is; no text: anybody. Undefined when it cannot. */
export function remoteText(
  remote: NewRule['remote'],
  module: string,
  expressionsOf: Pen['expressionsOf'],
): { readonly text: string | undefined } | undefined {
  switch (remote.kind) {
    case 'any':
      return { text: quoted('0.0.0.0/0') };
    case 'cidr': {
      const { cidr, reference } = remote;
      if (reference !== undefined && module === '') return { text: reference };
      return cidr === undefined ? undefined : { text: quoted(cidr) };
    }
    case 'group':
      return expressionsOf(remote.key).find((named) => named.module === undefined || named.module === module);
  }
}

function added(
  rules: readonly WrittenRule[],
  isFirst: boolean,
  isOutranking: boolean,
  plan: Plan,
): Candidate {
  const addresses = rules.map(({ address }) => address);
  const [{ module } = { module: '' }] = rules;
  return candidate({
    kind: 'add-rules',
    step: { kind: isOutranking ? 'outrank' : 'add-rules', rules: rules.length, isFirst },
    edits: addEdits(rules, isFirst),
    blocks: rules.map(({ block }) => block),
    module,
    stages: isFirst ? stagesOf(addresses, plan) : [],
  });
}

/** The edits that make the rules. */
export function addEdits(rules: readonly WrittenRule[], isFirst: boolean): readonly Edit[] {
  return rules.map(({ address, api, side }) => ({ kind: 'add', address, api, side, isFirst }));
}
