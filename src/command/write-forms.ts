import { ok, type Result } from '../result.js';
import type { ReportNamed } from './arguments.js';
import type { Render } from './check.js';
import type { CommandWorld } from './command.js';

/** Writes the report where it was asked for, in each form. The error is one line for people. */
export async function writeForms(
  { format, output, reports, isQuiet, color }: Omit<ReportNamed, 'config' | 'failOn' | 'label' | 'deadline'>,
  render: Render,
  { write, terminal }: Pick<CommandWorld, 'write' | 'terminal'>,
): Promise<Result<undefined, string>> {
  for (const one of reports) {
    const written = write(await render(one.format), one.file);
    if (!written.ok) return written;
  }
  if (isQuiet && output === undefined) return ok(undefined);
  return write(await render(format, terminal(output, color)), output);
}
