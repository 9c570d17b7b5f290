/** Past its budget a plan could not be judged, wherever it ends; what only decorates is left out, and the verdict stands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { type Budget, OutOfBudget, type Stage } from '../../src/budget.js';
import { check, type CheckRequest } from '../../src/command/check.js';
import { deadlineFor, secondsIn } from '../../src/command/budget.js';
import { readCheckOptions } from '../../src/command/check-command.js';
import { judgeFiles } from '../../src/command/judge-files.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { reportJson } from '../../src/format/json/json.js';
import { ok } from '../../src/result.js';
import { FIXTURES } from '../support/fixture-report.js';
import { memoryReader } from '../support/source/memory-reader.js';
import { hostile } from '../support/plans/hostile.js';

const PLAN = path.join(FIXTURES, 'turbo-eni-egress', 'plan.json');

/** A budget that ends at this stage. */
function endingAt(stage: Stage): Budget {
  const end = (_: number, at: Stage): void => {
    if (at === stage) throw new OutOfBudget('work', at);
  };
  return { spend: end, hold: end, keep: end };
}

async function judged(budget: Budget, bytes: Uint8Array = readFileSync(PLAN)) {
  const source = memoryReader({ 'main.tf': readFileSync(path.join(path.dirname(PLAN), 'main.tf')) });
  return judgeFiles({
    plans: [{ path: 'plan.json', bytes, label: undefined, source }],
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-01-01',
    budget,
  });
}

function request(parts: Partial<CheckRequest>): CheckRequest {
  return {
    configuration: NO_CONFIGURATION,
    plans: [{ name: 'plan.json', file: PLAN, source: () => Promise.resolve(ok(undefined)) }],
    facts: { files: [], date: undefined },
    failOn: undefined,
    label: undefined,
    requiresCluster: false,
    now: new Date(0),
    prepareEngine: () => ({ look: () => undefined, settle: () => Promise.resolve() }),
    note: () => undefined,
    answer: () => Promise.resolve(ok(undefined)),
    ...parts,
  };
}

describe('a budget that ends', () => {
  test.each(['references', 'clusters', 'rules', 'report'] as const)('at %s: no verdict', async (stage) => {
    const plan = Buffer.from(JSON.stringify(hostile('ladder', 2)));
    const end = stage === 'references' ? judged(endingAt(stage), plan) : judged(endingAt(stage));
    await expect(end).rejects.toThrow(OutOfBudget);
  });

  test.each(['files', 'places'] as const)(
    'at %s that are looked into for lines: the verdict stands',
    async (stage) => {
      const [whole, bare] = [await judged(endingAt('posting')), await judged(endingAt(stage))];
      if (!whole.ok || !bare.ok) throw new Error('it is a plan');
      const places = (result: typeof whole) =>
        result.value.report.findings.flatMap(({ causes }) => causes.flatMap(({ place }) => place ?? []));
      expect(places(whole).length).toBeGreaterThan(0);
      expect(places(bare)).toEqual([]);
      expect(bare.value.report.summary).toEqual(whole.value.report.summary);
      expect(bare.value.notes.flat()).toContainEqual(expect.stringContaining('have no lines'));
    },
  );
});

test('a budget that ends before somebody asks for the fingerprint of what is let through: the verdict stands', async () => {
  let isOver = false;
  const end = (_: number, at: Stage): void => {
    if (isOver) throw new OutOfBudget('work', at);
  };
  const result = await judged({ spend: end, hold: end, keep: end });
  if (!result.ok) throw new Error('it is a plan');
  const { report } = result.value;
  isOver = true;
  expect(report.effectiveFingerprint()).toBeUndefined();
  expect(reportJson(report)).toMatchObject({ conclusion: report.conclusion, effectiveFingerprint: null });
  isOver = false;
  const again = await judged({ spend: end, hold: end, keep: end });
  expect(again.ok && again.value.report.effectiveFingerprint()).toMatch(/^[0-9a-f]{32}$/);
});

describe('check', () => {
  const passes = (): boolean => false;

  test.each([
    [
      'time',
      { elapsedMs: () => Infinity, isMemoryLow: passes },
      'could not judge within 7 s: ran out of it at ',
    ],
    [
      'memory',
      { elapsedMs: () => 0, isMemoryLow: () => true },
      'could not judge within the memory that Node has',
    ],
  ])('says in one line that %s ran out, and gives no verdict', async (_, gauges, line) => {
    const answered: unknown[] = [];
    const result = await check(
      request({
        deadline: 7,
        startGauges: () => gauges,
        answer: (report) => {
          answered.push(report);
          return Promise.resolve(ok(undefined));
        },
      }),
    );
    expect(result).toEqual({ ok: false, error: expect.stringContaining(line) });
    expect(result).toEqual({ ok: false, error: expect.stringMatching(/^[^\n]*--deadline SECONDS[^\n]*$/) });
    expect(answered).toEqual([]);
  });

  test('has as much time as the input is large, or as somebody says', () => {
    expect([1, 250_000_000, 250_000_001].map((bytes) => deadlineFor(bytes, undefined))).toEqual([
      120, 120, 240,
    ]);
    expect(deadlineFor(600_000_000, 5)).toBe(5);
  });
});

test.each([
  ['1', 1],
  ['86400', 86_400],
  ['0', undefined],
  ['86401', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['soon', undefined],
])('a deadline of %s', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
  const read = readCheckOptions(['plan.json', `--deadline=${text}`]);
  if (seconds !== undefined) expect(read).toMatchObject({ ok: true, value: { deadline: seconds } });
  else expect(read).toEqual({ ok: false, error: expect.stringContaining('--deadline takes whole seconds') });
});
