/** What shells complete, by a shell that reads the script. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { said } from '../support/said.js';

const BASH = '/bin/bash';
const SCRIPT = await said(['completion', 'bash']);

/** What bash offers for the last of the words. */
function offered(...words: readonly string[]): readonly string[] {
  const typed = ['cce-plan-guard', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${String(words.length)}; _cce_plan_guard; echo "\${COMPREPLY[@]}"`;
  const answer = execFileSync(BASH, ['--norc', '-c', `${SCRIPT}\n${ask}`], { encoding: 'utf8' });
  return answer.trim().split(' ');
}

(existsSync(BASH) ? describe : describe.skip)('bash completes', () => {
  test('commands, their options, and the words of these', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['check', 'fix', 'completion', '--version']));
    expect(offered('ch')).toEqual(['check']);
    expect(offered('check', '--fa')).toEqual(expect.arrayContaining(['--facts', '--fail-on']));
    expect(offered('check', 'plan.json', '--format', 's')).toEqual(['sarif']);
    expect(offered('merge', 'a.json', '--format', 'm')).toEqual(['markdown']);
    expect(offered('explain', 'plan.json', '--format', '')).toEqual(['text', 'json']);
    expect(offered('audit', '--color', 'n')).toEqual(['never']);
  });

  test('nothing of its own where a file is asked for', () => {
    expect(offered('check', 'pl')).toEqual(['']);
    expect(offered('check', '--output', '')).toEqual(['']);
  });
});

test('other shells have scripts of their own, and one that nobody knows is told', async () => {
  expect(await said(['completion', 'zsh'])).toContain('bashcompinit');
  expect(await said(['completion', 'fish'])).toContain(
    "complete -c cce-plan-guard -n '__fish_seen_subcommand_from check' -l fail-on -x -a 'critical warning notice never'",
  );
  expect(await said(['completion', 'tcsh'])).toBe('refused: completion takes one shell: bash, zsh, fish');
});
