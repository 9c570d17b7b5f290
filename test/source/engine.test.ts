import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from '@jest/globals';

import { loadHcl } from '../../src/source/hcl/hcl.js';

const GRAMMAR = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);

test('parsers that are loaded at once all read', async () => {
  const grammar = readFileSync(GRAMMAR);
  const loaded = await Promise.all([loadHcl(grammar), loadHcl(grammar), loadHcl(grammar)]);
  const text = `resource "a" "b" {\n${'  # line\n'.repeat(20_000)}}\n`;
  expect(loaded.map((hcl) => hcl?.parse(text, (root) => root.hasError))).toEqual([false, false, false]);
});
