import { NO_FACTS, type Facts } from '../facts/facts.js';
import type { World } from '../cluster/world.js';
import { isSameRule } from '../cluster/twins.js';
import { distinct } from '../collections.js';
import { EMPTY, isEmpty } from '../net/region.js';
import { doesSomething } from '../plan/instance.js';
import { planWith } from '../plan/edit.js';
import type { Plan } from '../plan/plan.js';
import { neededAs } from '../plan/references/needs.js';
import { isAccepted, isChanging, type Rule } from '../plan/rule.js';
import type { Fix, OrderFound } from '../report/fix.js';
import { must } from '../result.js';
import { type Trial, tryRun } from '../run.js';
import { matched } from '../weigh/causes.js';
import type { Ailment } from './ailment.js';
import { appliedPart } from './applied.js';
import { candidate, stagesOf } from './candidate.js';
import { isCured, type Judged } from './proof.js';
import { fewestCovering } from './covering.js';

/**
 * A safe order for what the findings say is cut while the plan is applied: the new rules that let it through come in an
 * apply of their own, and rules that are replaced make the new one first. Each apply is judged as a plan by itself: the
 * findings are gone, and none above notice has come. While a plan is applied only that counts which stands all the time,
 * so this holds whatever order Terraform chooses within an apply.
 */
export function orderFor(ailment: Ailment, judged: Judged): OrderFound {
  if (!ailment.findings.every(({ change }) => change === 'transient')) return withoutOrder(ailment);
  const { comers, replaced } = orderParts(ailment);
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
  const { world } = ailment.subjects;
  const again = replaced.filter((rule) => isAsBefore(rule, world));
  if (again.length > 0) return { kind: 'same-again', addresses: again.map(({ address }) => address) };
  const equal = equalRules([...comers, ...replaced], world);
  if (equal.length > 0) return { kind: 'equal-rules', addresses: equal };
  return along.others.length > 0 ? { kind: 'comes-along', addresses: along.others } : { kind: 'none-holds' };
}

/** Rules that say the same as what goes at another address leave no order; anything else is not about the order. */
function withoutOrder({ found }: Ailment): OrderFound {
  const rules = found.flatMap(({ reason, causes }) =>
    reason.kind === 'key-renamed' ? causes.map(({ address }) => address) : [],
  );
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

/** What `-target` takes along with some rules. */
interface Along {
  /** New objects that they cannot be without. */
  readonly needed: ReadonlySet<string>;
  /** Changes of what is there, or that may be such. */
  readonly others: readonly string[];
}

/** An object of the plan that changes. */
interface ChangingObject {
  readonly address: string;
  /** It is made, and nothing was there before. */
  readonly isMade: boolean;
  /** It has a block. */
  readonly isConfigured: boolean;
}

function takenAlong(rules: readonly Rule[], plan: Plan): Along {
  const first = new Set(rules.map(({ address }) => address));
  const needs = rules.map(({ address }) => plan.needsOf(address));
  const blocks = new Set(needs.flatMap((one) => [...one.blocks]));
  const isWhole = needs.every((one) => one.isWhole);
  const others = changesOf(plan).filter(
    ({ address, isConfigured }) =>
      isConfigured && !first.has(address) && (!isWhole || blocks.has(neededAs(address) ?? address)),
  );
  return {
    needed: new Set(
      others.flatMap(({ address, isMade }) =>
        isMade && blocks.has(neededAs(address) ?? address) ? [address] : [],
      ),
    ),
    others: distinct(others.flatMap(({ address, isMade }) => (isMade ? [] : [address]))),
  };
}

function changesOf(plan: Plan): readonly ChangingObject[] {
  const { rules, groups, clusters, nodePools, vpcs, subnets, secondaryCidrs, attachments, nodes } = plan;
  const ofRules = rules.filter(isChanging).map(({ address, after, change }) => ({
    address,
    // A new deny takes packets away.
    isMade: change === 'created' && after?.action === 'allow',
    isConfigured: after !== undefined,
  }));
  const others = [
    ...clusters,
    ...nodePools,
    ...vpcs,
    ...subnets,
    ...secondaryCidrs,
    ...attachments,
    ...nodes,
  ];
  const ofOthers = others
    .filter(({ isData, actions }) => !isData && doesSomething(actions))
    .map(({ address, before, after }) => ({
      address,
      isMade: before === undefined,
      isConfigured: after !== undefined,
    }));
  const ofGroups = groups
    .filter(({ isData, actions }) => !isData && doesSomething(actions))
    .map(({ address, existsAfter, actions }) => ({
      address,
      isMade: !actions.includes('delete') && !actions.includes('update'),
      isConfigured: existsAfter,
    }));
  return [...ofRules, ...ofGroups, ...ofOthers];
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
  // What the configuration records is for the whole of the plan.
  return runs.every(({ report: { findings, ...report } }) => {
    const own = findings.filter(({ reason }) => reason.kind !== 'record-troubled');
    return isCured(judged.run.report, { ...report, findings: own }, ailment);
  });

  function stagedRuns(): readonly Trial[] {
    const done = new Set([...first.map(({ address }) => address), ...needed]);
    const rest = changesOf(plan).filter(({ address }) => !done.has(address));
    const alone = planWith(
      plan,
      rest.map(({ address }) => ({ kind: 'keep', address })),
    );
    const later = appliedPart(turned, (address) => done.has(address));
    return [judgedAs(alone, [], ailment, judged), judgedAs(later, first, ailment, judged)];
  }
}

function judgedAs(plan: Plan, made: readonly Rule[], { plan: index }: Ailment, { input }: Judged): Trial {
  return tryRun({
    ...input,
    plans: input.plans.map((one, at) => (at === index ? { ...one, plan } : one)),
    facts: factsWith(input.facts ?? NO_FACTS, made),
  });
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
