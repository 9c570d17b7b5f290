import { isatty } from 'node:tty';

import { explain } from '../edge/files.js';
import { isStandardOutput, writeWhole } from '../edge/outputs.js';
import type { Progress } from '../edge/progress.js';
import { terminalText } from '../format/text/terminal-text.js';
import { err, ok } from '../result.js';
import { STAGES } from './budget.js';
import type { CommandWorld } from './command.js';
import { runCommand } from './commands.js';
import { type ExitStatus, exitStatusOf } from './exit-status.js';

/**
 * The command line: does what the arguments of the process ask for, and gives its exit status.
 *
 * @param thread the program of a thread
 */
export async function runProgram(thread: URL): Promise<ExitStatus> {
  // For a person who looks on; pipes and logs get none. To ask the stream itself would make it.
  const progress = isatty(2) ? (await import('../edge/progress.js')).progressOn(process.stderr) : undefined;
  const warn = warnerBeside(progress);
  // A reader that has seen enough (head, less) closes the pipe: that is no failure of ours. A report that is lost in
  // another way (a full disk) must not look like a verdict.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    warn(unwritten('standard output', explain(error, 'report')));
    process.exit(2);
  });
  // Files and pipes get no links, so what knows terminals is loaded for one alone.
  const links = process.stdout.isTTY && (await import('supports-hyperlinks')).default.stdout;
  const world: CommandWorld = {
    ...{ thread, now: new Date(), env: process.env },
    progress: progress && ((stage) => progress.at(STAGES[stage])),
    note: (sentence) => warn(`note: ${sentence}`),
    ...writers(progress, links),
  };
  const status = await exitStatusOf(() => runCommand(process.argv.slice(2), world), warn);
  progress?.clear();
  return status;
}

function writers(progress: Progress | undefined, links: boolean): Pick<CommandWorld, 'write' | 'terminal'> {
  return {
    write(text, output) {
      progress?.clear();
      if (output === undefined || isStandardOutput(output)) {
        process.stdout.write(text);
        return ok(undefined);
      }
      const written = writeWhole(output, text);
      return written.ok ? written : err(unwritten(output, written.error));
    },
    terminal(output, color = 'auto') {
      const isTerminal = output === undefined && process.stdout.isTTY;
      const colors = color === 'auto' ? output === undefined && isColored(process.env) : color === 'always';
      if (!isTerminal) return colors ? { colors } : undefined;
      return { colors, width: process.stdout.columns, links };
    },
  };
}

/**
 * Whether standard output gets colours: NO_COLOR and FORCE_COLOR are the user's word (https://no-color.org,
 * https://force-color.org); else a terminal that has any. That a CI runs is no reason.
 */
function isColored({ NO_COLOR = '', FORCE_COLOR = '', TERM }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return NO_COLOR === '' && process.stdout.isTTY && TERM !== 'dumb';
}

function unwritten(place: string, why: string): string {
  return `the report cannot be written: ${place} ${why}`;
}

/** One line on standard error: nothing of a path or an id moves a cursor there, or is a command to a build service. */
function warnerBeside(progress: Progress | undefined): (message: string) => void {
  return (message) => {
    progress?.clear();
    process.stderr.write(`cce-plan-guard: ${terminalText(message, Infinity)}\n`);
  };
}
