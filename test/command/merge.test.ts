/** Reports of several runs, put together: what one run over all of their plans says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { judgeFiles } from '../../src/command/judge-files.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { readShard } from '../../src/format/json/values/read.js';
import { renderText } from '../../src/format/text/text.js';
import type { Report } from '../../src/report/report.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { fleetPlan } from '../support/fleet.js';
import { said } from '../support/said.js';
import { allForms, merged, mergedTexts, shardText } from '../support/shards.js';

const CASES = [
  'vpc-tcp-rule-destroyed',
  'vpc-egress-minima-missing',
  'turbo-kubelet-destroyed',
  'vpc-rule-key-renamed',
  'vpc-unknown-group',
  'v3-deny-kubelet',
  'vpc-no-changes',
  'vpc-open-to-world',
  'vpc-kubelet-open-to-world',
  'vpc-tcp-rule-destroyed',
] as const;

/** Entries that serve one plan or another, and two that serve none. */
const CONFIGURATION = `
clusters:
  - name: prod-1
    master-cidrs: [192.168.0.0/20]
  - name: prod-3
    security-groups: { node: [nobody-has-this] }
  - name: nowhere
    master-cidrs: [10.0.0.0/8]
waivers:
  - { requirement: T1.2, cluster: prod-0, packets: tcp from any, reason: r, owner: o, expires: 2027-01-31 }
  - { requirement: T8.2, cluster: prod-1, packets: udp/53 to any, reason: r, owner: o, expires: 2027-01-31 }
  - { requirement: T8.3, cluster: prod-6, packets: tcp/5353 to any, reason: r, owner: o, expires: 2027-01-31 }
`;

/** Plans of the larger fleet. */
const FLEET = IS_LONG_RUN ? 200 : 20;

