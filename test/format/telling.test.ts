/**
 * Every form tells the same of a report: the same verdict and counts, the same findings in the same order, in the same words,
 * and nothing else. Each is read by a parser of its language.
 */
import { describe, expect, test } from '@jest/globals';

import type { Report } from '../../src/report/report.js';
import { fixtureReport } from '../support/fixture-report.js';
import { sample } from '../support/report/golden.js';
import { READERS } from '../support/report/told.js';
import { untold } from '../support/report/untold.js';

/** Made ones for each shape, and recorded ones with their files and fixes. */
const STORIES = [
  'hardened-egress',
  'other-checks',
  'undecided',
  'several-plans',
  'waived',
  'new-pool',
  'identical',
  'identical-if',
  'believed',
  'resolved',
  'incomplete',
  'cluster-goes',
  'nothing-judged',
];
const RECORDED = [
  'vpc-egress-minima-missing',
  'vpc-two-plans-one-run',
  'tunnel-waived',
  'turbo-kubelet-destroyed',
  'v3-deny-kubelet',
  'vpc-open-to-world',
];

const NAMES = Object.keys(READERS) as (keyof typeof READERS)[];

/** What forms tell otherwise than they have to. */
function differences(shown: Report): Readonly<Record<string, readonly string[]>> {
  const found = NAMES.map((name) => [name, untold(name, shown, READERS[name].write(shown))] as const);
  return Object.fromEntries(found.filter(([, problems]) => problems.length > 0));
}

test.each(STORIES)('%s', (name) => {
  expect(differences(sample(name))).toEqual({});
});

test.each(RECORDED)('the recorded case %s', async (name) => {
  expect(differences(await fixtureReport(name))).toEqual({});
});

describe.each(NAMES)('%s would be found out', (name) => {
  const shown = sample('hardened-egress');
  const written = READERS[name].write(shown);

  test('if it left a finding out', () => {
    const [, ...others] = shown.findings;
    const { summary } = shown;
    const fewer = READERS[name].write({ ...shown, findings: others, summary });
    expect(untold(name, shown, fewer)).not.toEqual([]);
  });

  test('if it had other words for one', () => {
    const other = written.replaceAll('lose DNS', 'mislay DNS');
    expect(other).not.toBe(written);
    expect(untold(name, shown, other)).not.toEqual([]);
  });

  test('if it had them in another order', () => {
    const turned = READERS[name].write({ ...shown, findings: shown.findings.toReversed() });
    expect(untold(name, shown, turned)).not.toEqual([]);
  });
});
