/** The report of a recorded case as users get it: with its files beside it and its configuration. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { memo } from '../../src/collections.js';
import { CHECK_IDS } from '../../src/check/check-id.js';
import { type Configuration, NO_CONFIGURATION } from '../../src/config/configuration.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { diskReader } from '../../src/edge/disk-reader.js';
import { memberOf } from '../../src/plan/document/marks.js';
import type { Plan } from '../../src/plan/plan.js';
import type { Report } from '../../src/report/report.js';
import { readPlan } from './run-bytes.js';
import { type FilesInput, judgeFiles } from '../../src/command/judge-files.js';

/** PLANS says another folder of such cases. */
export const FIXTURES = process.env['PLANS'] ?? path.join(import.meta.dirname, '..', '..', 'fixtures');

/** The names of the cases whose report is kept beside them; where there are other cases, all that come to a verdict. */
export function frozenCases(): readonly string[] {
  const names = readdirSync(FIXTURES);
  return process.env['PLANS'] === undefined
    ? names.filter((name) => existsSync(frozenFile(name)))
    : names.filter((name) => expectationOf(path.join(FIXTURES, name)).exit !== 2);
}

/** Where the report of a case is kept. */
export function frozenFile(name: string): string {
  return path.join(FIXTURES, name, 'expected', 'report.json');
}

/** The report of a case on the day on which they were recorded. */
export async function fixtureReport(name: string): Promise<Report> {
  const result = await judgeFiles(fixtureInput(name));
  if (!result.ok) throw new Error(`${name}: ${result.error.error.message}`);
  return result.value.report;
}

/** What is judged of a case, and how. */
export function fixtureInput(name: string): FilesInput {
  const folder = path.join(FIXTURES, name);
  return {
    plans: plansNamed(folder).map((file) => ({
      path: file,
      bytes: readFileSync(path.join(folder, file)),
      label: undefined,
      source: diskReader({ root: folder, rootModule: '' }),
    })),
    facts: {
      files: filesNamed(folder, 'facts').map((file) => ({
        path: file,
        bytes: readFileSync(path.join(folder, file)),
      })),
      date: undefined,
    },
    configuration: fixtureConfiguration(folder),
    failOn: 'critical',
    today: '2026-11-23',
  };
}

/** The plan files of a case, in the order in which they are named. */
export function plansNamed(folder: string): readonly string[] {
  const plans = filesNamed(folder, 'plans');
  return plans.length > 0 ? plans : ['plan.json'];
}

/** The files of a case that its expectation names. */
export function namedFiles(name: string, key: 'plans' | 'facts'): readonly string[] {
  return filesNamed(path.join(FIXTURES, name), key);
}

function filesNamed(folder: string, key: 'plans' | 'facts'): readonly string[] {
  const names = expectationOf(folder)[key];
  return Array.isArray(names) ? names.map(String) : [];
}

function expectationOf(folder: string): Readonly<Record<'plans' | 'facts' | 'exit', unknown>> {
  const file = path.join(folder, 'expect.json');
  const expected: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const of = (key: string): unknown => memberOf(expected, key);
  return { plans: of('plans'), facts: of('facts'), exit: of('exit') };
}

/** The plan of a case, without its files. */
export const fixturePlan = memo((name: string): Plan => {
  const plan = readPlan(readFileSync(path.join(FIXTURES, name, 'plan.json')));
  if (!plan.ok) throw new Error(`${name}: ${plan.error.message}`);
  return plan.value;
});

/** The configuration beside a case. */
export function caseConfiguration(name: string): Configuration {
  return fixtureConfiguration(path.join(FIXTURES, name));
}

function fixtureConfiguration(folder: string): Configuration {
  const file = path.join(folder, 'cce-plan-guard.yml');
  if (!existsSync(file)) return NO_CONFIGURATION;
  const configuration = readConfiguration(readFileSync(file, 'utf8'), CHECK_IDS);
  if (!configuration.ok) throw new Error(configuration.error.message);
  return configuration.value;
}
