import { outcomeOf } from '../weigh/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { isEmpty } from '../net/region.js';
import type { Check } from './check.js';
import { about, type Finding, finding } from './finding.js';
import { allRows, essentialRows } from '../weigh/row-sets.js';
import { crosswiseFindings } from './crosswise.js';
import { ROW_SEVERITIES, standingDoubt } from './row-findings.js';

/** Rows that the page says not to modify. */
export const essentialRule: Check = {
  id: 'essential-rule',
  title: 'The cluster loses a rule it cannot do without',
  why: 'The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.',
  remedy: 'Keep the rule, or add rules that let the same packets through.',
  severities: ROW_SEVERITIES,
  example:
    'The imported rule for all TCP from the VPC is removed from the configuration of the worker group.',
  tables: [1, 2, 3, 4, 5, 6, 7],
  about: 'packets',
  breaks: true,
  leavesUnjudged: true,
  rows: essentialRows,
  run: (subjects) => [
    ...subjects.subjects.flatMap((subject) => doubtFinding(subject, subjects)),
    ...crosswiseFindings(essentialRule, subjects),
  ],
};

/** A deny that stays as it is and whose rank nobody can tell: said once for the group, not once a row. */
function doubtFinding(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const denies = subject.after.rules.filter((rule) => rule.stands && rule.sides[0].action === 'deny');
  if (denies.length === 0 || subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  const rows = allRows(subject).filter(({ ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    return !isEmpty(standingDoubt(outcome, subject, world));
  });
  if (rows.length === 0) return [];
  const causes = denies.flatMap(({ address }) =>
    address === undefined ? [] : [{ address, actions: ['no-op'] as const }],
  );
  return [
    finding(essentialRule, subjects, {
      ...about(subject),
      change: 'undecided',
      causes,
      reason: { kind: 'deny-of-unknown-rank', rows: rows.map(({ row }) => row) },
      remedy: 'tell-priority',
    }),
  ];
}
