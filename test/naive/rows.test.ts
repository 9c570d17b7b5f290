/** The naive reading of plans and the product say the same of every row and every example of the reports of recorded cases. */
import { expect, test } from '@jest/globals';

import { requirement } from '../../src/model/model.js';
import { must } from '../../src/result.js';
import { frozenCases } from '../support/fixture-report.js';
import { naiveCase } from '../support/naive/cases.js';
import { wrongExample } from '../support/naive/examples.js';
import { holds, rulesAt, subjectOf } from '../support/naive/holds.js';

/** Facts, locals and loops are not read by the naive side, and a cluster that is made anew. */
const TOO_MUCH = 16;

test('of most cases the naive side reads all that counts', async () => {
  const cases = await Promise.all(frozenCases().map(naiveCase));
  expect(cases.filter(({ world }) => world.limits.length > 0).length).toBeLessThanOrEqual(TOO_MUCH);
});

test.each(frozenCases())('%s', async (name) => {
  const { typed, report, world } = await naiveCase(name);
  if (world.limits.length > 0) return;
  expect(typed.findings.flatMap((finding) => wrongExample(world, finding) ?? [])).toEqual([]);
  for (const { requirement: id, cluster, group, before, after } of report.rows) {
    const row = must(requirement(id), 'a row');
    const pool = group?.includes('node_pool') === true ? group : null;
    const subject = must(subjectOf(world, { cluster, group, pool }), `${group ?? ''} is known`);
    const state = (side: 'before' | 'after'): string =>
      holds(world, { row, subject, side, rules: rulesAt(world, side) });
    const was = subject.before.length === 0 ? 'absent' : state('before');
    // What was before an undecided row is not told.
    expect([id, group, before === 'unknown' ? before : was, state('after')]).toEqual([
      ...[id, group, before, after],
    ]);
  }
});
