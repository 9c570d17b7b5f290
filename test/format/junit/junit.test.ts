/** JUnit's XML: valid by the schema that Jenkins checks reports with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';

import { type JunitOptions, renderJunit } from '../../../src/format/junit/junit.js';
import type { Report } from '../../../src/report/report.js';
import { finding, report } from '../../support/report/builders.js';
import { expectFile, sample, SHOWN } from '../../support/report/golden.js';
import { hostileReports } from '../../support/report/hostile.js';
import { REPORTS } from '../../support/report/reports.js';

const SCHEMA = readFileSync(path.join(import.meta.dirname, '../../../fixtures/schemas/junit-10.xsd'), 'utf8');

/** What the schema has against these files, by their names. */
async function errorsOf(files: readonly { readonly fileName: string; readonly contents: string }[]) {
  const { errors } = await validateXML({ xml: [...files], schema: [SCHEMA] });
  return errors;
}

const junit = (shown: Report, options: JunitOptions = {}): string =>
  renderJunit(shown, { fallbackFile: 'infra/main.tf', ...options });

const numbersIn = (xml: string, name: string): readonly number[] =>
  [...xml.matchAll(new RegExp(`${name}="(\\d+)"`, 'g'))].map(([, digits]) => Number(digits));

describe('every report', () => {
  test('is valid', async () => {
    const files = Object.keys(REPORTS).map((name) => ({
      fileName: `${name}.xml`,
      contents: junit(sample(name)),
    }));
    expect(await errorsOf(files)).toEqual([]);
  });

  test('also with hostile text in every field', async () => {
    const names = ['one-cause-two-checks', 'other-checks', 'waived'];
    const files = names.flatMap((name) =>
      [...hostileReports(sample(name))].map(([, hostile], index) => ({
        fileName: `${name}-${index}.xml`,
        contents: junit(hostile),
      })),
    );
    expect(await errorsOf(files)).toEqual([]);
  });

  test('the schema tells what is wrong', async () => {
    const contents = junit(report([finding()]));
    expect(
      await errorsOf([{ fileName: 'a.xml', contents: contents.replaceAll('testcase', 'case') }]),
    ).not.toEqual([]);
    expect(
      await errorsOf([{ fileName: 'b.xml', contents: contents.replace(' failures=', ' faults=') }]),
    ).not.toEqual([]);
  });

  test.each([...SHOWN])('%s, whole', (name) => {
    expectFile(`${name}.junit.xml`, junit(sample(name)));
  });
});

describe('what fails the run is a failure', () => {
  const waived = { reason: 'not used', owner: '@team', expires: '2027-01-31' };
  const shown = report([
    finding(),
    finding({ severity: 'warning' }),
    finding({ severity: 'notice' }),
    finding({ waived }),
  ]);

  test.each([
    ['critical', 1],
    ['warning', 2],
    ['notice', 3],
    ['never', 0],
  ] as const)('from %s on: %d of 5 cases', (failOn, failures) => {
    const xml = junit(shown, { failOn });
    expect(numbersIn(xml, 'tests')).toEqual([5, 5]);
    expect(numbersIn(xml, 'failures')).toEqual([failures, failures]);
    expect(xml.split('<failure ')).toHaveLength(failures + 1);
    expect(xml).toContain('waived: not used (@team, until 2027-01-31)');
  });

  test('nothing found: one case, and it passes', () => {
    expect(numbersIn(junit(report([])), 'tests')).toEqual([1, 1]);
    expect(numbersIn(junit(report([])), 'failures')).toEqual([0, 0]);
  });
});
