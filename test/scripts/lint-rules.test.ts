import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

import plugin from '../../scripts/eslint/plugin.js';

/** A small project on the disk, since the rules ask the compiler for types and for other files. */
const FILES: Readonly<Record<string, string>> = {
  'src/silent.ts': `
    interface Item { name: string; note?: string }
    export function silent(list: Item[], texts: string[], text: string): unknown {
      const [first] = texts;
      const last = texts.at(-1);
      return [texts[0] ?? '', text[0] ?? '', texts.at(1) ?? \`\`, list[0]?.name ?? '', [texts][0] ?? [], [1][0] ?? 0,
        [{}][0] ?? {}, first ?? '', last ?? '', list[0]?.name.trim() ?? ''];
    }`,
  'src/said.ts': `
    interface Item { name: string; note?: string }
    export function said(list: Item[], map: Map<string, string[]>, record: Record<string, string>): unknown {
      const [, part = ''] = /a(b)?/.exec('a') ?? [];
      const { note } = list[0] ?? { note: undefined };
      return [map.get('a') ?? [], list[0]?.note ?? '', record['a'] ?? '', list[0] ?? 'none', part, note ?? ''];
    }`,
  'src/one.ts': `export interface Found { a: 1 } export function placeOf() {} type Own = 1;`,
  'src/two.ts': `export type Found = 2; function placeOf() {} type Own = 2; placeOf();`,
  'src/three.ts': `import type { Found } from './one.js'; export const value = 1; export function inner(): Found { const placeOf = () => 1; placeOf(); return { a: 1 }; }`,
  'test/four.ts': `export interface Found { b: 1 }`,
};

let folder = '';
let eslint: ESLint;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'lint-rules-')));
  for (const [name, text] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const names = Object.keys(FILES).map((name) => path.join(folder, name));
  const options = { strict: true, noUncheckedIndexedAccess: true, target: ts.ScriptTarget.ES2022, types: [] };
  const program = ts.createProgram(names, options);
  eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { ours: plugin },
      languageOptions: { parser: tseslint.parser, parserOptions: { programs: [program] } },
      rules: {
        'ours/no-fallback-on-index': 'error',
        'ours/one-meaning': 'error',
      },
    },
  });
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

async function messages(name: string): Promise<readonly string[]> {
  const [result] = await eslint.lintFiles([name]);
  return result?.messages.map(({ message }) => message) ?? [];
}

describe('no-fallback-on-index', () => {
  test('an empty value behind an index is an error', async () => {
    expect(await messages('src/silent.ts')).toHaveLength(10);
  });

  test('what a map, a record, a part of a pattern or a property does not have is an answer', async () => {
    expect(await messages('src/said.ts')).toEqual([]);
  });
});

describe('one-meaning', () => {
  test('an exported type and a function have a name of their own in src/', async () => {
    expect(await messages('src/one.ts')).toEqual([
      'The type Found is exported by src/two.ts too: name it for what it is.',
      'A function placeOf is in src/two.ts too: name it for what it does, or write it once.',
    ]);
    expect(await messages('src/two.ts')).toHaveLength(2);
  });

  test('types of a file alone, inner functions, imports and tests are no matter', async () => {
    expect(await messages('src/three.ts')).toEqual([]);
    expect(await messages('test/four.ts')).toEqual([]);
  });
});
