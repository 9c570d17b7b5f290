/** What `facts` writes judges a plan as the API's own answers do. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { runCommand } from '../../src/command/commands.js';
import type { ReportJson } from '../../src/format/json/schema.js';
import { ok } from '../../src/result.js';
import { factsBench } from '../support/cloud/run-facts.js';
import type { Lists } from '../support/cloud/server.js';
import { ROOT } from '../support/workflows.js';

const bench = factsBench();

const STORY = path.join(ROOT, 'fixtures', 'cloud', 'judged');
const PLAN = path.join(STORY, 'plan.json');

/** Conclusion and findings, but for what is said of the file itself: only one of them tells how old it is. */
async function verdictBy(facts: string): Promise<unknown> {
  let report = '';
  await runCommand(['check', PLAN, '--format', 'json', '--facts', facts], {
    ...{ env: {}, now: new Date('2026-11-24T06:00:00Z'), note: () => undefined, terminal: () => undefined },
    write: (text) => {
      report = text;
      return ok(undefined);
    },
  });
  const { conclusion, findings } = JSON.parse(report) as ReportJson;
  return { conclusion, findings: findings.filter(({ check }) => check !== 'configuration') };
}

test('fetched facts and answers of the API give one verdict', async () => {
  const answers = path.join(STORY, 'answers.json');
  const { security_groups: groups } = JSON.parse(readFileSync(answers, 'utf8')) as {
    security_groups: Record<string, unknown>[];
  };
  const rules = groups.flatMap((group) => group['security_group_rules'] as Lists[string]);
  bench.cloud().lists = {
    ...Object.fromEntries(Object.keys(bench.cloud().lists).map((name) => [name, []])),
    'v2.0/security-groups': groups,
    'v2.0/security-group-rules': rules,
  };
  const fetched = path.join(bench.folder(), 'fetched.json');
  writeFileSync(fetched, (await bench.run(bench.byPassword(), ['--plan', PLAN])).text);
  const verdict = await verdictBy(fetched);
  expect(verdict).toMatchObject({ conclusion: 'fail', findings: [{ severity: 'critical' }] });
  expect(verdict).toEqual(await verdictBy(answers));
});
