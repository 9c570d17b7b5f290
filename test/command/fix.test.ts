/** `fix`: what it asks for, and what it says. */
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { FIXTURES } from '../support/fixture-report.js';
import { said } from '../support/said.js';

const MISSING = path.join(FIXTURES, 'vpc-egress-minima-missing', 'plan.json');
const NOTHING = path.join(FIXTURES, 'vpc-no-changes', 'plan.json');

/** What it says: on standard output with exit 0, or why it refuses. */
function fix(...argv: readonly string[]): Promise<string> {
  return said(['fix', ...argv]);
}

describe('fix', () => {
  test('tells each way with its proof, the most conservative first', async () => {
    const text = await fix(MISSING);
    const [first, second] = ['  1  put `', '  2  add 4 rules'].map((words) => text.indexOf(words));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first ?? 0);
    expect(text).toContain('proved: ends the finding');
    expect(text).toContain('remote_ip_prefix  = "100.125.4.25/32"');
    expect(text.split('\n').every((line) => line.length <= 120 || line.includes('-target='))).toBe(true);
  });

  test('tells one finding, by the first digits of its fingerprint', async () => {
    const all = JSON.parse(await fix(MISSING, '--format', 'json')) as { fixes: { fingerprint: string }[] };
    const fingerprints = [...new Set(all.fixes.map(({ fingerprint }) => fingerprint))];
    expect(fingerprints).toHaveLength(13);
    const [wanted = ''] = fingerprints;
    const one = JSON.parse(await fix(MISSING, wanted.slice(0, 8), '--format', 'json')) as typeof all;
    expect([...new Set(one.fixes.map(({ fingerprint }) => fingerprint))]).toEqual([wanted]);
  });

  test('says when there is nothing, and what it does not understand', async () => {
    expect(await fix(NOTHING)).toBe('nothing to mend\n');
    expect(await fix(MISSING, '00000000')).toMatch(/^refused: no finding of this plan has a fingerprint/);
    expect(await fix(MISSING, '0000')).toMatch(/^refused: a fingerprint has 8 to 16 digits/);
    expect(await fix(MISSING, '--format', 'xml')).toMatch(/^refused: --format takes text, json/);
    expect(await fix(MISSING, '00000000', 'more')).toMatch(/^refused: a fingerprint has 8 to 16 digits/);
    expect(await fix(MISSING, 'more.json', '00000000')).toMatch(/^refused: .*more\.json does not exist/);
    expect(await fix()).toMatch(/^refused: no plan is named/);
  });

  test('takes the plans that check takes, and tells of each', async () => {
    const told = await fix(NOTHING, MISSING);
    expect(told).toMatch(/^[0-9a-f]{8} {2}/);
    expect(await fix(NOTHING, MISSING, told.slice(0, 8))).toMatch(/^[0-9a-f]{8} {2}/);
    expect(await fix(NOTHING, MISSING, '--order')).toContain('fixtures/vpc-egress-minima-missing/plan.json');
  });

  test('writes a patch only of what it can place', async () => {
    expect(await fix(MISSING, '--patch')).toMatch(/^refused: nothing can be written as a patch: .*--base/);
  });
});
