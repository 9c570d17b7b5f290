/** Commands, the step of the Action and the built program on inputs that nobody wrote. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { jest, test } from '@jest/globals';

import { BUILT } from '../support/built.js';
import { action } from '../support/fuzz/action-target.js';
import { campaign, caseCount } from '../support/fuzz/campaign.js';
import { callsOf, command, holdRan, inFolder, knownCommands } from '../support/fuzz/command-target.js';
import { pipe } from '../support/fuzz/pipe-target.js';

jest.setTimeout(3_600_000);

test('any files, by every command in this process', async () => {
  await campaign(command, caseCount('FUZZ_COMMANDS', 5, 300));
});

test('any answers of GitHub, by the step in this process', async () => {
  await campaign(action, caseCount('FUZZ_ACTIONS', 10, 300));
});

test('any files, by the built program', async () => {
  const check = (await knownCommands()).filter(({ name }) => name === 'check');
  const built = {
    ...pipe,
    name: 'process',
    hold: (files: Parameters<typeof pipe.hold>[0]) =>
      inFolder(files, async (places, folder) => {
        await Promise.resolve();
        const [argv = []] = check.flatMap((known) =>
          callsOf(known, places).filter((call) => call.includes('json')),
        );
        const program = [path.join(BUILT, 'dist', 'cli.js'), ...argv];
        const ran = spawnSync(process.execPath, program, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
        const lines = ran.stderr.split('\n').filter((line) => line !== '');
        holdRan({ status: ran.status ?? -1, text: ran.stdout, lines }, argv);
        return ran.status !== 2;
      }),
  };
  await campaign(built, caseCount('FUZZ_PROCESSES', 2, 100));
});
