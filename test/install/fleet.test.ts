/** Many plans in the threads of each Node, and a plan that does not fit into its memory. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { runAction, type Step } from '../support/action/run-action.js';
import { CLI } from '../support/built.js';
import { fleetPlan } from '../support/fleet.js';
import { nodeOf, testWith } from '../support/install/tools.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-fleet-'));
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** So many of that size, which is mostly spaces, are judged in threads. */
const PLANS = 40;
const BYTES = 2_400_000;

beforeAll(() => {
  mkdirSync(at('plans'));
  for (let i = 0; i < PLANS; i++) {
    const name = i % 10 === 0 ? 'vpc-tcp-rule-destroyed' : 'vpc-unknown-group';
    writeFileSync(at('plans', `${i}.json`), fleetPlan(name, i).padEnd(BYTES));
  }
});

const run = (node: string, ...args: readonly string[]) =>
  spawnSync(
    node,
    [
      ...args.filter((one) => one.startsWith('--max')),
      CLI,
      'check',
      ...args.filter((one) => !one.startsWith('--max')),
    ],
    {
      ...{ cwd: folder, env: {}, encoding: 'utf8' },
    },
  );

describe.each([20, 22, 24])('with Node %d', (major) => {
  testWith(
    `Node ${major}`,
    `many plans come to what they come to in one thread (Node ${major})`,
    (node) => {
      const json = ['plans', '--quiet', '--format', 'json', '--output'];
      const threads = run(node, ...json, 'threads.json');
      // A page in HTML asks the plans, so all are kept in one thread.
      const one = run(node, ...json, 'one.json', '--report', 'html=one.html');
      expect([threads.status, threads.stderr]).toEqual([one.status, one.stderr]);
      expect(threads.status).toBe(1);
      expect(readFileSync(at('threads.json'))).toEqual(readFileSync(at('one.json')));
    },
    nodeOf(major),
  );
});

test('the step judges them in threads as it does in one', async () => {
  const plans: Record<string, string> = {};
  for (let i = 0; i < PLANS; i++) plans[`plans/${i}.json`] = readFileSync(at('plans', `${i}.json`), 'utf8');
  const step: Step = {
    event: 'push',
    files: {
      ...plans,
      'main.tf': 'resource "opentelekomcloud_networking_secgroup_rule_v2" "tcp" {}\n',
      'cce-plan-guard.yml': 'clusters: [{ name: prod-0, master-cidrs: [192.168.0.0/20] }, { name: gone }]\n',
    },
    inputs: { plan: 'plans/*.json', 'github-token': '' },
  };
  const [threads, one] = [await runAction({ ...step, isProcess: true }), await runAction(step)];
  expect([threads.code, threads.stderr]).toEqual([1, '']);
  expect(threads.report).toBe(one.report);
  expect(threads.summary).toBe(one.summary);
  expect((await runAction({ ...step, without: ['worker.js'] })).code).toBe(2);
});

test('a plan that does not fit into memory while it is read is exit 2, and a line', () => {
  // Values of a type that counts have to be made.
  const values = JSON.stringify({
    rules: Array.from({ length: 200_000 }, (_, i) => ({ id: i, cidr: null })),
  });
  const change = (i: number): string =>
    `{"address":"opentelekomcloud_networking_secgroup_v2.g${i}","mode":"managed","type":"opentelekomcloud_networking_secgroup_v2","name":"g${i}","change":{"actions":["create"],"before":null,"after":${values},"after_unknown":{}}}`;
  const plan = (from: number): string =>
    `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[${Array.from({ length: 12 }, (_, i) => change(from + i)).join()}],"configuration":{"root_module":{}}}`;
  for (const i of [0, 1]) writeFileSync(at(`large-${i}.json`), plan(12 * i));
  for (const plans of [['large-0.json'], ['large-0.json', 'large-1.json']]) {
    const { status, stdout, stderr } = run(process.execPath, '--max-old-space-size=50', ...plans);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^cce-plan-guard: could not judge within the memory that Node has [^\n]*NODE_OPTIONS=--max-old-space-size=MEGABYTES\n$/,
    );
  }
});
