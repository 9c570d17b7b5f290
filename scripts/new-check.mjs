/**
 * Makes the empty check: `npm run new:check NAME`. A file with its metadata, its line in the two lists, three stories
 * that are still to be told, and their entry in the table of stories. The compiler and the tests say what is left to do.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes the files of a new check below `root` and gives their paths. Throws when the name is not free. */
export function newCheck(name, root) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`${name} is no name in small letters: new-risk`);
  const place = (...parts) => path.join(root, ...parts);
  const file = place('src', 'check', `${name}.ts`);
  if (existsSync(file)) throw new Error(`there is a check ${name} already`);
  const camel = name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const key = name === camel ? camel : `'${name}'`;
  const stories = place('test', 'stories', `${name}.test.ts`);
  const edit = (at, ...edits) =>
    writeFileSync(
      at,
      edits.reduce((text, change) => change(text, at), readFileSync(at, 'utf8')),
    );
  const lists = [
    place('src', 'check', 'check-id.ts'),
    place('src', 'check', 'checks.ts'),
    place('test', 'stories', 'table.test.ts'),
  ];
  const [ids, checks, table] = lists;
  edit(ids, before("  'waiver',\n", `  '${name}',\n`));
  edit(
    checks,
    before('import { idleWaivers', `import { ${camel} } from './${name}.js';\n`),
    before('  waiver,\n', key === camel ? `  ${camel},\n` : `  ${key}: ${camel},\n`),
  );
  edit(table, before('  waiver: {\n', `  ${key}: {\n${proof(name)}  },\n`));
  writeFileSync(file, source(name, camel));
  writeFileSync(stories, story(name));
  return [file, stories, ...lists];
}

/** An edit that puts a text before the first place of another. */
function before(mark, text) {
  return (whole, at) => {
    const index = whole.indexOf(mark);
    if (index < 0) throw new Error(`${at} has no place for it: ${JSON.stringify(mark)} is not there`);
    return whole.slice(0, index) + text + whole.slice(index);
  };
}

function source(name, camel) {
  return `import type { Check } from './check.js';

/** Say in one line what it finds. */
export const ${camel}: Check = {
  id: '${name}',
  title: 'Say what is wrong',
  why: 'Say why it matters.',
  remedy: 'Say what to do.',
  severities: { introduced: 'warning' },
  example: 'Say which change makes it fire.',
  tables: [],
  about: 'rules',
  breaks: false,
  leavesUnjudged: false,
  run: () => [],
};
`;
}

function story(name) {
  return `import { describe, expect, test } from '@jest/globals';

import { world } from '../support/plans/cce-world.js';
import { judge } from '../support/judge.js';
import { said } from '../support/stories.js';

const CHECK = '${name}';

describe('fires', () => {
  test.todo('when a plan breaks it');
});

describe('does not fire', () => {
  test('when nothing changes', () => {
    expect(said(judge(world({ model: 'vpc-router' })), CHECK)).toEqual([]);
  });
});

describe('cannot tell', () => {
  test.todo('when a value is known after apply');
});
`;
}

function proof(name) {
  return [
    `    fires: ['${name}: fires > when a plan breaks it'],\n`,
    `    doesNotFire: ['${name}: does not fire > when nothing changes'],\n`,
    `    cannotTell: ['${name}: cannot tell > when a value is known after apply'],\n`,
  ].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name] = process.argv;
  if (name === undefined) {
    console.error('usage: npm run new:check NAME');
    process.exitCode = 2;
  } else {
    const root = path.join(import.meta.dirname, '..');
    for (const file of newCheck(name, root)) console.log(path.relative(root, file));
    console.log('Now tell its stories, a reason and its words in src/report/words, then npm run docs.');
  }
}
