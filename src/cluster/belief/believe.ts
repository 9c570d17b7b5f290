import { distinct, groupBy, putOnce } from '../../collections.js';
import type { DefaultRuleRecord } from '../../config/default-rules-schema.js';
import { packetsHash } from '../../effective/rule-identity.js';
import type { RuleIdList } from '../../plan/plan.js';
import { type GroupKey, isAccepted, isSecret, type Rule, type RuleSide } from '../../plan/rule.js';
import { type Agreement, type DefaultRule, isDefaultRule, mayBeDefaultRule } from '../default-rules.js';
import type { Unmanaged } from '../seen-rules.js';
import { pastSides } from '../rule-index.js';
import type { Believed, BelievedRule, DoubtCause } from './belief.js';
import { type Evidence, evidenceOf, type OtherRule } from './evidence.js';
import type { MadeGroup, StandingDefault } from './made-group.js';

/** What is known of a group whose default rules are in question. */
export interface KnownOfGroup {
  readonly key: GroupKey;
  /** The rules of the plan that may belong to the group. */
  readonly rules: readonly Rule[];
  readonly agreement: Agreement;
  /** What facts show of the group beside these rules; undefined: nobody has looked. */
  readonly seen: Unmanaged | undefined;
  /** Undefined: CCE did not make it, or it was not there before, so that nobody has taken a default rule away. */
  readonly made: MadeGroup | undefined;
  readonly recorded: DefaultRuleRecord | undefined;
  readonly ruleIds: RuleIdList | undefined;
}

/**
 * What stands of the default rules of a group, and why that is believed: seen, shown by the plan itself, recorded, taken
 * as gone by evidence, doubted, or assumed, in this order (design, section 2a).
 */
export function believe(defaults: readonly DefaultRule[], known: KnownOfGroup): readonly BelievedRule[] {
  const near = byPackets(known.rules, defaults);
  const nearTo = (side: RuleSide): readonly Rule[] => near.get(packetsHash(side)) ?? [];
  const told = new Map(
    defaults.map((rule) => [
      rule,
      shownAs(rule, nearTo, known) ?? seenBy(rule, known) ?? recordedAs(rule, known),
    ]),
  );
  const evidence = evidenceFor(told, known);
  const counted = defaults.map((rule) => ({ rule, believed: told.get(rule) ?? judged(evidence.get(rule)) }));
  const fewer = fewerListed(counted, known);
  return counted.map(({ rule: { requirement, before, after, alternatives }, believed }) => {
    const { belief, stands, isTakenAway } =
      before === undefined || fewer === undefined ? believed : withList(believed, fewer);
    return { requirement, before, after, alternatives, belief, stands, isTakenAway };
  });
}

const ASSUMED: Believed = { belief: { kind: 'assumed' }, stands: 'surely', isTakenAway: false };

/** What facts show, where somebody has looked. What is not there yet, CCE will make. */
function seenBy(rule: DefaultRule, { seen, agreement }: KnownOfGroup): Believed | undefined {
  if (seen === undefined) return undefined;
  const isSure = seen.rules.some(
    ({ side }) => side.group.kind === 'group' && isDefaultRule(side, rule, agreement),
  );
  const mayBe = seen.rules.some(({ side }) => mayBeDefaultRule(side, rule, agreement));
  return {
    belief: { kind: 'seen', since: seen.since },
    stands: isSure ? 'surely' : mayBe ? 'possibly' : 'no',
    isTakenAway: false,
  };
}

/** Rules that have a side for the packets of one of the default rules, by these: others are none of them. */
function byPackets(
  rules: readonly Rule[],
  defaults: readonly DefaultRule[],
): ReadonlyMap<number, readonly Rule[]> {
  const near = new Map<number, Rule[]>();
  for (const { before } of defaults) if (before !== undefined) near.set(packetsHash(before), []);
  if (near.size === 0) return near;
  for (const rule of rules) {
    const { before, after, drifted } = rule;
    for (const side of before === after ? [after, drifted] : [before, after, drifted]) {
      const hash = side === undefined ? undefined : packetsHash(side);
      if (hash !== undefined && near.has(hash)) putOnce(near, hash, rule);
    }
  }
  return near;
}

/** The plan's own word: rules of its past that are this default. `nearTo`: rules that may be for the same packets. */
function shownAs(
  rule: DefaultRule,
  nearTo: (side: RuleSide) => readonly Rule[],
  known: KnownOfGroup,
): Believed | undefined {
  const { before: own } = rule;
  // What was not there before, no rule of the past is.
  if (own === undefined) return undefined;
  const near = nearTo(own);
  const isIt = (side: RuleSide | undefined): boolean =>
    side !== undefined && isOf(side, known) && isDefaultRule(side, rule, known.agreement);
  const shown = near.filter((one) => pastSides(one).some(isIt));
  if (shown.length === 0) return undefined;
  return {
    belief: { kind: 'plan', addresses: tellableAddresses(shown, pastSides) },
    stands: shown.some(({ before }) => isIt(before)) ? 'surely' : 'no',
    // A default rule that CCE itself takes away is no loss.
    isTakenAway: rule.after !== undefined && !near.some(({ after }) => isIt(after)),
  };
}

