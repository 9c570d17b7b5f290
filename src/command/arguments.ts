import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import { FAIL_LEVELS, type Severity } from '../config/severity.js';
import { distinctFiles } from '../edge/files.js';
import { inputAt } from '../edge/outputs.js';
import { nearest } from '../config/nearest.js';
import { instantOf } from '../facts/instant.js';
import { type Format, FORMATS } from '../format/formats.js';
import { err, ok, type Result } from '../result.js';
import { DEADLINE_FORM, secondsIn } from './budget.js';

/** Options of every command. They are answered before a command runs; a command only says that it knows them. */
export const SHARED_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

/** The options of a command, as Node reads them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/**
 * The options of a command, and what else is named. The error is one line that says what to write instead.
 *
 * @param name of the command, for the error
 */
export function readArguments<const T extends Options>(
  argv: readonly string[],
  name: string,
  options: T,
): Result<Parsed<T>, string> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const trouble = error instanceof Error ? firstSentence(error.message) : 'the arguments cannot be read';
    const [, unknown] = /^Unknown option '--([^']*)'/.exec(trouble) ?? [];
    const meant = unknown === undefined ? undefined : nearest(unknown, Object.keys(options));
    const instead = meant === undefined ? `See cce-plan-guard ${name} --help` : `Did you mean --${meant}?`;
    return err(`${trouble}. ${instead}`);
  }
  // An empty value is a variable of a script that is not set: a default in its place would judge something else.
  const blank = Object.entries(parsed.values).find(([, value]) => value === '');
  if (blank !== undefined) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  return ok(parsed);
}

/** The plans that are named, each once, as in the Action; `-` is standard input. */
export function plansNamed(names: readonly string[], command: string): Result<readonly string[], string> {
  if (names.length === 0) {
    return err(`no plan is named; write: cce-plan-guard ${command} PLAN, or - for standard input`);
  }
  if (names.includes('')) return err('the name of a plan is empty: perhaps a variable is not set');
  return ok(distinctFiles(names));
}

/** The formats, for people. */
export const FORMAT_NAMES = Object.keys(FORMATS).join(', ');
/** The levels of `--fail-on`, for people. */
export const LEVEL_NAMES = FAIL_LEVELS.join(', ');

