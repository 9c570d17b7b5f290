import { groupBy } from '../../collections.js';
import { isSamePeer, isSameTraffic } from '../../effective/rule-identity.js';
import type { Requirement } from '../../model/requirement.js';
import { type Duty, type DutyHolder, isDone } from './duties.js';
import type { NewRule } from '../writing/new-rule.js';

/** Rules none of which can be taken away. */
export interface LeastRules {
  readonly rules: readonly NewRule[];
  /** Rows whose duties are done by rules for other rows, and those rules; none: what stands already does it. */
  readonly joined: readonly { readonly row: Requirement; readonly by: readonly NewRule[] }[];
}

/** The fewest of the rules for these duties that do all of them together, in the order of the rows. */
export function leastRules(duties: readonly Duty[], holder: DutyHolder): LeastRules {
  const all = duties.reduce<readonly NewRule[]>((rules, duty) => duty.rules.reduce(withRule, rules), []);
  const rules = all.reduce<readonly NewRule[]>((kept, rule) => {
    const without = kept.filter((one) => one !== rule);
    return duties.every((duty) => isDone(duty, without, holder)) ? without : kept;
  }, all);
  const byRow = groupBy(duties, ({ row }) => row);
  const alone = [...byRow].filter(([row]) => !rules.some((rule) => rule.rows.includes(row)));
  return {
    rules,
    joined: alone.map(([row, own]) => ({ row, by: doersOf(own, rules, holder) })),
  };
}

/** The list with one rule more, or with one row more at a rule that says the same. */
function withRule(rules: readonly NewRule[], rule: NewRule): readonly NewRule[] {
  const twin = rules.find(({ side }) => saysTheSame(side, rule.side));
  if (twin === undefined) return [...rules, rule];
  return rules.map((one) => (one === twin ? { ...one, rows: [...one.rows, ...rule.rows] } : one));
}

function saysTheSame(a: NewRule['side'], b: NewRule['side']): boolean {
  return a.direction === b.direction && isSameTraffic(a.traffic, b.traffic) && isSamePeer(a.peer, b.peer);
}

/** Of the rules those without which the duties would not be done. */
function doersOf(duties: readonly Duty[], rules: readonly NewRule[], holder: DutyHolder): readonly NewRule[] {
  const isNeeded = (rule: NewRule): boolean => {
    const without = rules.filter((one) => one !== rule);
    return duties.some((duty) => !isDone(duty, without, holder));
  };
  return rules.filter(isNeeded);
}
