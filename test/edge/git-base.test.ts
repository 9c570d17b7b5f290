import { appendFileSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { fileAtCommit, openBase, usualBases } from '../../src/edge/git-base.js';
import { openSourceOf } from '../../src/edge/source-directory.js';
import { openSource } from '../../src/source/files/source.js';
import { locate } from '../../src/source/locate/locate.js';
import { patchOf } from '../../src/source/patch/patch.js';
import { Repository } from '../support/action/repository.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';

test('a partial clone does not fetch what it lacks, by whatever command it names', async () => {
  const repository = new Repository();
  repository.commit({ 'main.tf': '# nothing\n' });
  repository.git('config', 'core.repositoryFormatVersion', '1');
  const script = path.join(repository.folder, 'fetch.sh');
  const done = path.join(repository.folder, 'fetched');
  appendFileSync(script, `touch ${done}\n`);
  const configuration = [
    '[extensions]',
    '  partialClone = origin',
    '[remote "origin"]',
    `  url = ext::sh ${script}`,
    '  promisor = true',
    '[protocol "ext"]',
    '  allow = always',
  ];
  appendFileSync(path.join(repository.folder, '.git/config'), `${configuration.join('\n')}\n`);
  expect(await openBase(repository.folder, 'b'.repeat(40))).toBeUndefined();
  expect(existsSync(done)).toBe(false);
});

/** Settings of a repository that name a program; `PROGRAM` stands for it. */
const PROGRAMS = [
  ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'core.gitProxy'],
  ...[
    'core.alternateRefsCommand',
    'diff.external',
    'diff.tf.command',
    'diff.tf.textconv',
    'filter.tf.smudge',
  ],
  ...['filter.tf.clean', 'filter.tf.process', 'credential.helper', 'gpg.program', 'sequence.editor'],
  ...['uploadpack.packObjectsHook', 'merge.tf.driver', 'pager.cat-file', 'pager.ls-tree', 'pager.rev-parse'],
  ...['interactive.diffFilter', 'remote.origin.uploadpack', 'trailer.x.command', 'man.x.cmd'],
];

test('settings of the repository that name a program run none', async () => {
  const repository = new Repository();
  const commit = repository.commit({
    'main.tf': '# base\n',
    '.gitattributes': '*.tf diff=tf filter=tf merge=tf\n',
  });
  repository.commit({ 'main.tf': '# head\n' });
  const done = path.join(repository.folder, 'done');
  const program = path.join(repository.folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\ntouch ${done}\n`, { mode: 0o755 });
  const hooks = path.join(repository.folder, 'hooks');
  mkdirSync(hooks);
  for (const name of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
    copyFileSync(program, path.join(hooks, name));
  const settings = PROGRAMS.map((name) => {
    const [, section = '', own = '', key = ''] = /^([^.]+)\.(?:(.+)\.)?([^.]+)$/.exec(name) ?? [];
    return `[${section}${own === '' ? '' : ` "${own}"`}]\n  ${key} = ${program}\n`;
  });
  const aliases = ['ls-tree', 'cat-file', 'rev-parse'].map((name) => `[alias]\n  ${name} = !${program}\n`);
  const file = path.join(repository.folder, '.git/config');
  appendFileSync(file, [...settings, ...aliases, `[core]\n  hooksPath = ${hooks}\n`].join(''));
  const [base] = (await (await openBase(repository.folder, commit))?.bases()) ?? [];
  expect(await base?.list('')).toContain('main.tf');
  expect(Buffer.from((await base?.read('main.tf')) ?? []).toString()).toBe('# base\n');
  expect(await fileAtCommit(repository.folder, commit, 'main.tf')).toEqual({
    kind: 'file',
    text: '# base\n',
  });
  expect(existsSync(done)).toBe(false);
});

describe('without a revision that somebody names', () => {
  /** What each revision has of the files, the likeliest first. */
  const texts = async (repository: Repository, ...files: string[]) =>
    Promise.all(
      (await usualBases(repository.folder)).map(async (base) =>
        Promise.all(
          files.map(async (file) => {
            const bytes = await base.read(file);
            return bytes && new TextDecoder().decode(bytes);
          }),
        ),
      ),
    );

  test('where the branch left the main one, then the last commit', async () => {
    const repository = new Repository();
    repository.commit({ 'main.tf': '# main\n', 'old.tf': '# old\n' });
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.commit({ 'main.tf': '# change\n', 'old.tf': null, 'new.tf': '# new\n' });
    expect(await texts(repository, 'main.tf', 'old.tf', 'new.tf')).toEqual([
      ['# main\n', '# old\n', undefined],
      ['# change\n', undefined, '# new\n'],
    ]);
  });

  test('the branch of the server goes before one of the same name that is behind', async () => {
    const repository = new Repository();
    repository.commit({ 'main.tf': '# one\n' });
    repository.git('checkout', '--quiet', '-b', 'change');
    const left = repository.commit({ 'main.tf': '# two\n' });
    repository.git('update-ref', 'refs/remotes/origin/main', left);
    repository.commit({ 'main.tf': '# three\n' });
    expect(await texts(repository, 'main.tf')).toEqual([['# two\n'], ['# three\n']]);
  });

  test('on the main branch they are one', async () => {
    const repository = new Repository();
    expect(await usualBases(repository.folder)).toEqual([]);
    repository.commit({ 'main.tf': '' });
    const [known, ...others] = await usualBases(repository.folder);
    expect(others).toEqual([]);
    expect(await known?.list('prod')).toBeUndefined();
    expect(await known?.read('prod/main.tf')).toBeUndefined();
  });

  test('a block that the branch added and that goes before it is committed is where the last commit has it', async () => {
    const rule = (name: string, port: number): string =>
      `resource "${RULE}" "${name}" {\n  port_range_min = ${port}\n}\n`;
    const repository = new Repository();
    repository.commit({ 'main.tf': rule('old', 1) });
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.commit({ 'main.tf': `${rule('new', 2)}${rule('old', 3)}` });
    writeFileSync(path.join(repository.folder, 'main.tf'), '# empty\n');
    const opened = await openSourceOf('plan.json', { source: repository.folder, base: undefined });
    const reader = opened.ok ? opened.value : undefined;
    if (reader === undefined) throw new Error('there is a folder');
    const source = openSource(reader, () => undefined);
    const [added, old] = [`${RULE}.new`, `${RULE}.old`] as const;
    const gone = [added, old].map((address) => ({ address, actions: ['delete'] as const }));
    const { places } = await locate(source, gone);
    expect(places.get(added)).toMatchObject({ file: 'main.tf', line: 1, isBase: true });
    // What was there when the branch left is told as it was then.
    expect(places.get(old)).toMatchObject({ file: 'main.tf', line: 1, isBase: true });
    const { text, without } = await patchOf(
      source,
      [added, old].map((address) => ({ kind: 'restore', address, values: [] })),
    );
    expect(without).toEqual([]);
    expect(text).toContain(`+resource "${RULE}" "new" {\n+  port_range_min = 2\n`);
    expect(text).toContain(`+resource "${RULE}" "old" {\n+  port_range_min = 1\n`);
  });
});
