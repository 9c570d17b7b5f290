import { groupBy } from '../../collections.js';
import type { Edit } from '../../plan/edit.js';
import { must } from '../../result.js';
import type { LabelFor } from '../writing/naming.js';
import { type NewRule, sideBy } from '../writing/new-rule.js';
import { RULE_TYPES } from '../writing/rule-hcl.js';

/** A rule, and the label under which it is written. */
export interface LabelledRule extends NewRule {
  readonly label: string;
  readonly api: 'v2' | 'v3';
}

/** How rules are written down. */
interface Labelling {
  readonly labels: LabelFor;
  /** What labels begin with. */
  readonly prefix: string;
  readonly api: LabelledRule['api'];
}

/** Each rule with the label of its row, numbered where the row has several. */
export function labelledRules(
  rules: readonly NewRule[],
  { labels, prefix, api }: Labelling,
): ReadonlyMap<NewRule, LabelledRule> {
  const byRow = groupBy(rules, ({ rows: [first] }) => first);
  return new Map(
    rules.map((rule) => {
      const first = must(rule.rows[0], 'a rule is made for a row');
      const alike = must(byRow.get(first), 'it has at least this rule');
      const wanted = `${prefix}_t${String(first.table)}_${String(first.number)}`;
      const numbered = alike.length > 1 ? `${wanted}_${String(alike.indexOf(rule) + 1)}` : wanted;
      const id = JSON.stringify([rule.side.group, numbered]);
      const label = labels(numbered, { type: RULE_TYPES[api], module: '', id });
      return [rule, { ...rule, label, api }];
    }),
  );
}

/** The edits that make the rules. */
export function additions(rules: readonly LabelledRule[]): readonly Extract<Edit, { kind: 'add' }>[] {
  return rules.map((rule) => ({
    kind: 'add',
    address: `${RULE_TYPES[rule.api]}.${rule.label}`,
    api: rule.api,
    side: sideBy(rule.api, rule),
    isFirst: false,
  }));
}
