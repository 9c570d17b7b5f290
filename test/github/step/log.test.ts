import { describe, expect, test } from '@jest/globals';

import { safeLine } from '../../../src/github/step/log.js';
import { commandsIn } from '../../support/action/mini-runner.js';

describe('a line of the log is never a command of the runner', () => {
  test.each([
    '::error::forged',
    '  ::stop-commands::x',
    '\t::add-mask::a',
    '\u00a0::group::x',
    '\u200b::warning::x',
    '\u0000::notice::x',
    '\u001b[31m##[error]forged',
    'text ##[group]x',
    '###[error]x',
    '##vso[task.setvariable]x',
    '#\u200b#[error]x',
    ':\u200b:error::x',
  ])('%j', (line) => {
    const shown = safeLine(line);
    expect(commandsIn(shown)).toEqual([]);
    expect(shown).not.toMatch(/##(?:vso)?\[|[\u0000\u001b\u200b]/i);
  });

  test('other text stays as it is', () => {
    for (const line of ['', 'a :: b', '  T8.2\tUDP 53', '# heading ##', '✖ fail'])
      expect(safeLine(line)).toBe(line);
  });
});
