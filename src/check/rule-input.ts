import type { Subjects } from '../cluster/subject.js';
import { isAccepted, type Rule } from '../plan/rule.js';
import { flawText } from '../plan/rule-problem.js';
import { type Check, severityOf } from './check.js';
import type { Finding } from './finding.js';

/** Rules that come to nothing, or to another rule than is written. */
export const ruleInput: Check = {
  id: 'rule-input',
  title: 'A rule will be refused or changed',
  why: 'The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.',
  remedy: 'Write the rule as the API takes it.',
  severities: { introduced: 'warning' },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  run: (subjects) => ({
    findings: subjects.world.plan.rules.flatMap((rule) => ruleFindings(rule, subjects)),
    resolved: [],
  }),
};

function ruleFindings(rule: Rule, subjects: Subjects): readonly Finding[] {
  const { after, address, actions } = rule;
  const isWritten = rule.change !== 'stands' && rule.change !== 'drifted-away';
  if (after === undefined || !isWritten) return [];
  const group = after.group.kind === 'group' ? after.group.key : undefined;
  const view = group === undefined ? undefined : subjects.viewOf(group);
  // A refused rule is refused whatever else is changed in it.
  const problems = after.problems.filter(({ kind }) => kind === 'refused' || isAccepted(after));
  return problems.map(({ kind, flaw }) => ({
    check: ruleInput.id,
    severity: severityOf(ruleInput, 'introduced', subjects),
    change: 'introduced' as const,
    requirement: undefined,
    cluster: view?.cluster?.name,
    group,
    pool: undefined,
    packets: undefined,
    causes: [{ address, actions }],
    impact:
      kind === 'refused'
        ? 'the apply fails, and the rule is not made'
        : 'the rule lets something else through',
    statement: [
      `${address} ${kind === 'refused' ? 'will be refused' : 'will be changed'}: ${flawText(flaw)}`,
    ] as const,
    remedy: ruleInput.remedy,
    waived: undefined,
  }));
}
