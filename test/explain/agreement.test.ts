/** `explain` and the report say the same of every row of every subject of the recorded cases. */
import { describe, expect, test } from '@jest/globals';

import { rowsOf } from '../../src/check/finding.js';
import { openRun } from '../../src/command/judge-files.js';
import type { Subject, Subjects } from '../../src/cluster/subject.js';
import { partyOf } from '../../src/explain/ends.js';
import { explainPath, type PathPart } from '../../src/explain/path.js';
import type { PathStates } from '../../src/explain/lots.js';
import { groupName } from '../../src/report/report-of.js';
import { type RowState, rowStates } from '../../src/report/row-states.js';
import { allRows, type Asked } from '../../src/weigh/row-sets.js';
import { fixtureInput, frozenCases } from '../support/fixture-report.js';
import { IS_LONG_RUN } from '../support/laws.js';

/** What the parts come to, as a row tells it. */
type Told = Pick<RowState, 'during' | 'after'> | 'holds';

function partsOf({ row, ask }: Asked, subject: Subject, { world }: Subjects): readonly PathPart[] {
  const side = {
    direction: row.direction,
    party: partyOf(subject),
    family: 'IPv4',
    mayBeMembers: false,
    whole: undefined,
    questionAt: (_: unknown, state: Subject['after']) => ask(state),
  } as const;
  return explainPath([side], world).parts;
}

function has(parts: readonly PathPart[], wanted: Partial<PathStates>): boolean {
  return parts.some(({ states }) =>
    Object.entries(wanted).every(([time, state]) => states[time as keyof PathStates] === state),
  );
}

function told(parts: readonly PathPart[]): Told {
  if (has(parts, { after: 'dropped' })) return { during: 'missing', after: 'missing' };
  const after = has(parts, { after: 'undecided' }) ? 'not known' : 'holds';
  if (has(parts, { before: 'allowed', during: 'undecided', after: 'allowed' })) {
    return { during: 'may be cut', after };
  }
  return after === 'holds' ? 'holds' : { during: 'not known', after };
}

/** All of them in the long run. */
const CASES = frozenCases().filter((_, i) => IS_LONG_RUN || i % 3 === 0);

describe.each(CASES)('%s', (name) => {
  test('the report and the explanation agree', async () => {
    const opened = await openRun(fixtureInput(name));
    if (!opened.ok) throw new Error(opened.error.error.message);
    const { report, judged } = opened.value;
    const states = rowStates(report);
    const disagree = judged.flatMap(({ subjects }) =>
      subjects.subjects
        .filter(({ isLosingGroup, unknownGroups }) => !isLosingGroup && unknownGroups.length === 0)
        .flatMap((subject) =>
          allRows(subject).flatMap((asked) => {
            const own = subject.pool ?? groupName(subject.groups[0]?.key, subjects)?.shown;
            const state = states.find(
              (one) => one.row === asked.row && one.subject === own && one.cluster === subject.cluster.label,
            );
            const isLost = report.findings.some(
              (found) =>
                found.reason.kind === 'key-renamed' &&
                found.pool === subject.pool &&
                rowsOf(found).includes(asked.row),
            );
            const expected: Told = isLost
              ? { during: 'missing', after: 'missing' }
              : state?.during === undefined
                ? 'holds'
                : { during: state.during, after: state.after };
            const answer = told(partsOf(asked, subject, subjects));
            return JSON.stringify(answer) === JSON.stringify(expected)
              ? []
              : [{ row: asked.row.id, own, answer, expected }];
          }),
        ),
    );
    expect(disagree).toEqual([]);
  });
});
