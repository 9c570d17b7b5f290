/** `record`: what it writes into the configuration, and what it says. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { cloudOf } from '../support/facts/cloud.js';
import { FIXTURES } from '../support/fixture-report.js';
import { said } from '../support/said.js';

const HARDENED = path.join(FIXTURES, 'vpc-egress-minima-complete', 'plan.json');
const NOTHING = path.join(FIXTURES, 'vpc-no-changes', 'plan.json');

let folder = '';
let config = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  config = path.join(folder, 'cce-plan-guard.yml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What it says: on standard output with exit 0, or why it refuses. */
function record(...argv: readonly string[]): Promise<string> {
  return said(['record', ...argv, '--config', config]);
}

describe('a plan that takes a default rule away', () => {
  test('is recorded in a new file, once', async () => {
    expect(await record(HARDENED)).toBe(
      `written to ${config}, cluster prod: default-rules: { gone: [T1.9] }\n`,
    );
    const text = readFileSync(config, 'utf8');
    expect(text).toBe('clusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n');
    expect(await record(HARDENED)).toBe(
      `already in ${config}, cluster prod: default-rules: { gone: [T1.9] }\n`,
    );
    expect(readFileSync(config, 'utf8')).toBe(text);
  });

  test('is recorded beside what the file says', async () => {
    writeFileSync(config, '# ours\nclusters:\n  - name: dev # small\n    region: eu-de\n');
    await record(HARDENED);
    expect(readFileSync(config, 'utf8')).toBe(
      '# ours\nclusters:\n  - name: dev # small\n    region: eu-de\n  - name: prod\n    default-rules: { gone: [T1.9] }\n',
    );
  });

  test('is not recorded in a file that is broken, or that only a person can write', async () => {
    writeFileSync(config, 'clusterz: []\n');
    expect(await record(HARDENED)).toMatch(/^refused: .*did you mean `clusters`/);
    expect(readFileSync(config, 'utf8')).toBe('clusterz: []\n');
    writeFileSync(config, '{ fail-on: critical }\n');
    expect(await record(HARDENED)).toMatch(
      /^refused: .* only a person can add to\. Write by hand: cluster prod: default-rules: \{ gone: \[T1\.9\] \}$/,
    );
  });

  test('cannot be recorded where nothing can be written', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    config = path.join(folder, 'file', 'cce-plan-guard.yml');
    expect(await record(HARDENED)).toMatch(/^refused: .*cannot be written/);
  });
});

describe('facts without a plan', () => {
  const facts = (name: string, what: object): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(what));
    return file;
  };

  test('are written down, every row that they show, once', async () => {
    const seen = facts('facts.json', cloudOf('vpc-router', { without: ['T1.9'] }));
    const said = await record('--facts', seen);
    expect(said).toMatch(
      /^written to .*, cluster prod: default-rules: \{ gone: \[T1\.9\], standing: \[T1\.1, /,
    );
    const text = readFileSync(config, 'utf8');
    expect(await record('--facts', seen)).toBe(said.replace('written to', 'already in'));
    expect(readFileSync(config, 'utf8')).toBe(text);
  });

  test('that show no cluster are nothing to record', async () => {
    const seen = facts('facts.json', { ...cloudOf('vpc-router'), clusters: [] });
    expect(await record('--facts', seen)).toMatch(/^nothing to record: the facts show no cluster/);
    expect(existsSync(config)).toBe(false);
  });
});

test('a plan that takes nothing away makes no file', async () => {
  expect(await record(NOTHING)).toBe('nothing to record: no rule that CCE made goes with this plan\n');
  expect(existsSync(config)).toBe(false);
});

test('what is no plan is refused', async () => {
  expect(await record()).toBe(
    'refused: no plan is named; write: cce-plan-guard record PLAN, or - for standard input',
  );
  expect(await record(path.join(folder, 'nowhere.json'))).toMatch(/^refused: .*does not exist/);
});