async function reportOver(
  numbers: readonly number[],
  { failOn = 'critical', text = CONFIGURATION }: { failOn?: 'critical' | 'warning'; text?: string } = {},
): Promise<Report> {
  const configuration = readConfiguration(text, CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  const judged = await judgeFiles({
    plans: numbers.map((number) => ({
      path: `plan-${number}.json`,
      bytes: Buffer.from(fleetPlan(CASES[number % CASES.length] ?? '', number)),
      label: undefined,
    })),
    configuration: configuration.value,
    ...{ failOn, today: '2026-11-23' },
  });
  if (!judged.ok) throw new Error(judged.error.error.message);
  return judged.value.report;
}

const ALL = CASES.map((_, number) => number);

describe('a merge', () => {
  test('says what one run says, byte for byte, in every form, whatever the shards and their order', async () => {
    const one = allForms(await reportOver(ALL));
    const single = await Promise.all(ALL.map(async (number) => shardText(await reportOver([number]))));
    expect(allForms(merged(single))).toEqual(one);
    const pair = shardText(await reportOver([2, 5, 8]));
    const rest = merged(single.filter((_, number) => ![2, 5].includes(number)));
    // A merge of merges, with a plan that both have.
    expect(allForms(merged([shardText(rest), pair]))).toEqual(one);
    fc.assert(
      fc.property(fc.shuffledSubarray(single, { minLength: single.length }), (shards) => {
        expect(shardText(merged([...shards, ...shards.slice(0, 3)]))).toBe(one['json']);
      }),
      { numRuns: 3 },
    );
    expect(one['json']).toContain('nowhere');
    expect(one['text']).toContain('prod-6');
  });

  describe(`of ${FLEET} plans`, () => {
    const numbers = Array.from({ length: FLEET }, (_, number) => number);
    let one: Readonly<Record<string, string>>;
    let shards: readonly string[];
    beforeAll(async () => {
      // In the order of their names, as every run has them.
      const sorted = numbers.map((number) => `plan-${number}.json`).sort();
      one = allForms(await reportOver(sorted.map((name) => Number(name.replaceAll(/\D/g, '')))));
      shards = await Promise.all(numbers.map(async (number) => shardText(await reportOver([number]))));
    });
    const told = (report: Report) => {
      const { json, summary } = allForms(report);
      return { json, summary };
    };

    test('each in a shard of its own is the one run, in any order', () => {
      expect(allForms(merged(shards))).toEqual(one);
      const { json, summary } = one;
      fc.assert(
        fc.property(fc.shuffledSubarray(shards as string[], { minLength: FLEET }), (shuffled) => {
          expect(told(merged(shuffled))).toEqual({ json, summary });
        }),
        { numRuns: 2 },
      );
    });

    test('is the same merged again, in whatever parts, and however often', () => {
      fc.assert(
        fc.property(
          fc.shuffledSubarray(shards as string[], { minLength: FLEET }),
          fc.integer({ min: 1, max: FLEET - 1 }),
          fc.integer({ min: 0, max: FLEET - 1 }),
          (shuffled, cut, overlap) => {
            const first = shardText(merged(shuffled.slice(0, cut)));
            const second = shardText(merged(shuffled.slice(Math.min(cut, overlap))));
            const whole = shardText(merged([second, first]));
            expect(whole).toBe(one['json']);
            expect(shardText(merged([whole]))).toBe(whole);
          },
        ),
        { numRuns: 2 },
      );
    });

    test('names each that is missing, and what is there is judged as ever', () => {
      fc.assert(
        fc.property(fc.shuffledSubarray(numbers, { minLength: 1, maxLength: FLEET - 1 }), (there) => {
          const expected = numbers.map((number) => `plan-${number}.json`);
          const some = there.map((number) => shards[number] ?? '');
          const partial = merged(some, { expected });
          const lacking = numbers.filter((number) => !there.includes(number));
          expect(partial.conclusion).toBe('fail');
          expect(partial.unreported).toEqual(lacking.map((number) => `plan-${number}.json`).sort());
          expect(partial.summary).toEqual(merged(some).summary);
          const rest = lacking.map((number) => shards[number] ?? '');
          expect(shardText(merged([shardText(partial), ...rest]))).toBe(one['json']);
        }),
        { numRuns: 2 },
      );
    });
  });

  test('names a plan of which there is no report, and fails unless told otherwise', async () => {
    const shards = [shardText(await reportOver([6], { text: '' }))];
    const expected = ['plan-6.json', 'plan-9.json'];
    const partial = merged(shards, { expected });
    expect(partial).toMatchObject({ conclusion: 'fail', unreported: ['plan-9.json'] });
    expect(renderText(partial, { colors: false })).toContain('no report of plan-9.json, not judged');
    expect(merged(shards, { expected, mayLack: true }).conclusion).toBe('pass');
    // A merge of it still knows, and one that has the plan does not say it any more.
    expect(merged([shardText(partial)]).unreported).toEqual(['plan-9.json']);
    const missing = shardText(await reportOver([9], { text: '' }));
    expect(merged([shardText(partial), missing]).unreported).toEqual([]);
  });

  test('keeps what is idle by a configuration of its own', async () => {
    const waiver =
      '{ requirement: T8.3, packets: tcp/5353 to any, reason: r, owner: o, expires: 2027-01-31 }';
    const shards = [
      shardText(await reportOver([0], { text: `waivers: [${waiver}]` })),
      shardText(await reportOver([2], { text: '' })),
    ];
    expect(merged(shards).findings.filter(({ check }) => check.id === 'waiver')).toHaveLength(1);
  });

  test('reads and writes files as the command line names them', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-merge-'));
    const at = (name: string): string => path.join(folder, name);
    const never = ['--fail-on', 'never'];
    for (const number of [2, 9]) {
      writeFileSync(at(`plan-${number}.json`), fleetPlan(CASES[number] ?? '', number));
      const json = ['--format', 'json'];
      const report = await said(['check', at(`plan-${number}.json`), ...never, ...json]);
      writeFileSync(at(`report-${number}.json`), report);
    }
    const plans = [at('plan-9.json'), at('plan-2.json')];
    const one = await said(['check', ...plans, ...never]);
    const shards = at('report-*.json');
    expect(await said(['merge', shards])).toBe(one);
    const lacking = await said(['merge', shards, '--expect', 'a,b', '--allow-missing']);
    expect(lacking).toContain('no report of a, b');
    expect(await said(['merge'])).toContain('refused: no report is named');
    expect(await said(['merge', shards, '--expect', ' ,a'])).toContain('refused: --expect has an empty name');
    expect(await said(['merge', at('none-*.json')])).toContain('refused: no report is found at');
    expect(await said(['merge', at('plan-2.json')])).toContain('plan-2.json is no report, version 1');
    expect(await said(['merge', shards, '--output', at('report-2.json')])).toContain('would overwrite');
    rmSync(folder, { recursive: true });
  });

  test('refuses what does not go together, and what it cannot read', async () => {
    const [older, newer] = [await reportOver([0]), await reportOver([0], { text: '' })];
    expect(mergedTexts([shardText(older), shardText(newer)])).toEqual({
      ok: false,
      error:
        'shard 0 and shard 1 say different things of plan-0.json: give each plan a --label of its own, or leave out the older report',
    });
    const strict = JSON.stringify({
      ...(JSON.parse(shardText(await reportOver([2]))) as { values: object }),
      values: { failOn: 'warning', fallbackFile: '', unreported: [], plans: [], runs: [] },
    });
    expect(readShard(strict, 'it')).toMatchObject({ ok: false });
    for (const [text, why] of [
      ['', 'is no JSON'],
      ['{}', 'is no report'],
      ['{"version":1}', 'has no `values`'],
      ['{"version":1,"cloud":{},"values":{}}', 'audit'],
      [shardText(older).replace('"kind":"row"', '"kind":"hole"'), 'does not read'],
      [shardText(older).replace(/"hi":\d+/, '"hi":-1'), 'does not read'],
    ] as const) {
      const read = readShard(text, 'it');
      expect(read.ok ? 'read' : read.error).toContain(why);
    }
  });
});
