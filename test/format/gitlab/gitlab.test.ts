/** Code quality reports as GitLab reads them. */
import { describe, expect, test } from '@jest/globals';

import { type GitlabViolation, renderGitlab } from '../../../src/format/gitlab/gitlab.js';
import type { Report } from '../../../src/report/report.js';
import { cause, finding, report } from '../../support/report/builders.js';
import { violationProblems } from '../../support/report/gitlab-checks.js';

const violationsOf = (shown: Report): readonly GitlabViolation[] =>
  JSON.parse(renderGitlab(shown, { fallbackFile: 'infra/main.tf' })) as GitlabViolation[];

describe('every report', () => {
  test('the checks tell what is wrong', () => {
    const [violation] = violationsOf(report([finding()]));
    for (const change of [
      { severity: 'bad' },
      { fingerprint: 1 },
      { location: { path: '/a', lines: { begin: 1 } } },
    ])
      expect(violationProblems([{ ...violation, ...change }])).not.toEqual([]);
    expect(violationProblems([violation, violation])).not.toEqual([]);
    expect(violationProblems({})).not.toEqual([]);
  });
});

test('nothing found is an empty list, so that violations close', () => {
  expect(renderGitlab(report([]))).toBe('[]\n');
});

test('severities, lines and what is waived', () => {
  const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
  const shown = report([
    finding({ causes: [cause('a', ['delete'], 7)] }),
    finding({ severity: 'warning', causes: [] }),
    finding({ severity: 'notice', causes: [] }),
    finding({ waived }),
  ]);
  expect(violationsOf(shown)).toMatchObject([
    { severity: 'critical', location: { path: 'main.tf', lines: { begin: 7 } } },
    { severity: 'major', location: { path: 'infra/main.tf', lines: { begin: 1 } } },
    { severity: 'info' },
  ]);
  expect(violationsOf(shown)).toHaveLength(3);
});
