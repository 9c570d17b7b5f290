/** JUnit's XML: valid by the schema that Jenkins checks reports with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { validateXML } from 'xmllint-wasm';

import { type JunitOptions, renderJunit } from '../../../src/format/junit/junit.js';
import type { Report } from '../../../src/report/report.js';
import { finding, report } from '../../support/report/builders.js';

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
  test('the schema tells what is wrong', async () => {
    const contents = junit(report([finding()]));
    expect(
      await errorsOf([{ fileName: 'a.xml', contents: contents.replaceAll('testcase', 'case') }]),
    ).not.toEqual([]);
    expect(
      await errorsOf([{ fileName: 'b.xml', contents: contents.replace(' failures=', ' faults=') }]),
    ).not.toEqual([]);
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
