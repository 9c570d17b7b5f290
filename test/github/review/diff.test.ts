import { beforeAll, describe, expect, test } from '@jest/globals';

import { readGrammar } from '../../../src/edge/disk-reader.js';
import { type Diff, type DiffBlock, diffOf, type NamedBlocks } from '../../../src/github/review/diff.js';
import { type BlocksIn, openBlocks } from '../../../src/source/hcl/blocks.js';

let blocksIn: BlocksIn;
beforeAll(async () => {
  blocksIn = await openBlocks(readGrammar);
});

function diffFor(patch: readonly string[]): Diff {
  const file = { path: 'main.tf', previousPath: 'old.tf', status: 'renamed', changes: 1 };
  return diffOf([{ ...file, patch: patch.join('\n') }], { readLines: () => undefined, blocksIn });
}

/** Whatever their names, in the order in which the names first come. */
function all(blocks: NamedBlocks): readonly DiffBlock[] {
  return [...blocks.values()].flat();
}

function deletedIn(patch: readonly string[]): readonly DiffBlock[] {
  return all(diffFor(patch).deleted);
}

const AT = { path: 'main.tf', basePath: 'old.tf' };

describe('deleted blocks', () => {
  test('reach from their header to their brace', () => {
    const patch = ['@@ -5,6 +5,2 @@', ' x', '-resource "t" "n" {', '-  a = 1', '-}', '-', ' y'];
    expect(deletedIn(patch)).toEqual([{ keyword: 'resource', labels: ['t', 'n'], from: 6, to: 8, ...AT }]);
  });

  test('of modules too', () => {
    const patch = ['@@ -1,3 +0,0 @@', '-module "m" {', '-  source = "./m"', '-}'];
    expect(deletedIn(patch)).toMatchObject([{ keyword: 'module', labels: ['m'], from: 1, to: 3 }]);
  });

  test('of one line have no range', () => {
    expect(deletedIn(['@@ -1 +0,0 @@', '-resource "t" "n" {}'])).toMatchObject([{ from: 1, to: 1 }]);
  });

  test('are not those that are edited or moved within the file', () => {
    const patch = ['@@ -1,2 +1,2 @@', '-resource "t" "n"  {', '+resource "t" "n" {', ' }'];
    expect(deletedIn(patch)).toEqual([]);
  });

  test('end at the next block when their brace stays', () => {
    const patch = ['@@ -1,4 +1,1 @@', '-resource "t" "a" {', '-  x = 1', '-resource "t" "b" {', ' }'];
    expect(deletedIn(patch).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 3],
    ]);
  });

  test('end where the diff has other lines in between', () => {
    const patch = ['@@ -1,5 +1,2 @@', '-resource "t" "a" {', '-  x = 1', ' # kept', '-}', ' y'];
    expect(deletedIn(patch)).toMatchObject([{ from: 1, to: 2 }]);
  });

  test('are none in comments, heredocs and texts', () => {
    const text = [
      'locals {',
      '  a = <<EOT',
      'resource "t" "a" {',
      '}',
      'EOT',
      '}',
      '/*',
      'module "m" {',
      '*/',
    ];
    expect(deletedIn([`@@ -1,${text.length} +0,0 @@`, ...text.map((line) => `-${line}`)])).toEqual([]);
  });
});

test('shown blocks are those of the head, added or not, resources and calls of modules', () => {
  const patch = [
    '@@ -1,4 +1,8 @@',
    ' resource "t" "a" {',
    ' }',
    '-module "m" {',
    '+  module "n" {',
    '+  }',
    '+data "t" "d" {',
    '+}',
    ' }',
  ];
  expect(all(diffFor(patch).shown)).toEqual([
    { keyword: 'resource', labels: ['t', 'a'], from: 1, to: 2, ...AT },
    { keyword: 'module', labels: ['n'], from: 3, to: 4, ...AT },
  ]);
});
