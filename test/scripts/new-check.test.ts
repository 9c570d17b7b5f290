/** The scaffold of a check, tried in a copy of the project's files. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import * as prettier from 'prettier';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { newCheck } from '../../scripts/new-check.mjs';

const ROOT = path.join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(path.join(tmpdir(), 'new-check-'));

beforeAll(() => {
  cpSync(path.join(ROOT, 'src'), path.join(copy, 'src'), { recursive: true });
  cpSync(path.join(ROOT, 'test', 'stories'), path.join(copy, 'test', 'stories'), { recursive: true });
});

afterAll(() => {
  rmSync(copy, { recursive: true });
});

describe('a new check', () => {
  let files: readonly string[] = [];

  beforeAll(() => {
    files = newCheck('new-risk', copy);
  });

  test('is a file, its stories and its lines in the lists, formatted as all else', async () => {
    expect(files.map((file) => path.relative(copy, file).replaceAll('\\', '/'))).toEqual([
      'src/check/new-risk.ts',
      'test/stories/new-risk.test.ts',
      'src/check/check-id.ts',
      'src/check/checks.ts',
      'test/stories/table.test.ts',
    ]);
    const options = await prettier.resolveConfig(path.join(ROOT, 'package.json'));
    for (const filepath of files) {
      const text = readFileSync(filepath, 'utf8');
      expect(await prettier.format(text, { ...options, filepath })).toBe(text);
    }
  });

  test('runs with the others, before the waivers, and finds nothing yet', async () => {
    const out = path.join(copy, 'checks.mjs');
    await build({
      entryPoints: [path.join(copy, 'src', 'check', 'checks.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: out,
      nodePaths: [path.join(ROOT, 'node_modules')],
      logLevel: 'silent',
    });
    const { CHECKS } = (await import(pathToFileURL(out).href)) as {
      CHECKS: readonly { id: string; run: (subjects: object) => object }[];
    };
    expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS.slice(0, -1), 'new-risk', 'waiver']);
    const made = CHECKS.find(({ id }) => id === 'new-risk');
    expect(made?.run({})).toEqual([]);
  });

  test('has three stories: one is told, two are to be told', () => {
    const text = readFileSync(path.join(copy, 'test', 'stories', 'new-risk.test.ts'), 'utf8');
    expect(text.match(/^ {2}test(\.todo)?\(/gm)).toEqual(['  test.todo(', '  test(', '  test.todo(']);
    expect(readFileSync(path.join(copy, 'test', 'stories', 'table.test.ts'), 'utf8')).toContain(
      "  'new-risk': {\n",
    );
  });

  test('needs a name that is free, in small letters', () => {
    expect(() => newCheck('new-risk', copy)).toThrow('there is a check new-risk already');
    expect(() => newCheck('New Risk', copy)).toThrow('small letters');
    expect(() => newCheck('../risk', copy)).toThrow('small letters');
  });
});
