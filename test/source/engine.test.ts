import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, jest, test } from '@jest/globals';

import { loadHcl } from '../../src/source/hcl/hcl.js';

// Node's types do not tell of it.
declare const WebAssembly: { readonly instantiate: (...given: unknown[]) => unknown };

const GRAMMAR = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);

test('parsers that are loaded at once all read', async () => {
  const grammar = readFileSync(GRAMMAR);
  const loaded = await Promise.all([loadHcl(grammar), loadHcl(grammar), loadHcl(grammar)]);
  const text = `resource "a" "b" {\n${'  # line\n'.repeat(20_000)}}\n`;
  expect(loaded.map((hcl) => hcl?.parse(text, (root) => root.hasError))).toEqual([false, false, false]);
});

test('the grammar is put into the memory of the engine once, where it stays, however many ask for it', async () => {
  const linked = jest.spyOn(WebAssembly, 'instantiate');
  const grammar = Uint8Array.from(readFileSync(GRAMMAR));
  for (let i = 0; i < 3; i++) await loadHcl(Uint8Array.from(grammar));
  expect(linked.mock.calls.length).toBeLessThan(2);
});
