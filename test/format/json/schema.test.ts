/** The published schema: reports of real plans and made ones keep to it, and it says what each field is. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { build } from 'esbuild';

import { CHECK_IDS } from '../../../src/check/check-id.js';
import { type Configuration, NO_CONFIGURATION } from '../../../src/config/configuration.js';
import { readConfiguration } from '../../../src/config/read-configuration.js';
import { renderJson } from '../../../src/format/json/json.js';
import type { Report } from '../../../src/report/report.js';
import { reportSchema } from '../../../src/format/json/schema.js';
import { runBytes } from '../../support/run-bytes.js';
import { sample } from '../../support/report/golden.js';
import { REPORTS } from '../../support/report/reports.js';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

const STORIES = [
  'tunnel-waived',
  'turbo-eni-egress',
  'v3-deny-kubelet',
  'vpc-drift',
  'vpc-egress-minima-missing',
  'vpc-fresh-unknown-pod-cidr',
  'vpc-node-pool-own-group-incomplete',
  'vpc-target',
];

/** As it is written to the file. */
const schema = JSON.parse(JSON.stringify(toJsonSchema(reportSchema))) as Readonly<Record<string, unknown>>;
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

function problems(report: unknown): readonly unknown[] {
  validate(report);
  return validate.errors ?? [];
}

function reportOf(story: string): Report {
  const folder = path.join(ROOT, 'fixtures', story);
  const result = runBytes({
    plans: [{ path: 'plan.json', bytes: readFileSync(path.join(folder, 'plan.json')), label: undefined }],
    configuration: configurationOf(folder),
    failOn: 'critical',
    today: '2026-11-23',
  });
  if (!result.ok) throw new Error(result.error.error.message);
  return result.value;
}

function configurationOf(folder: string): Configuration {
  const file = path.join(folder, 'cce-plan-guard.yml');
  if (!existsSync(file)) return NO_CONFIGURATION;
  const configuration = readConfiguration(readFileSync(file, 'utf8'), CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  return configuration.value;
}

test('schema/report-1.json is what the sources say; else run node scripts/schemas.mjs and commit the result', () => {
  const fresh = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-schema-'));
  try {
    execFileSync(process.execPath, ['scripts/schemas.mjs', fresh, 'report'], { cwd: ROOT });
    expect(readFileSync(path.join(fresh, 'report-1.json'), 'utf8')).toBe(
      readFileSync(path.join(ROOT, 'schema/report-1.json'), 'utf8'),
    );
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
});

describe('reports keep to the schema', () => {
  test.each(STORIES)('%s', (story) => {
    const report = JSON.parse(renderJson(reportOf(story))) as unknown;
    expect(problems(report)).toEqual([]);
    // Nothing is written that the schema does not name: valibot drops what it does not know.
    expect(v.parse(reportSchema, report)).toEqual(report);
  });

  test.each(Object.keys(REPORTS))('made: %s', (name) => {
    expect(problems(JSON.parse(renderJson(sample(name))))).toEqual([]);
  });
});

describe('what is no report', () => {
  const report = (): Record<string, unknown> =>
    JSON.parse(renderJson(sample('hardened-egress'))) as Record<string, unknown>;

  test.each([
    'version',
    'conclusion',
    'summary',
    'plans',
    'clusters',
    'groups',
    'findings',
    'resolved',
    'holds',
  ])('without %s', (key) => {
    const entries = Object.entries(report()).filter(([name]) => name !== key);
    expect(problems(Object.fromEntries(entries))).not.toEqual([]);
  });

  test.each([
    ['another version', { version: 2 }],
    ['another conclusion', { conclusion: 'maybe' }],
    ['a negative count', { summary: { critical: -1, warning: 0, notice: 0 } }],
    ['a broken finding', { findings: [{}] }],
  ])('%s', (_, fields) => {
    expect(problems({ ...report(), ...fields })).not.toEqual([]);
  });

  test('a new field is none: readers of version 1 have to bear it', () => {
    expect(problems({ ...report(), added: true })).toEqual([]);
  });
});

describe('the schema itself', () => {
  test('says what each field is', () => {
    expect(undescribed(schema, 'report')).toEqual([]);
  });

  test('is in no run', async () => {
    const { metafile } = await build({
      entryPoints: ['src/run.ts', 'src/format/text/text.ts', 'src/format/json/json.ts'],
      absWorkingDir: ROOT,
      bundle: true,
      platform: 'node',
      format: 'esm',
      outdir: 'nowhere',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    expect(Object.keys(metafile.inputs)).toContain('src/report/report-of.ts');
    expect(Object.keys(metafile.inputs)).not.toContain('src/format/json/schema.ts');
  });
});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

/** Properties that neither they themselves, nor what they list, nor all of their own properties explain. */
function undescribed(node: unknown, at: string): readonly string[] {
  const { properties = {}, items, anyOf = [] } = node as Node;
  return [
    ...Object.entries(properties).flatMap(([name, property]) => [
      ...(property.description === undefined &&
      property.items === undefined &&
      property.properties === undefined
        ? [`${at}.${name}`]
        : []),
      ...undescribed(property, `${at}.${name}`),
    ]),
    ...(items === undefined ? [] : undescribed(items, `${at}[]`)),
    ...anyOf.flatMap((option) => undescribed(option, at)),
  ];
}
