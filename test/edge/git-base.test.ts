import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { openBase } from '../../src/edge/git-base.js';
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
