/** Reports of several runs, put together: what one run over all of their plans says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { judgeFiles } from '../../src/command/judge-files.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { readShard } from '../../src/format/json/values/read.js';
import { renderText } from '../../src/format/text/text.js';
import type { Report } from '../../src/report/report.js';
import { fc } from '../support/laws.js';
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

async function reportOver(
  numbers: readonly number[],
  { failOn = 'critical', text = CONFIGURATION }: { failOn?: 'critical' | 'warning'; text?: string } = {},
): Promise<Report> {
  const configuration = readConfiguration(text, CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  const judged = await judgeFiles({
    plans: numbers.map((number) => ({
      path: `plan-${number}.json`,
      bytes: Buffer.from(fleetPlan(CASES[number] ?? '', number)),
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
