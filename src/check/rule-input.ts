import type { Subjects } from '../cluster/subject.js';
import { isAccepted, isChanging, type Rule } from '../plan/rule.js';
import type { Check } from './check.js';
import { type Finding, finding } from './finding.js';

/** Rules that come to nothing, or to another rule than is written. */
export const ruleInput: Check = {
  id: 'rule-input',
  title: 'A rule will be refused or changed',
  why: 'The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.',
  remedy: 'Write the rule as the API takes it.',
  severities: { introduced: 'warning' },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  tables: [],
  about: 'rules',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap((rule) => problemFindings(rule, subjects)),
};

function problemFindings(rule: Rule, subjects: Subjects): readonly Finding[] {
  const { after, address } = rule;
  if (after === undefined || !isChanging(rule)) return [];
  const group = after.group.kind === 'group' ? after.group.key : undefined;
  const cluster = group === undefined ? undefined : subjects.viewOf(group).cluster;
  // A refused rule is refused whatever else is changed in it.
  const problems = after.problems.filter(({ kind }) => kind === 'refused' || isAccepted(after));
  return problems.map((problem) =>
    finding(ruleInput, subjects, {
      cluster,
      group,
      causes: [rule],
      reason: { kind: 'rule-problem', rule: address, problem },
    }),
  );
}
