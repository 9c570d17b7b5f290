/** Every input that once broke something, each time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { action } from '../support/fuzz/action-target.js';
import { corpusFolders, corpusNames, corpusOf } from '../support/fuzz/campaign.js';
import { command } from '../support/fuzz/command-target.js';
import { pipe } from '../support/fuzz/pipe-target.js';
import { READERS } from '../support/fuzz/reader-targets.js';

const TARGETS = [
  ...READERS.map(([, target]) => [target.name, corpusOf(target)] as const),
  [pipe.name, corpusOf(pipe)] as const,
  [command.name, corpusOf(command)] as const,
  [action.name, corpusOf(action)] as const,
];
const CORPUS = path.join(import.meta.dirname, '..', 'corpus');

test('each folder of the corpus is that of a target, and each file has its line in README.md', () => {
  const names = TARGETS.map(([name]) => name);
  expect(corpusFolders().filter((folder) => !names.includes(folder))).toEqual([]);
  const told = readFileSync(path.join(CORPUS, 'README.md'), 'utf8');
  const files = corpusFolders().flatMap((folder) => corpusNames(folder).map((file) => `${folder}/${file}`));
  expect(files.filter((file) => !told.includes(`\`${file}\``))).toEqual([]);
  const listed = [...told.matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file);
  expect(listed.filter((file) => !files.includes(file ?? ''))).toEqual([]);
});

const CASES = TARGETS.flatMap(([target, cases]) =>
  cases.map(([file, hold]) => [target, file, hold] as const),
);

describe('what once broke it', () => {
  test.each(CASES)('%s/%s', async (_, __, hold) => {
    await hold();
  });
});