function isOf({ group }: RuleSide, { key }: Pick<KnownOfGroup, 'key'>): boolean {
  return group.kind === 'group' && group.key === key;
}

/** Addresses of rules, without those whose packets are a secret. */
function tellableAddresses<T extends { readonly address: string }>(
  rules: readonly T[],
  sidesOf: (rule: T) => readonly RuleSide[],
): readonly string[] {
  return distinct(rules.filter((rule) => !sidesOf(rule).some(isSecret)).map(({ address }) => address));
}

function recordedAs({ requirement, before }: DefaultRule, { recorded }: KnownOfGroup): Believed | undefined {
  if (recorded === undefined || requirement === undefined || before === undefined) return undefined;
  const { gone, standing } = recorded;
  const isGone = gone.includes(requirement.id);
  if (!isGone && standing !== 'all' && !standing.includes(requirement.id)) return undefined;
  return { belief: { kind: 'recorded' }, stands: isGone ? 'no' : 'surely', isTakenAway: false };
}

type Told = ReadonlyMap<DefaultRule, Believed | undefined>;

/** What other rules say of those default rules of which nothing better tells. */
function evidenceFor(told: Told, known: KnownOfGroup): ReadonlyMap<DefaultRule, Evidence> {
  const { made, agreement, rules } = known;
  if (made === undefined) return new Map();
  const defaults = [...told.keys()].filter(isStanding);
  const open = new Set(defaults.filter((rule) => told.get(rule) === undefined));
  if (open.size === 0) return new Map();
  const near = groupBy(defaults, ({ before }) => packetsHash(before));
  const others: OtherRule[] = [];
  for (const { address, before: side } of rules) {
    const counts = side !== undefined && isOf(side, known) && side.action === 'allow' && isAccepted(side);
    if (!counts || near.get(packetsHash(side))?.some((rule) => isDefaultRule(side, rule, agreement)))
      continue;
    others.push({ address, side });
  }
  if (others.length === 0) return new Map();
  // What is recorded as gone, or gone before the plan, makes nothing idle.
  const there = defaults.filter((rule) => told.get(rule)?.stands !== 'no');
  return evidenceOf({ defaults: there, open }, others, made);
}

function isStanding(rule: DefaultRule): rule is StandingDefault {
  return rule.requirement !== undefined && rule.before !== undefined;
}

function judged(evidence: Evidence | undefined): Believed {
  if (evidence === undefined || evidence.rules.length === 0) return ASSUMED;
  const addresses = tellableAddresses(evidence.rules, ({ side }) => [side]);
  const because: readonly DoubtCause[] = [{ kind: 'idle-rules', addresses }];
  return evidence.isEnough
    ? { belief: { kind: 'gone', because }, stands: 'no', isTakenAway: false }
    : { belief: { kind: 'doubted', because }, stands: 'possibly', isTakenAway: false };
}

type FewerListed = Extract<DoubtCause, { kind: 'rule-ids' }>;

/** How many rules of the list are none of these, and so managed by nobody. */
export function listedUnmanaged({ ids }: RuleIdList, rules: readonly Rule[]): number {
  const managed = new Set(rules.map(({ id }) => id));
  return ids.filter((id) => !managed.has(id)).length;
}

/** The group's list of rule ids, when it has fewer rules that nobody manages than are taken to stand. */
function fewerListed(
  counted: readonly { readonly rule: DefaultRule; readonly believed: Believed }[],
  { made, ruleIds, rules }: KnownOfGroup,
): FewerListed | undefined {
  if (made === undefined || ruleIds === undefined) return undefined;
  const listed = listedUnmanaged(ruleIds, rules);
  const assumed = counted.filter(
    ({ rule, believed: { belief, stands } }) =>
      rule.before !== undefined && belief.kind !== 'plan' && stands !== 'no',
  ).length;
  return listed < assumed ? { kind: 'rule-ids', listed, assumed } : undefined;
}

function withList(believed: Believed, cause: FewerListed): Believed {
  const { belief } = believed;
  if (belief.kind !== 'assumed' && belief.kind !== 'doubted') return believed;
  const because = [...(belief.kind === 'doubted' ? belief.because : []), cause];
  return cause.listed === 0
    ? { ...believed, belief: { kind: 'gone', because }, stands: 'no' }
    : { ...believed, belief: { kind: 'doubted', because }, stands: 'possibly' };
}
