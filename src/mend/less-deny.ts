import { groupBy } from '../collections.js';
import { needOf } from '../cluster/question.js';
import { canonical, NUMBERS, subtractSets } from '../net/interval.js';
import { isEmpty } from '../net/region.js';
import type { Edit } from '../plan/edit.js';
import { isAccepted, type Rule, type RuleSide, type Traffic } from '../plan/rule.js';
import type { ArgumentOf } from '../report/fix.js';
import { quoted } from '../terraform/write-hcl.js';
import { matched } from '../weigh/causes.js';
import { coverageOf } from '../weigh/question.js';
import { addEdits, pastedHcl, type LackingRow, lackingRows, lackedRules } from './add-rules.js';
import type { Pen, WrittenRule } from './writing/written-rule.js';
import type { Ailment, SickRow } from './ailment.js';
import { type Candidate, candidate } from './candidate.js';
import { multiPort } from './writing/rule-hcl.js';

/** A rule that denies packets of some rows. */
interface Deny {
  readonly rule: Rule;
  readonly side: RuleSide;
  /** What it may keep without meeting the rows; undefined when there is nothing, or no rule can say it. */
  readonly rest: ChangedDeny | undefined;
}

/** A deny that stays, and takes less. */
interface ChangedDeny {
  readonly argument: ArgumentOf;
  readonly after: RuleSide;
}

/** What becomes of a deny: it stays a lesser one, goes, or, if it comes with the plan, is left out of it. */
type LesserDeny = ChangedDeny | { readonly address: string; readonly isNew: boolean };

/**
 * The denies that take packets from the rows of an ailment: first they give the ports of the rows up and keep the others,
 * then they go. What the rows lack without them as well gets rules of its own.
 */
export function lessDenies(ailment: Ailment, pen: Pen): readonly Candidate[] {
  const denies = deniesIn(ailment);
  return [...lessOf(denies, ailment, pen), ...weakened(denies, ailment, pen)];
}

/** Denies before which no rule comes leave the first place to rules for the rows. */
function weakened(denies: readonly Deny[], ailment: Ailment, pen: Pen): readonly Candidate[] {
  const first = denies.filter(
    ({ side: { priority } }) => priority.kind === 'known' && priority.value === FIRST,
  );
  const rules =
    first.length === 0 ? [] : lackedRules(lackingRows(ailment), ailment, { ...pen, priority: FIRST });
  if (rules.length === 0) return [];
  const priority = FIRST + 1;
  return [
    lessDeny(
      first.map(({ rule: { address }, side }) => ({
        argument: { address, name: 'priority', value: String(priority) },
        after: { ...side, priority: { kind: 'known', value: priority } },
      })),
      rules,
    ),
  ];
}

/** The strongest priority. */
const FIRST = 1;

/** The same with one deny left as it is, for each of them: none when there is only one. */
export function* fewerDenies({ step }: Candidate, ailment: Ailment, pen: Pen): Generator<Candidate> {
  if (step.kind !== 'less-deny') return;
  const own = new Set([...step.removed, ...step.left, ...step.narrowed.map(({ address }) => address)]);
  const denies = deniesIn(ailment).filter(({ rule }) => own.has(rule.address));
  if (denies.length < 2) return;
  for (const left of denies) {
    const [first] = lessOf(
      denies.filter((one) => one !== left),
      ailment,
      pen,
    );
    if (first !== undefined) yield first;
  }
}

function deniesIn({ rows, subjects: { world } }: Ailment): readonly Deny[] {
  const met = rows.flatMap(({ found, asked, subject }) => {
    const question = asked.ask(subject.after);
    const lack = { subject, question, region: found.packets?.region ?? needOf(question) };
    return subject.groups
      .flatMap(({ key }) => world.rulesOf(key))
      .filter(
        ({ address, after }) =>
          after?.action === 'deny' &&
          isAccepted(after) &&
          !world.isElsewhere(address) &&
          !isEmpty(matched(after, lack, world)),
      )
      .map((rule) => ({ rule, ports: question.traffic.ports }));
  });
  return [...groupBy(met, ({ rule }) => rule)].flatMap(([rule, same]) => {
    const { after: side } = rule;
    const taken = same.flatMap(({ ports }) => ports);
    return side === undefined ? [] : [{ rule, side, rest: keptBy(rule.address, side, taken) }];
  });
}

function keptBy(address: string, side: RuleSide, taken: Traffic['ports']): Deny['rest'] {
  const { traffic, isTrafficSensitive } = side;
  const rest = { ...traffic, ports: subtractSets(NUMBERS, traffic.ports, canonical(NUMBERS, taken)) };
  const runs = multiPort(rest);
  return isTrafficSensitive === true || runs === undefined
    ? undefined
    : { argument: { address, name: 'multi_port', value: quoted(runs) }, after: { ...side, traffic: rest } };
}

function lessOf(denies: readonly Deny[], ailment: Ailment, pen: Pen): readonly Candidate[] {
  if (denies.length === 0) return [];
  const lacking = lackingWithout(denies, ailment);
  const rules = lackedRules(lacking, ailment, { ...pen, priority: undefined });
  if (lacking.length > 0 && rules.length === 0) return [];
  const without = ({ rule: { address, before } }: Deny): LesserDeny => ({
    address,
    isNew: before === undefined,
  });
  const gone = denies.map(without);
  const narrowed = denies.map((deny): LesserDeny => deny.rest ?? without(deny));
  // To leave out what the plan makes is to take the cause back.
  const isUndo = rules.length === 0 && denies.every(({ rule }) => rule.before === undefined);
  return [
    ...(denies.some(({ rest }) => rest !== undefined) ? [lessDeny(narrowed, rules)] : []),
    ...(isUndo ? [] : [lessDeny(gone, rules)]),
  ];
}

/** What the rows lack even if none of these denies were there. */
function lackingWithout(denies: readonly Deny[], { rows, subjects }: Ailment): readonly LackingRow[] {
  const gone = new Set(denies.map(({ rule }) => rule.address));
  return rows.flatMap((sick: SickRow) => {
    const { subject, asked } = sick;
    const rules = subject.after.rules.filter(({ address }) => address === undefined || !gone.has(address));
    const state = { ...subject.after, rules };
    const region = coverageOf(asked.ask(state), subject, state, subjects.world).missing;
    return isEmpty(region) ? [] : [{ ...sick, region }];
  });
}

function lessDeny(denies: readonly LesserDeny[], rules: readonly WrittenRule[]): Candidate {
  return candidate({
    kind: 'deny',
    step: {
      kind: 'less-deny',
      removed: denies.flatMap((deny) => ('address' in deny && !deny.isNew ? [deny.address] : [])),
      left: denies.flatMap((deny) => ('address' in deny && deny.isNew ? [deny.address] : [])),
      narrowed: denies.flatMap((deny) => ('argument' in deny ? [deny.argument] : [])),
      rules: rules.length,
    },
    edits: [
      ...denies.map((deny): Edit =>
        'argument' in deny
          ? { kind: 'replace', address: deny.argument.address, after: deny.after }
          : { kind: 'remove', address: deny.address },
      ),
      ...addEdits(rules, false),
    ],
    ...pastedHcl(rules),
  });
}
