import { outcomeOf } from '../weigh/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { firstOfEach, groupBy } from '../collections.js';
import type { Requirement } from '../model/requirement.js';
import { isEmpty, isSubset } from '../net/region.js';
import { type Doubt, doubtsOf } from '../weigh/doubts.js';
import type { Check } from './check.js';
import { about, type Finding, finding } from './finding.js';
import { allRows, essentialRows } from '../weigh/row-sets.js';
import { crosswiseFindings } from './crosswise.js';
import { refusedUpgrades } from './standing-findings.js';
import { isStandingDeny, ROW_SEVERITIES, standingDoubt, untouchedPart } from './row-findings.js';

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
    ...subjects.subjects.flatMap((subject) => doubtFindings(subject, subjects)),
    ...crosswiseFindings(essentialRule, subjects),
    ...refusedUpgrades(essentialRule, subjects),
  ],
};

/** Denies that stay as they are and whose rank nobody can tell: said once for the group, not once a row. */
function doubtFindings(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  if (subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  // Most groups have no deny, and then nothing is weighed again.
  if (!subject.after.rules.some(isStandingDeny)) return [];
  const doubtful = allRows(subject).flatMap(({ row, ask }): StandingDoubt[] => {
    const outcome = outcomeOf(ask, subject, world);
    const region = standingDoubt(outcome, subject, world);
    if (isEmpty(region)) return [];
    const untouched = untouchedPart({ subject, subjects, outcome }, region);
    const doubts = doubtsOf({ subject, question: outcome.question, region }, world);
    return [{ row, doubts, isUntouched: isSubset(region, untouched) }];
  });
  return [...groupBy(doubtful, ({ isUntouched }) => isUntouched)].map(([isUntouched, some]) => ({
    ...doubtFinding(some, subject, subjects),
    isUntouched,
  }));
}

/** A row that is undecided because of denies that stay as they are. */
interface StandingDoubt {
  readonly row: Requirement;
  readonly doubts: readonly Doubt[];
  readonly isUntouched: boolean;
}

function doubtFinding(some: readonly StandingDoubt[], subject: Subject, subjects: Subjects): Finding {
  const doubts = firstOfEach(
    some.flatMap((one) => one.doubts),
    (doubt) => JSON.stringify(doubt),
  );
  return finding(essentialRule, subjects, {
    ...about(subject),
    change: 'undecided',
    causes: doubts.flatMap((doubt) =>
      'address' in doubt ? [{ address: doubt.address, actions: ['no-op'] as const }] : [],
    ),
    reason: { kind: 'deny-of-unknown-rank', rows: some.map(({ row }) => row), doubts },
    remedy: 'tell-value',
  });
}
