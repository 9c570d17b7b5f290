/** The rules of SARIF: one a check. */
import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';

import { CHECKS } from '../../../src/check/checks.js';
import type { CheckMetadata } from '../../../src/check/finding.js';
import { renderSarif } from '../../../src/format/sarif/sarif.js';
import type { Report } from '../../../src/report/report.js';
import { check, finding, report, statement } from '../../support/report/builders.js';

function runOf(
  shown: Report,
  version?: string,
  checks: readonly CheckMetadata[] = CHECKS,
): Log['runs'][number] {
  const [run] = (JSON.parse(renderSarif(shown, checks, { version })) as Log).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('rules', () => {
  const severities: CheckMetadata['severities'] = { introduced: 'critical', transient: 'warning' };
  const only = check('rule-input', { severities });
  const idsOf = (shown: Report): readonly string[] =>
    (runOf(shown, undefined, [only]).tool.driver.rules ?? []).map(({ id }) => id);

  test('one, whatever the severity, so that another one is no new alert', () => {
    expect(idsOf(report([]))).toEqual(['rule-input']);
    const levels = (['critical', 'notice'] as const).map((severity) => {
      const [result] =
        runOf(report([statement('x', { check: only, severity })]), undefined, [only]).results ?? [];
      return [result?.ruleId, result?.level];
    });
    expect(levels).toEqual([
      ['rule-input', 'error'],
      ['rule-input', 'note'],
    ]);
  });

  test('says which finding is how grave', () => {
    const [rule] = runOf(report([]), undefined, [only]).tool.driver.rules ?? [];
    expect(rule?.help?.text).toContain(
      'A finding is critical when it is new with the plan; warning when it is there only while the plan is applied.',
    );
    expect(rule?.helpUri).toMatch(/rule-input\.md$/);
  });

  test('for every check there is', () => {
    expect((runOf(report([])).tool.driver.rules ?? []).map(({ id }) => id)).toEqual(
      CHECKS.map(({ id }) => id),
    );
  });

  test('the tool says its version and where it lives', () => {
    expect(runOf(report([]), '1.2.3').tool.driver).toMatchObject({
      version: '1.2.3',
      semanticVersion: '1.2.3',
      informationUri: 'https://github.com/OWNER/cce-plan-guard',
    });
  });

  test('a finding of a check that is not listed is a bug', () => {
    expect(() => renderSarif(report([finding()]), [])).toThrow('each finding is of a check that is listed');
  });
});
