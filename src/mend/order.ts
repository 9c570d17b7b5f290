import { NO_FACTS, type Facts } from '../facts/facts.js';
import type { World } from '../cluster/world.js';
import { isSameRule } from '../cluster/twins.js';
import { distinct } from '../collections.js';
import { EMPTY, isEmpty } from '../net/region.js';
import { addedRule, type Edit, planWith } from '../plan/edit.js';
import type { Plan } from '../plan/plan.js';
import { isAccepted, type Rule } from '../plan/rule.js';
import type { Fix, OrderFound } from '../report/fix.js';
import { must } from '../result.js';
import { type Trial, tryRun } from '../run.js';
import { matched } from '../weigh/causes.js';
import { addEdits, pastedHcl } from './add-rules.js';
import type { Ailment } from './ailment.js';
import { changesOf, takenAlong } from './along.js';
import { appliedPart } from './applied.js';
import { candidate, stagesOf } from './candidate.js';
import { isCured, type Judged } from './proof.js';
import { fewestCovering } from './covering.js';
import { differenceOf } from './wire.js';
import { blockApart } from './writing/apart.js';
import type { Pen } from './writing/written-rule.js';

/**
 * A safe order for what the findings say is cut while the plan is applied: the new rules that let it through come in an
 * apply of their own, and rules that are replaced make the new one first. Each apply is judged as a plan by itself: the
 * findings are gone, and none above notice has come. While a plan is applied only that counts which stands all the time,
 * so this holds whatever order Terraform chooses within an apply.
 */
export function orderFor(ailment: Ailment, judged: Judged, pen: Pen): OrderFound {
  if (!ailment.findings.every(({ change }) => change === 'transient')) return withoutOrder(ailment);
  const { comers, replaced, fewest } = orderParts(ailment);
  const ways: readonly Way[] = [
    { first: comers, newFirst: [] },
    { first: [], newFirst: replaced },
    { first: comers, newFirst: replaced },
  ].filter(({ first, newFirst }) => first.length + newFirst.length > 0);
  const { plan } = must(judged.input.plans[ailment.plan], 'an ailment is of a plan of the run');
  const along = takenAlong(comers, plan);
  const found = ways.find(
    (way) =>
      (way.first.length === 0 || along.others.length === 0) && isSafe(way, along.needed, ailment, judged),
  );
  if (found !== undefined) return { kind: 'order', fix: orderFix(found, plan) };
  const merged = mergedFirst(fewest, ailment, judged, pen);
  if (merged !== undefined) return { kind: 'order', fix: merged };
  const { world } = ailment.subjects;
  const again = replaced.filter((rule) => isAsBefore(rule, world));
  if (again.length > 0) return { kind: 'same-again', addresses: again.map(({ address }) => address) };
  const equal = equalRules([...comers, ...replaced], world);
  if (equal.length > 0) return { kind: 'equal-rules', addresses: equal };
  return along.others.length > 0 ? { kind: 'comes-along', addresses: along.others } : { kind: 'none-holds' };
}

/** Rules that say the same as what goes at another address leave no order; anything else is not about the order. */
function withoutOrder({ found }: Ailment): OrderFound {
  const rules = found.flatMap(({ reason }) => (reason.kind === 'key-renamed' ? [reason.to] : []));
  return rules.length > 0 ? { kind: 'equal-rules', addresses: distinct(rules) } : { kind: 'not-transient' };
}

/** New rules that come first, and rules that are to be replaced the other way round. */
interface Way {
  readonly first: readonly Rule[];
  readonly newFirst: readonly Rule[];
}

/** More new rules than these are all taken: to find out which could be left out costs their square. */
const MANY = 60;

interface OrderParts {
  /** New rules that let through what would be cut; no fewer do. */
  readonly comers: readonly Rule[];
  /** Rules that are replaced, the old one first. */
  readonly replaced: readonly Rule[];
  /** As few of both as let all of it through. */
  readonly fewest: readonly Rule[];
}

function orderParts({ rows, groups, subjects: { world } }: Ailment): OrderParts {
  const own = groups.flatMap((key) => world.rulesOf(key));
  const meeting = distinct(own).flatMap((rule) => {
    const { after, change, address } = rule;
    if (change !== 'created' && change !== 'destroyed-then-created') return [];
    if (after?.group.kind !== 'group' || !isAccepted(after) || after.action !== 'allow') return [];
    const { key } = after.group;
    const covers = rows.map(({ subject, asked, found: { packets = { region: EMPTY } } }) =>
      subject.groups.some((group) => group.key === key)
        ? matched(after, { subject, question: asked.ask(subject.after), region: packets.region }, world)
        : EMPTY,
    );
    return world.isElsewhere(address) || covers.every(isEmpty) ? [] : [{ rule, covers }];
  });
  const created = meeting.filter(({ rule }) => rule.change === 'created');
  return {
    comers: (created.length > MANY ? created : fewestCovering(created)).map(({ rule }) => rule),
    fewest: meeting.length > MANY ? [] : fewestCovering(meeting).map(({ rule }) => rule),
    replaced: meeting.flatMap(({ rule }) => (rule.change === 'created' ? [] : [rule])),
  };
}

