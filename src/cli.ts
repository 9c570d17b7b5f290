import { writeFileSync } from 'node:fs';

import { type CheckOptions, readArguments, USAGE } from './command/arguments.js';
import { check, type ExitStatus, exitStatusOf } from './command/check.js';
import { readConfigurationFile } from './edge/configuration-file.js';
import { engineFor } from './edge/engine.js';
import { explain } from './edge/files.js';
import { openSourceOf } from './edge/source-directory.js';
import { err, ok, type Result, unreachable } from './result.js';
import { VERSION } from './version.js';

async function main(argv: readonly string[]): Promise<Result<ExitStatus, string>> {
  const command = readArguments(argv);
  if (!command.ok) return err(`${command.error}. See cce-plan-guard --help`);
  switch (command.value.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return ok(0);
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return ok(0);
    case 'check':
      return runCheck(command.value.options);
    default:
      return unreachable(command.value);
  }
}

async function runCheck({
  plans,
  config,
  format,
  output,
  ...options
}: CheckOptions): ReturnType<typeof main> {
  const configuration = await readConfigurationFile(config);
  if (!configuration.ok) return configuration;
  return check({
    configuration: configuration.value,
    plans: plans.map((file) => ({
      name: file === '-' ? 'standard input' : file,
      file,
      source: () => openSourceOf(file, options),
    })),
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    now: new Date(),
    prepareEngine: engineFor,
    note: (sentence) => warn(`note: ${sentence}`),
    answer: async (_, render) => write(await render(format, terminalFor(output)), output),
  });
}

function terminalFor(output: string | undefined) {
  const { NO_COLOR: noColor = '', TERM: terminal } = process.env;
  const isTerminal = output === undefined && process.stdout.isTTY;
  if (!isTerminal) return undefined;
  return { colors: noColor === '' && terminal !== 'dumb', width: process.stdout.columns };
}

function write(text: string, output: string | undefined): Result<undefined, string> {
  if (output === undefined) {
    process.stdout.write(text);
    return ok(undefined);
  }
  try {
    writeFileSync(output, text);
    return ok(undefined);
  } catch (error) {
    return err(unwritten(output, error));
  }
}

function unwritten(place: string, error: unknown): string {
  return `the report cannot be written: ${place} ${explain(error, 'report')}`;
}

/** One line on standard error; control characters of a path do not reach the terminal. */
function warn(message: string): void {
  process.stderr.write(`cce-plan-guard: ${message.replace(/\p{Cc}|\p{Cf}/gu, ' ')}\n`);
}

// A reader that has seen enough (head, less) closes the pipe: that is no failure of ours. A report that is lost in
// another way (a full disk) must not look like a verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  warn(unwritten('standard output', error));
  process.exit(2);
});

process.exitCode = await exitStatusOf(() => main(process.argv.slice(2)), warn);
