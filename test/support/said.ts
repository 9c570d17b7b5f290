/** A command of the command line, run in this process. */
import { expect } from '@jest/globals';

import { runCommand } from '../../src/command/commands.js';
import { ok } from '../../src/result.js';

/** What it says: on standard output with exit 0, or why it refuses. */
export async function said(argv: readonly string[]): Promise<string> {
  let written = '';
  const done = await runCommand(argv, {
    now: new Date(0),
    env: {},
    note: () => undefined,
    write(text) {
      written += text;
      return ok(undefined);
    },
    terminal: () => undefined,
  });
  if (done.ok) expect(done.value).toBe(0);
  return done.ok ? written : `refused: ${done.error}`;
}