/** Whether a rule that is replaced says the same as before. */
function isAsBefore({ before, after }: Rule, { configuration }: World): boolean {
  return (
    before !== undefined &&
    after?.group.kind === 'group' &&
    isSameRule(after, before, after.group.key, configuration)
  );
}

/** Rules of which the API has an equal one until the plan has taken it away; by their addresses. */
function equalRules(rules: readonly Rule[], { twinOf }: World): readonly string[] {
  return rules.flatMap((rule) => (twinOf(rule) === undefined ? [] : [rule.address]));
}

/** Judges each apply as a plan by itself. */
function isSafe(
  { first, newFirst }: Way,
  needed: ReadonlySet<string>,
  ailment: Ailment,
  judged: Judged,
): boolean {
  const { plan } = must(judged.input.plans[ailment.plan], 'an ailment is of a plan of the run');
  const turned = planWith(
    plan,
    newFirst.map(({ address }) => ({ kind: 'new-first', address })),
  );
  const runs = first.length === 0 ? [judgedAs(turned, [], ailment, judged)] : stagedRuns();
  return runs.every((run) => keepsAll(run, ailment, judged));

  function stagedRuns(): readonly Trial[] {
    const done = new Set([...first.map(({ address }) => address), ...needed]);
    const rest = changesOf(plan).filter(({ address }) => !done.has(address));
    const alone = planWith(plan, rest.map(kept));
    const later = appliedPart(turned, (address) => done.has(address));
    return [judgedAs(alone, [], ailment, judged), judgedAs(later, first, ailment, judged)];
  }
}

function kept({ address }: Pick<Rule, 'address'>): Edit {
  return { kind: 'keep', address };
}

/** Whether an apply cuts nothing of the ailment, and makes no rule that may be refused. */
function keepsAll({ report: { findings, ...report } }: Trial, ailment: Ailment, { run }: Judged): boolean {
  const own = new Set(ailment.groups);
  const mayBeRefused = findings.some(
    ({ check, group, waived }) =>
      check.id === 'duplicate-rule' && group !== undefined && own.has(group.key) && waived === undefined,
  );
  // What the configuration records is for the whole of the plan.
  const counted = findings.filter(({ reason }) => reason.kind !== 'record-troubled');
  return !mayBeRefused && isCured(run.report, { ...report, findings: counted }, ailment);
}

/**
 * The new rules as blocks of their own, in a change that is merged and applied first; then this one, without the rules
 * that stand by then. Undefined when one of them cannot be written down, or it is not safe.
 */
function mergedFirst(rules: readonly Rule[], ailment: Ailment, judged: Judged, pen: Pen): Fix | undefined {
  const { subjects } = ailment;
  const { plan } = subjects.world;
  const written = rules.flatMap((rule) => blockApart(rule, subjects, pen) ?? []);
  if (rules.length === 0 || written.length < rules.length) return undefined;
  const then: readonly Edit[] = [
    ...addEdits(written, true),
    ...rules.map(({ address }): Edit => ({ kind: 'remove', address })),
  ];
  const made = addEdits(written, false);
  const before = planWith(plan, [...changesOf(plan).map(kept), ...made]);
  const runs = [
    judgedAs(before, [], ailment, judged),
    judgedAs(planWith(plan, then), made.map(addedRule), ailment, judged),
  ];
  if (!runs.every((run) => keepsAll(run, ailment, judged))) return undefined;
  return {
    ...candidate({
      kind: 'order',
      step: { kind: 'merge-first', rules: rules.length, left: rules.map(({ address }) => address) },
      edits: then,
      ...pastedHcl(written),
      stages: stagesOf([], plan),
    }),
    ...{ configuration: undefined, effects: [] },
    ...differenceOf(subjects, planWith(plan, then), plan),
  };
}

function judgedAs(
  plan: Plan,
  made: readonly Rule[],
  { plan: index }: Ailment,
  { input, run }: Judged,
): Trial {
  const changed = {
    ...input,
    plans: input.plans.map((one, at) => (at === index ? { ...one, plan } : one)),
    facts: factsWith(input.facts ?? NO_FACTS, made),
  };
  return tryRun(changed, run);
}

/** Facts as they are once these rules have been made. */
function factsWith(facts: Facts, made: readonly Rule[]): Facts {
  if (made.length === 0 || facts.seen.size === 0) return facts;
  const seen = [...facts.seen].map(([key, group]) => {
    const more = made.flatMap(({ address, after }) =>
      after?.group.kind === 'group' && after.group.key === key ? [{ id: address, side: after }] : [],
    );
    return [key, { ...group, rules: [...group.rules, ...more] }] as const;
  });
  return { ...facts, seen: new Map(seen) };
}

function orderFix({ first, newFirst }: Way, plan: Plan): Fix {
  const addresses = newFirst.map(({ address }) => address);
  const targets = first.map(({ address }) => address);
  return {
    ...candidate({
      kind: 'order',
      step:
        first.length === 0
          ? { kind: 'new-first', addresses }
          : { kind: 'stages', rules: first.length, newFirst: addresses },
      edits: addresses.map((address) => ({ kind: 'new-first', address })),
    }),
    stages: first.length === 0 ? [] : stagesOf(targets, plan),
    ...{ configuration: undefined, adds: [], removes: [], effects: [] },
  };
}
