/** Every cause of every story that still stands in the configuration has the line of its own block. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { memo } from '../../src/collections.js';
import { reportJson } from '../../src/format/json/json.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { diskReader } from '../../src/edge/disk-reader.js';
import { judgeFiles } from '../../src/command/judge-files.js';
import type { CauseJson } from '../../src/format/json/schema.js';

const FIXTURES = path.join(import.meta.dirname, '..', '..', 'fixtures');
const stories = readdirSync(FIXTURES).filter((name) => existsSync(path.join(FIXTURES, name, 'expect.json')));

const causesOf = memo(async (story: string): Promise<readonly CauseJson[]> => {
  const root = path.join(FIXTURES, story);
  const result = await judgeFiles({
    plans: [
      {
        path: 'plan.json',
        bytes: readFileSync(path.join(root, 'plan.json')),
        label: undefined,
        source: diskReader({ root, rootModule: '' }),
      },
    ],
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-11-23',
  });
  if (!result.ok) throw new Error(result.error.error.message);
  return reportJson(result.value.report).findings.flatMap(({ causes }) => causes);
});

/** The lines of the block in the files of the root module, found by its header alone. */
function blockOf(
  story: string,
  type: string,
  name: string,
): { file: string; from: number; to: number } | undefined {
  for (const file of readdirSync(path.join(FIXTURES, story)).filter((entry) => entry.endsWith('.tf'))) {
    const lines = readFileSync(path.join(FIXTURES, story, file), 'utf8').split('\n');
    const from = lines.findIndex((line) => line.startsWith(`resource "${type}" "${name}" {`));
    if (from >= 0) return { file, from: from + 1, to: lines.indexOf('}', from) + 1 };
  }
  return undefined;
}

describe.each(stories)('%s', (story) => {
  test('causes stand on their blocks', async () => {
    for (const { address, file, line } of await causesOf(story)) {
      const [, type = '', name = ''] = /^(opentelekomcloud_\w+)\.(\w+)$/.exec(address) ?? [];
      const block = blockOf(story, type, name);
      if (block === undefined) continue;
      expect({ address, file }).toEqual({ address, file: block.file });
      expect(line).toBeGreaterThanOrEqual(block.from);
      expect(line).toBeLessThanOrEqual(block.to);
    }
  });
});

test('an instance that is gone is placed on the map that lost it', async () => {
  const [cause] = await causesOf('vpc-module-for-each');
  const lines = readFileSync(path.join(FIXTURES, 'vpc-module-for-each', 'main.tf'), 'utf8').split('\n');
  expect(cause).toMatchObject({
    file: 'main.tf',
    line: lines.findIndex((line) => line.includes('rules = {')) + 1,
    isBase: false,
    unplaced: null,
  });
  // The call that makes it, and the block in the module.
  expect(lines[(cause?.call?.line ?? 0) - 1]).toMatch(/^module "rules" \{/);
  const inner = readFileSync(path.join(FIXTURES, 'vpc-module-for-each', cause?.block?.file ?? ''), 'utf8');
  expect(inner.split('\n')[(cause?.block?.line ?? 0) - 1]).toMatch(/^resource "\w+_rule_v2" "this" \{/);
});

test('a cause without a line says why', async () => {
  const causes = (await Promise.all(stories.map(causesOf))).flat();
  const nowhere = causes.filter(({ file }) => file === null);
  expect(nowhere.length).toBeGreaterThan(0);
  expect(nowhere.filter(({ unplaced }) => unplaced === null)).toEqual([]);
});
