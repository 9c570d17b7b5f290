import { describe, expect, test } from '@jest/globals';

import { parsePatch } from '../../../src/github/review/patch.js';
import { deletedBlocks, shownBlocks } from '../../../src/github/review/patch-blocks.js';

describe('deleted blocks', () => {
  test('reach from their header to their brace', () => {
    const patch = ['@@ -5,6 +5,2 @@', ' x', '-resource "t" "n" {', '-  a = 1', '-}', '-', ' y'].join('\n');
    expect(deletedBlocks(parsePatch(patch))).toEqual([
      { keyword: 'resource', labels: ['t', 'n'], anchor: { side: 'LEFT', line: 8, startLine: 6 } },
    ]);
  });

  test('of modules too', () => {
    expect(deletedBlocks(parsePatch('@@ -1,3 +0,0 @@\n-module "m" {\n-  source = "./m"\n-}'))).toMatchObject([
      { keyword: 'module', labels: ['m'], anchor: { line: 3, startLine: 1 } },
    ]);
  });

  test('of one line have no range', () => {
    expect(deletedBlocks(parsePatch('@@ -1 +0,0 @@\n-resource "t" "n" {}'))).toMatchObject([
      { anchor: { line: 1, startLine: undefined } },
    ]);
  });

  test('are not those that are edited or moved within the file', () => {
    const patch = ['@@ -1,2 +1,2 @@', '-resource "t" "n"  {', '+resource "t" "n" {', ' }'].join('\n');
    expect(deletedBlocks(parsePatch(patch))).toEqual([]);
  });

  test('end at the next block when their brace stays', () => {
    const patch = ['@@ -1,4 +1,1 @@', '-resource "t" "a" {', '-  x = 1', '-resource "t" "b" {', ' }'].join(
      '\n',
    );
    expect(deletedBlocks(parsePatch(patch)).map(({ anchor }) => [anchor.startLine, anchor.line])).toEqual([
      [1, 2],
      [undefined, 3],
    ]);
  });
});

test('shown blocks are those of the head, added or not', () => {
  const patch = [
    '@@ -1,3 +1,4 @@',
    ' resource "t" "a" {',
    '-module "m" {',
    '+  module "n" {',
    '+data "t" "d" {',
    ' }',
  ];
  expect(shownBlocks(parsePatch(patch.join('\n')))).toEqual([
    { keyword: 'resource', labels: ['t', 'a'], line: 1 },
    { keyword: 'module', labels: ['n'], line: 2 },
  ]);
});
