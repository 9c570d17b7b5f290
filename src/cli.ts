import { writeFileSync } from 'node:fs';

import type { Configuration } from './config/configuration.js';
import { NO_CONFIGURATION } from './config/configuration.js';
import { type CheckOptions, type Format, readArguments, USAGE } from './edge/arguments.js';
import { findConfiguration, misnamedConfiguration } from './edge/configuration-file.js';
import { checkoutOf, diskReader } from './edge/disk-reader.js';
import { explain, readBytes } from './edge/files.js';
import { openBase } from './edge/git-base.js';
import { engineFor, keepAlive } from './edge/engine.js';
import { sourceDirectory } from './edge/source-directory.js';
import type { Report } from './report/report.js';
import { judgeFiles, type PlanFile as PlanInput } from './command/judge-files.js';
import { err, ok, type Result, unreachable } from './result.js';
import type { SourceReader } from './source/files/reader.js';
import { VERSION } from './version.js';

/** Exit statuses: 0 pass, 1 findings at or above the level that fails, 2 could not judge. */
const PASS = 0;
const FAIL = 1;
const COULD_NOT_JUDGE = 2;

async function main(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv);
  if (!command.ok) return refuse(`${command.error}. See cce-plan-guard --help`);
  switch (command.value.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return PASS;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return PASS;
    case 'check':
      return check(command.value.options);
    default:
      return unreachable(command.value);
  }
}

async function check(options: CheckOptions): Promise<number> {
  const configuration = await readConfigurationFile(options.config);
  if (!configuration.ok) return refuse(configuration.error);
  const plans: PlanInput[] = [];
  for (const path of options.plans) {
    const bytes = readBytes(path);
    if (!bytes.ok) return refuse(`${shown(path)} ${bytes.error}`);
    const source = await sourceOf(path, options);
    if (!source.ok) return refuse(source.error);
    plans.push({ path: shown(path), bytes: bytes.value, label: options.label, ...source.value });
  }
  const settle = engineFor(plans);
  const result = await judgeFiles({
    plans,
    configuration: configuration.value,
    failOn: options.failOn ?? configuration.value.failOn ?? 'critical',
    today: new Date().toISOString().slice(0, 10),
  });
  if (!result.ok) return refuse(`${result.error.path} ${result.error.error.message}`);
  const { report, notes } = result.value;
  for (const note of notes) say(`note: ${note}`);
  const isTerminal = options.output === undefined && process.stdout.isTTY;
  const text = await render(report, options.format, isTerminal);
  const written = write(text, options.output);
  await settle();
  if (!written.ok) return refuse(written.error);
  return report.conclusion === 'pass' ? PASS : FAIL;
}

/** The configuration named, or found in one of the two places; without one the defaults. */
async function readConfigurationFile(named: string | undefined): Promise<Result<Configuration, string>> {
  const path = named ?? findConfiguration();
  if (path === undefined) {
    const other = misnamedConfiguration();
    if (other === undefined) return ok(NO_CONFIGURATION);
    return err(`${other.path} is not read under this name. Rename it: mv ${other.path} ${other.rightPath}`);
  }
  const bytes = readBytes(path, 'configuration');
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import('./config/read-configuration.js'),
    import('./check/check-id.js'),
  ]);
  const configuration = readConfiguration(new TextDecoder().decode(bytes.value), CHECK_IDS);
  return configuration.ok ? configuration : err(`${path}: ${configuration.error.message}`);
}

/** The files beside the plan: `--source`, else the plan's folder or the working directory, whichever has some. */
async function sourceOf(
  path: string,
  { source, base }: CheckOptions,
): Promise<Result<{ source?: SourceReader }, string>> {
  const directory = source ?? sourceDirectory(path);
  if (directory === undefined) {
    return base === undefined
      ? ok({})
      : err(`--base ${base} needs the folder of the .tf files: add --source DIR`);
  }
  const checkout = checkoutOf(directory);
  if (checkout === undefined) return err(`--source ${directory} is no directory`);
  if (base === undefined) return ok({ source: diskReader(checkout) });
  const revision = await openBase(checkout.root, base);
  return revision === undefined
    ? err(`--base ${base} is no revision that git finds in ${directory}. In a shallow clone, fetch it first`)
    : ok({ source: diskReader(checkout, revision) });
}

/** Each format is loaded when it is asked for. */
async function render(report: Report, format: Format, isTerminal: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderText } = await import('./format/text/text.js');
      const colors = isTerminal && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
      return renderText(report, { colors, width: isTerminal ? process.stdout.columns : undefined });
    }
    case 'json':
      return (await import('./format/json/json.js')).renderJson(report);
    case 'markdown':
      return (await import('./format/markdown/markdown.js')).renderMarkdown(report);
    case 'sarif': {
      const [{ renderSarif }, { CHECKS }] = await Promise.all([
        import('./format/sarif/sarif.js'),
        import('./check/checks.js'),
      ]);
      return renderSarif(report, CHECKS);
    }
    default:
      return unreachable(format);
  }
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

function shown(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** One line on standard error; control characters of a path do not reach the terminal. */
function refuse(message: string): number {
  say(message);
  return COULD_NOT_JUDGE;
}

function say(message: string): void {
  process.stderr.write(`cce-plan-guard: ${message.replace(/\p{Cc}|\p{Cf}/gu, ' ')}\n`);
}

// A reader that has seen enough (head, less) closes the pipe: that is no failure of ours. A report that is lost in
// another way (a full disk) must not look like a verdict.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(refuse(unwritten('standard output', error)));
});

try {
  process.exitCode = await keepAlive(() => main(process.argv.slice(2)));
} catch (error) {
  // A bug of ours. Its text may quote the plan, so only its kind is shown.
  const kind = error instanceof Error ? error.name : 'error';
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`,
  );
}