/** Options of commands that judge and write a report. */
export const REPORT_OPTIONS = {
  config: { type: 'string' },
  'facts-date': { type: 'string' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  report: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  label: { type: 'string' },
  deadline: { type: 'string' },
  quiet: { type: 'boolean', short: 'q', default: false },
  color: { type: 'string' },
} as const;

/** How a report is to be made. */
export interface ReportNamed {
  readonly config: string | undefined;
  readonly format: Format;
  readonly output: string | undefined;
  /** Files that the report is written to beside that, each in a format of its own. */
  readonly reports: readonly ReportFile[];
  /** Wins over the configuration. */
  readonly failOn: Severity | 'never' | undefined;
  readonly label: string | undefined;
  /** Nothing goes to standard output; files are written, and the exit status tells. */
  readonly isQuiet: boolean;
  /** Left out: colours where a person looks on. */
  readonly color: ColorWhen | undefined;
  /** In seconds; undefined: as the size of the input allows for. */
  readonly deadline: number | undefined;
}

/** What `--color` takes. */
export const COLORS = ['always', 'never', 'auto'] as const;
/** When to colour what is printed. */
export type ColorWhen = (typeof COLORS)[number];

/** One more form of the report. */
export interface ReportFile {
  readonly format: Format;
  readonly file: string;
}

/** Reads what the options say of the report. The error is one line that says what to write instead. */
export function reportNamed(
  values: Readonly<
    Partial<Record<'config' | 'output' | 'fail-on' | 'label' | 'deadline' | 'color', string>>
  > & {
    readonly format: string;
    readonly quiet: boolean;
    readonly report?: readonly string[] | undefined;
  },
): Result<ReportNamed, string> {
  const { config, format, output, 'fail-on': level, label } = values;
  if (!isFormat(format))
    return err(`--format takes ${FORMAT_NAMES}, not \`${format}\`${meantWord(format, Object.keys(FORMATS))}`);
  const failOn = FAIL_LEVELS.find((name) => name === level);
  if (level !== undefined && failOn === undefined) {
    return err(`--fail-on takes ${LEVEL_NAMES}, not \`${level}\`${meantWord(level, FAIL_LEVELS)}`);
  }
  const color = COLORS.find((name) => name === values.color);
  if (values.color !== undefined && color === undefined) {
    return err(`--color takes ${COLORS.join(', ')}, not \`${values.color}\``);
  }
  const reports = reportFiles(values.report ?? [], output);
  if (!reports.ok) return reports;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  return ok({
    ...{ config, format, output, reports: reports.value, failOn, label, deadline: deadline.value },
    ...{ isQuiet: values.quiet, color },
  });
}

/** `; did you mean \`sarif\`?`; nothing where no word is near. */
function meantWord(text: string, known: readonly string[]): string {
  const meant = nearest(text, known);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}

/** `sarif=plan.sarif`: no two of them in one file. */
function reportFiles(
  named: readonly string[],
  output: string | undefined,
): Result<readonly ReportFile[], string> {
  const files: ReportFile[] = [];
  const taken = new Set(output === undefined ? [] : [path.resolve(output)]);
  for (const text of named) {
    const at = text.indexOf('=');
    const [format, file] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    if (!isFormat(format) || file === '') {
      return err(`--report takes FORMAT=FILE, as sarif=plan.sarif, with ${FORMAT_NAMES}; not \`${text}\``);
    }
    if (taken.has(path.resolve(file))) return err(`two reports would go to ${file}: name another file`);
    taken.add(path.resolve(file));
    files.push({ format, file });
  }
  return ok(files);
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

/** Files of facts that are named, each once. */
export interface FactsNamed {
  readonly files: readonly string[];
  /** When somebody looked, for files that do not say it; an ISO instant. */
  readonly date: string | undefined;
}

/** How people know a file that is named. */
export function shownFile(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** That an output destroys none of the inputs, and no report does. The error is one line for people. */
export function spares(
  output: string | undefined,
  inputs: readonly string[],
  reports: readonly ReportFile[] = [],
): Result<undefined, string> {
  const outputs = [
    ...(output === undefined ? [] : [{ option: '--output', file: output }]),
    ...reports.map(({ file }) => ({ option: '--report', file })),
  ];
  for (const { option, file } of outputs) {
    const input = inputAt(file, inputs);
    if (input !== undefined)
      return err(`${option} would overwrite ${input}, which this run reads. Name another file`);
  }
  return ok(undefined);
}

/** The files of facts, each once, and when somebody looked: an instant with its zone, given back as UTC. */
export function factsNamed(files: readonly string[], date: string | undefined): Result<FactsNamed, string> {
  if (files.includes('')) return err('--facts is empty: leave it out, or set the variable');
  if (date === undefined) return ok({ files: distinctFiles(files), date });
  const instant = instantOf(date);
  return instant === undefined
    ? err('--facts-date takes an instant in UTC or with an offset, as 2026-11-24T06:00:00Z')
    : ok({ files: distinctFiles(files), date: instant });
}

/** A deadline in whole seconds. */
export function deadlineNamed(text: string | undefined): Result<number | undefined, string> {
  if (text === undefined) return ok(undefined);
  const seconds = secondsIn(text);
  return seconds === undefined ? err(`--deadline takes ${DEADLINE_FORM}, not \`${text}\``) : ok(seconds);
}

/** The same as files to be read, with their names for people. */
export function factsToRead({ files, date }: FactsNamed): {
  readonly files: readonly { readonly name: string; readonly file: string }[];
  readonly date: string | undefined;
} {
  return { files: files.map((file) => ({ name: shownFile(file), file })), date };
}

/** Node's message goes on to explain how to pass arguments that begin with a dash. */
function firstSentence(message: string): string {
  return message.replace(/\.(\s.*)?$/s, '').replace(/\n.*/s, '');
}
