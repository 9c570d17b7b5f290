/** The input `deadline` in a whole run of the step. */
import { describe, expect, jest, test } from '@jest/globals';

import { type Outcome, payload, runAction } from '../support/action/run-action.js';
import { PASS, runFor, withGitHub } from '../support/action/scenes.js';
import { hostile } from '../support/plans/hostile.js';

jest.setTimeout(90_000);

/** Pools that take several times as long as a second. */
const MUCH = { 'plan.json': JSON.stringify(hostile('pools', 1500)) };
const LESS = { 'plan.json': JSON.stringify(hostile('pools', 60)) };

function judge(deadline: string, files: typeof MUCH = MUCH): Promise<Outcome> {
  return runAction({
    event: 'push',
    payload: payload('push'),
    files,
    inputs: { deadline, summary: 'false' },
  });
}

function errorsOf({ commands }: Outcome): readonly string[] {
  return commands.filter(({ name }) => name === 'error').map(({ message }) => message);
}

describe('input deadline', () => {
  test('past it nothing is judged, and one line says what to do', async () => {
    const run = await judge('1');
    expect([run.code, run.outputs.get('conclusion'), run.report, run.summary]).toEqual([2, 'error', '', '']);
    expect(errorsOf(run)).toEqual([
      expect.stringMatching(
        /could not judge within (?:the work that a deadline of )?1 s[^\n]*: [^\n]*input `deadline` of the Action$/,
      ),
    ]);
  });

  test('more is enough', async () => {
    const run = await judge('120', LESS);
    expect(run.outputs.get('conclusion')).toMatch(/^(?:pass|fail)$/);
    expect(JSON.parse(run.report)).toMatchObject({ plans: [{ path: 'plan.json' }] });
  });

  test.each(['0', 'soon', '1.5'])('%j is none', async (deadline) => {
    const run = await judge(deadline);
    expect([run.code, errorsOf(run)]).toEqual([2, [expect.stringContaining('input deadline takes')]]);
  });

  test('past it an earlier verdict does not stand', () =>
    withGitHub(async (github) => {
      await runFor(github);
      await runFor(github, { files: { ...PASS, ...MUCH }, inputs: { deadline: '1' } });
      expect(github.world.comments.map(({ body }) => body)).toEqual([
        expect.stringContaining('**Could not be judged**'),
      ]);
    }));
});
