/** What the fixes of recorded cases are made of; that they mend is for the laws to say. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { renderFixesJson } from '../../src/format/json/fix-json.js';
import type { Fix } from '../../src/report/fix.js';
import type { Report } from '../../src/report/report.js';
import { hclText } from '../../src/terraform/write-hcl.js';
import { fixtureReport } from '../support/fixture-report.js';

/** Cases, and of the worst finding the kinds of fixes, the most conservative first. */
const CASES: readonly (readonly [name: string, kinds: readonly Fix['kind'][]])[] = [
  ['vpc-egress-minima-missing', ['put-back', 'add-rules', 'waive']],
  ['vpc-tcp-rule-destroyed', ['put-back', 'waive']],
  ['vpc-tcp-rule-narrowed', ['undo', 'waive']],
  ['vpc-secondary-cidr-added', ['undo', 'add-rules', 'waive']],
  ['vpc-rule-key-renamed', ['moved', 'undo', 'waive']],
  ['vpc-explicit-egress-in-new-group', ['delete-default-rules', 'undo', 'waive']],
  ['vpc-duplicate-of-default', ['undo', 'import', 'waive']],
  ['vpc-open-to-world', ['undo', 'waive']],
  ['vpc-own-group-destroyed', ['put-back', 'waive']],
  ['vpc-pool-groups-reordered', ['undo', 'waive']],
  ['vpc-few-egress-rules-removed', ['put-back', 'configuration', 'configuration', 'facts', 'waive']],
  ['tunnel-pool-group-balancer-and-bastion', ['add-rules', 'waive']],
  ['tunnel-data-api-address-left-out', ['undo', 'waive']],
  ['v3-deny-kubelet', ['deny', 'waive']],
];

const reports = new Map<string, Promise<Report>>();

async function reportOf(name: string): Promise<Report> {
  const known = reports.get(name) ?? fixtureReport(name);
  reports.set(name, known);
  return known;
}

async function fixesOfCase(name: string): Promise<readonly Fix[]> {
  const { findings } = await reportOf(name);
  return findings.flatMap(({ fixes }) => fixes?.all() ?? []);
}

describe('the fixes of', () => {
  test.each(CASES)('%s', async (name, kinds) => {
    const [worst] = (await reportOf(name)).findings;
    expect(worst?.fixes?.all().map(({ kind }) => kind)).toEqual(kinds);
    expect(worst?.fixes?.first()?.kind).toBe(kinds[0]);
    expect(worst?.fixes?.whyNone()).toBeUndefined();
  });

  test('a plan with notices alone are none, and it says so', async () => {
    const { findings } = await reportOf('vpc-forgotten');
    expect(findings.map(({ fixes }) => fixes)).toEqual([undefined]);
  });
});

describe('what is printed', () => {
  const schema: unknown = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '..', '..', 'schema', 'fix-1.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: true }).compile(schema as object);

  test.each(CASES)('is what the published schema says: %s', async (name) => {
    const json: unknown = JSON.parse(renderFixesJson((await reportOf(name)).findings));
    expect(validate(json) ? [] : validate.errors).toEqual([]);
  });

  test('lines for the configuration are taken as they are', async () => {
    for (const [name] of CASES) {
      for (const { configuration } of await fixesOfCase(name)) {
        if (configuration === undefined) continue;
        expect(readConfiguration(configuration, CHECK_IDS)).toMatchObject({ ok: true });
      }
    }
  });

  test('HCL is formatted as Terraform formats it, and no two resources have a name in common', async () => {
    const isThere = spawnSync('terraform', ['version']).status === 0;
    const folder = mkdtempSync(path.join(tmpdir(), 'fixes-'));
    try {
      for (const [name] of CASES) {
        const texts = new Set((await fixesOfCase(name)).map(({ blocks }) => hclText(blocks)));
        const resources = [...texts].join('').match(/^resource .*$/gm) ?? [];
        expect(new Set(resources).size).toBe(resources.length);
        [...texts].forEach((text, i) => writeFileSync(path.join(folder, `${name}-${i}.tf`), text));
      }
      // Without Terraform there is nobody to ask.
      if (isThere) expect(spawnSync('terraform', ['fmt', '-check', folder]).status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
