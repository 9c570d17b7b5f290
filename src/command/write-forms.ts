import type { Result } from '../result.js';
import type { ReportNamed } from './arguments.js';
import type { Render } from './check.js';
import type { CommandWorld } from './command.js';

/** Writes the report where it was asked for, in each form. The error is one line for people. */
export async function writeForms(
  { format, output, reports }: Pick<ReportNamed, 'format' | 'output' | 'reports'>,
  render: Render,
  { write, terminal }: Pick<CommandWorld, 'write' | 'terminal'>,
): Promise<Result<undefined, string>> {
  for (const one of reports) {
    const written = write(await render(one.format), one.file);
    if (!written.ok) return written;
  }
  return write(await render(format, terminal(output)), output);
}
