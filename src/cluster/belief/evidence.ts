import { groupBy } from '../../collections.js';
import { isSameTraffic } from '../../effective/rule-identity.js';
import type { RuleSide } from '../../plan/rule.js';
import { lyingWithin, type Lying, meets, type RowDefaults, rowDefaults } from './lies-within.js';
import type { MadeGroup, StandingDefault } from './made-group.js';
import { letsStay } from './must-stay.js';

/** A rule that stood before the plan and is no default rule. */
export interface OtherRule {
  readonly address: string;
  readonly side: RuleSide;
}

/** What other rules of the group say of one default rule. */
export interface Evidence {
  /** They are enough to take its place: it is gone. */
  readonly isEnough: boolean;
  /** The rules that would be idle beside it. */
  readonly rules: readonly OtherRule[];
}

/** The default rules among which somebody looks for what other rules would be idle beside. */
export interface Candidates {
  readonly defaults: readonly StandingDefault[];
  /** Those of them of which nothing better tells whether they stand. */
  readonly open: ReadonlySet<StandingDefault>;
}

/** A rule that speaks of a default rule. */
interface Word {
  readonly of: StandingDefault;
  readonly rule: OtherRule;
  readonly lying: Lying;
  /** It speaks of no other row that is open. */
  readonly isClear: boolean;
}

/**
 * What the rules say of default rules that nobody manages. Nobody writes a rule beside one that makes it idle, so a
 * rule that lies within a default rule speaks against that; enough of them take its place (design, section 2a).
 */
export function evidenceOf(
  candidates: Candidates,
  others: readonly OtherRule[],
  made: MadeGroup,
): ReadonlyMap<StandingDefault, Evidence> {
  const rows = [...groupBy(candidates.defaults, ({ requirement }) => requirement.id).values()].map((rules) =>
    rowDefaults(rules, made),
  );
  const words = others.flatMap((rule) => saidBy(rule, rows, { candidates, made }));
  return new Map(
    [...groupBy(words, ({ of }) => of)].map(([rule, said]) => {
      const clear = said.filter(({ isClear }) => isClear).map(({ rule: { side } }) => side);
      const isEnough = clear.length > 0 && letsStay(rule, clear, made);
      const told = said.filter(({ lying, isClear }) => (isEnough ? isClear : lying === 'surely'));
      return [rule, { isEnough, rules: told.map((one) => one.rule) }];
    }),
  );
}

/** Of the rows that it lies within, a rule speaks of those whose protocol and ports are its own; of all when none is. */
function saidBy(
  rule: OtherRule,
  rows: readonly RowDefaults[],
  { candidates, made }: { readonly candidates: Candidates; readonly made: MadeGroup },
): readonly Word[] {
  const { side } = rule;
  const around: { readonly defaults: RowDefaults['rules']; readonly lying: Lying }[] = [];
  for (const row of rows) {
    const lying = lyingWithin(side, row, made);
    if (lying !== 'no') around.push({ defaults: row.rules, lying });
  }
  // Most rules lie within none.
  if (around.length === 0) return [];
  // Alone it speaks of that row, be it its own or not.
  const same =
    around.length < 2
      ? around
      : around.filter(({ defaults: [{ before }] }) => isSameTraffic(side.traffic, before.traffic));
  const open = (same.length > 0 ? same : around)
    .map(({ defaults, lying }) => ({
      lying,
      defaults: defaults.filter((one) => candidates.open.has(one) && meets(side, one, made)),
    }))
    .filter(({ defaults }) => defaults.length > 0);
  const isClear = open.length === 1;
  return open.flatMap(({ lying, defaults }) => defaults.map((of): Word => ({ of, rule, lying, isClear })));
}
