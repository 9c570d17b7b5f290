/** Fingerprints are made of ids: what is said, how grave it is and where it stands in a list moves none. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/check/finding.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { configurationId, fingerprints } from '../../src/report/identity.js';
import { reportOf } from '../../src/report/report-of.js';
import { run } from '../../src/run.js';
import { FIXTURES, fixturePlan, frozenCases } from '../support/fixture-report.js';
import { configured } from '../support/stories.js';

function judged(names: readonly string[], configuration = NO_CONFIGURATION): ReturnType<typeof run> {
  const plans = names.map((name) => ({
    path: `${name}/plan.json`,
    label: undefined,
    plan: fixturePlan(name),
  }));
  return run({ plans, configuration, failOn: 'critical', today: '2026-11-23' });
}

function marks({ findings }: Report): readonly string[] {
  return findings.map(({ fingerprint }) => fingerprint);
}

/** The report of the case with each of its findings made another. */
function changed({ judged: all }: ReturnType<typeof run>, change: (found: Finding) => Finding): Report {
  const again = all.map((one) => ({
    ...one,
    verdict: { ...one.verdict, findings: one.verdict.findings.map(change) },
  }));
  return reportOf(again, { failOn: 'critical', proposed: NO_CONFIGURATION });
}

const CASES = frozenCases();
const PLANS_OF_A_RUN = 25;

describe('a fingerprint', () => {
  test.each(CASES)('is that of one finding, whatever its words and its severity: %s', (name) => {
    const first = judged([name]);
    const all = marks(first.report);
    expect(new Set(all).size).toBe(all.length);
    for (const mark of all) expect(mark).toMatch(/^[0-9a-f]{16}$/);
    const before = [...all].sort();
    const reworded = changed(first, (found) => ({
      ...found,
      severity: 'notice',
      remedy: { kind: 'of-check' },
      check: { ...found.check, title: 'Other words', why: 'Other words', remedy: 'Other words' },
    }));
    expect([...marks(reworded)].sort()).toEqual(before);
  });

  test('is made of ids, none of which is a place in a list', () => {
    const {
      report,
      judged: [one],
    } = judged(['vpc-tcp-rule-destroyed']);
    const lost = report.findings.find(({ row }) => row?.id === 'T1.2');
    const group = one?.subjects.subjects[0]?.groups[0]?.key;
    const ids = ['essential-rule', 'introduced', 'T1.2', 'row', lost?.cluster, group, null, 'node'];
    const hash = createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 16);
    expect(lost?.fingerprint).toBe(hash);
  });

  test('is not moved by a configured severity', () => {
    const severity = configured('severity: { duplicate-rule: critical }');
    const name = 'vpc-duplicate-of-default';
    expect(marks(judged([name], severity).report)).toEqual(marks(judged([name]).report));
  });

  test('of the waived part of a finding is another one', () => {
    const name = 'tunnel-waived';
    const all = judged(
      [name],
      configured(readFileSync(path.join(FIXTURES, name, 'cce-plan-guard.yml'), 'utf8')),
    );
    expect(all.report.findings.filter(({ waived }) => waived !== undefined)).not.toEqual([]);
    expect(new Set(marks(all.report)).size).toBe(all.report.findings.length);
  });
});

describe('several plans of one run', () => {
  const name = 'vpc-tcp-rule-destroyed';

  test('do not change what is found in one of them alone', () => {
    const alone = marks(judged([name]).report);
    expect(alone.length).toBeGreaterThan(0);
    expect(marks(judged([name, 'vpc-no-changes']).report)).toEqual(alone);
  });

  test('have fingerprints of their own where they say the same', () => {
    const plan = fixturePlan(name);
    const plans = ['a', 'b'].map((label) => ({ path: 'plan.json', label, plan }));
    const how = { configuration: NO_CONFIGURATION, failOn: 'critical', today: '2026-11-23' } as const;
    const both = run({ plans, ...how }).report;
    expect(new Set(marks(both)).size).toBe(both.findings.length);
    const of = (report: Report, label: string): readonly ReportFinding[] =>
      report.findings.filter(({ plan: at }) => report.plans[at]?.label === label);
    // Neither the order of the plans nor another one beside them counts.
    const turned = run({ plans: [...plans].reverse(), ...how }).report;
    for (const label of ['a', 'b']) {
      expect(of(turned, label).map(({ fingerprint }) => fingerprint)).toEqual(
        of(both, label).map(({ fingerprint }) => fingerprint),
      );
    }
  });

  test('of one name are told apart too', () => {
    const both = judged([name, name]).report;
    expect(new Set(marks(both)).size).toBe(both.findings.length);
  });

  test('cases of one run share none', () => {
    // A few runs of many plans: what plans tell each other costs more the more there are.
    for (let from = 0; from < CASES.length; from += PLANS_OF_A_RUN) {
      const { report } = judged(CASES.slice(from, from + PLANS_OF_A_RUN));
      expect(new Set(marks(report)).size).toBe(report.findings.length);
    }
  });
});

test('two problems of one rule are two findings', () => {
  const {
    judged: [one],
  } = judged(['vpc-upper-case-protocol']);
  const found = one?.verdict.findings.find(({ reason }) => reason.kind === 'rule-problem');
  if (one === undefined || found?.reason.kind !== 'rule-problem') throw new Error('there is a problem');
  const mark = fingerprints(one.subjects);
  const other: Finding = {
    ...found,
    reason: { ...found.reason, problem: { kind: 'refused', flaw: { id: 'two-peers' } } },
  };
  expect(mark(other)).not.toBe(mark(found));
});

test('no configuration has the id that its values have', () => {
  expect(configurationId(NO_CONFIGURATION)).toBe(configurationId({ ...NO_CONFIGURATION }));
});
