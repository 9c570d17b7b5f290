import { appendFileSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { fileAtCommit, openBase, usualBase } from '../../src/edge/git-base.js';
import { Repository } from '../support/action/repository.js';

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
  const base = await openBase(repository.folder, commit);
  expect(await base?.listBase('')).toContain('main.tf');
  expect(Buffer.from((await base?.readBase('main.tf')) ?? []).toString()).toBe('# base\n');
  expect(await fileAtCommit(repository.folder, commit, 'main.tf')).toEqual({
    kind: 'file',
    text: '# base\n',
  });
  expect(existsSync(done)).toBe(false);
});

describe('without a revision that somebody names', () => {
  const text = async (repository: Repository, file: string): Promise<string> =>
    new TextDecoder().decode(await (await usualBase(repository.folder)).readBase(file));

  test('what a branch deletes is where it left the main one, and what is newer in the last commit', async () => {
    const repository = new Repository();
    repository.commit({ 'main.tf': '# main\n', 'old.tf': '# old\n' });
    repository.git('checkout', '--quiet', '-b', 'change');
    repository.commit({ 'main.tf': '# change\n', 'old.tf': null, 'new.tf': '# new\n' });
    const base = await usualBase(repository.folder);
    expect([...((await base.listBase('')) ?? [])].sort()).toEqual(['main.tf', 'new.tf', 'old.tf']);
    expect(await text(repository, 'main.tf')).toBe('# main\n');
    expect(await text(repository, 'old.tf')).toBe('# old\n');
    expect(await text(repository, 'new.tf')).toBe('# new\n');
    expect(base.isBaseNamed).toBe(false);
  });

  test('the branch of the server goes before one of the same name that is behind', async () => {
    const repository = new Repository();
    repository.commit({ 'main.tf': '# one\n' });
    repository.git('checkout', '--quiet', '-b', 'change');
    const left = repository.commit({ 'main.tf': '# two\n' });
    repository.git('update-ref', 'refs/remotes/origin/main', left);
    repository.commit({ 'main.tf': '# three\n' });
    expect(await text(repository, 'main.tf')).toBe('# two\n');
  });

  test('a folder that no revision has, or that is in no repository, has nothing', async () => {
    const repository = new Repository();
    const base = await usualBase(repository.folder);
    expect(await base.listBase('')).toBeUndefined();
    repository.commit({ 'main.tf': '' });
    const known = await usualBase(repository.folder);
    expect(await known.listBase('prod')).toBeUndefined();
    expect(await known.readBase('prod/main.tf')).toBeUndefined();
  });
});
