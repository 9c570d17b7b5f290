import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from '@jest/globals';

import { type BlocksIn, openBlocks } from '../../src/source/hcl/blocks.js';

const WASM = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);

let blocksIn: BlocksIn = () => [];
beforeAll(async () => {
  blocksIn = await openBlocks(() => Promise.resolve(new Uint8Array(readFileSync(WASM))));
});

/** `resource T N 1-3` for each block. */
const seen = (text: string): readonly string[] =>
  blocksIn(text.split('\n')).map(({ keyword, labels, from, to }) =>
    [keyword, ...labels, `${from}-${to}`].join(' '),
  );

describe('blocks of a whole file', () => {
  test.each([
    [
      'one after the other',
      'resource "t" "a" {\n  x = 1\n}\n\nmodule "m" {\n}\n',
      ['resource t a 1-3', 'module m 5-6'],
    ],
    ['on one line', 'variable "v" {}\nlocals { a = 1 }\n', ['variable v 1-1', 'locals 2-2']],
    ['labels without quotes', 'resource t a {\n}\n', ['resource t a 1-2']],
    ['indented', '  resource "t" "a" {\n    x = {\n}\n  }\n', ['resource t a 1-4']],
    [
      'a brace at the start of a line within',
      'resource "t" "a" {\n  x = {\n}\n  y {\n}\n}\n',
      ['resource t a 1-6'],
    ],
    ['a header in a comment', '/*\nresource "t" "a" {\n}\n*/\nresource "t" "b" {\n}\n', ['resource t b 5-6']],
    [
      'a header in a heredoc',
      'resource "t" "a" {\n  x = <<EOF\nresource "t" "b" {\n}\nEOF\n}\n',
      ['resource t a 1-6'],
    ],
    ['a block in a block', 'check "c" {\n  data "t" "a" {\n  }\n}\n', []],
    ['no block', '# a\n', []],
    ['nothing', '', []],
    ['JSON', '{"resource": {"t": {"a": {}}}}', []],
  ])('%s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('blocks of a part of a file', () => {
  test.each([
    ['the end of a block before', '  x = 1\n}\n\nresource "t" "b" {\n  y = 2\n}\n', ['resource t b 4-6']],
    ['the middle of a block', '  x = 1\n  y = 2', []],
    ['the brace is cut off', 'resource "t" "a" {\n  x = 1\n  y {\n    z = 2', ['resource t a 1-4']],
    ['only the header', 'resource "t" "a" {', ['resource t a 1-1']],
    ['cut off in a list', 'resource "t" "a" {\n  x = [\n    1,\n', ['resource t a 1-3']],
    [
      'the lines between are left out',
      'resource "t" "a" {\n  x = 1\nresource "t" "b" {\n  y = 2\n}',
      ['resource t a 1-2', 'resource t b 3-5'],
    ],
    [
      'cut off in front, whole in the middle, cut off behind',
      '}\nmodule "a" {\n  x = {\n  }\n}\n\nmodule "b" {\n  y = 1\n',
      ['module a 2-5', 'module b 7-8'],
    ],
    [
      'a header in a heredoc of a whole block',
      'x = 1\n}\nresource "t" "a" {\n  x = <<EOF\nmodule "b" {\n}\nEOF\n}\n',
      ['resource t a 3-8'],
    ],
  ])('%s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  test('many blocks that are not closed take no longer than others', () => {
    const started = process.cpuUsage();
    expect(blocksIn(Array<string>(5_000).fill('resource "t" "a" {'))).toHaveLength(5_000);
    expect(process.cpuUsage(started).user).toBeLessThan(6_000_000);
  });
});

test('without a grammar no blocks are seen', async () => {
  const broken = await openBlocks(() => Promise.reject(new Error('absent')));
  expect(broken(['module "a" {', '}'])).toEqual([]);
  const empty = await openBlocks(() => Promise.resolve(new Uint8Array()));
  expect(empty(['module "a" {', '}'])).toEqual([]);
});
