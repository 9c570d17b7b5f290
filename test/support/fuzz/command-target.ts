/** The commands as functions, on files of a folder: each that there is, in each format that it has. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runCommand } from '../../../src/command/commands.js';
import { exitStatusOf } from '../../../src/command/exit-status.js';
import { ok } from '../../../src/result.js';
import { once } from './bases.js';
import type { FuzzTarget } from './campaign.js';
import { htmlProblems } from '../report/html-page.js';
import { need, needJson, needLine, needNoCommand, needPage } from './holds.js';
import { filesFrom, filesText, pipeInput, type PipeInput } from './pipe-target.js';

/** What a command did. */
export interface Ran {
  readonly status: number;
  /** Written to standard output or to the file of `--output`. */
  readonly text: string;
  /** What standard error has: notes, and why there is no verdict. */
  readonly lines: readonly string[];
}

const NOW = new Date('2026-11-26T00:00:00Z');

/** Runs a command in this process, as the command line does. */
export async function runOnce(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  let text = '';
  const lines: string[] = [];
  const world = {
    ...{ now: NOW, env, note: (sentence: string) => lines.push(sentence) },
    write: (written: string) => {
      text += written;
      return ok(undefined);
    },
    terminal: () => undefined,
  };
  const status = await exitStatusOf(
    () => runCommand(argv, world),
    (reason) => lines.push(reason),
  );
  return { status, text, lines };
}

/** A command of the program, by what its help says of it. */
export interface KnownCommand {
  readonly name: string;
  /** As `PLAN...`, `FACTS...`, `[--plan PLAN]`. */
  readonly takes: string;
  readonly formats: readonly string[];
  readonly usage: string;
}

/** All commands: of the overview, so that one that is new is tried as well. */
export async function knownCommands(): Promise<readonly KnownCommand[]> {
  const { text } = await runOnce(['--help']);
  const known: KnownCommand[] = [];
  for (const [, name = '', takes = ''] of text.matchAll(/^ {2}([a-z][a-z-]*) (.*?) {2,}\S/gm)) {
    const { status, text: usage, lines } = await runOnce([name, '--help']);
    need(status === 0, `${name} --help ends with ${status}: ${lines.join(' ')}`);
    known.push({ name, takes, usage, formats: formatsIn(usage) });
  }
  need(known.length >= 4, `the help names ${known.length} commands`);
  return known;
}

/** What stands for the words of the help that are no files. */
const WORDS: Readonly<Record<string, string>> = { ROLE: 'node', END: 'node', PACKETS: 'tcp/10250' };

/** The arguments that make a command read these files: in each format, with and without its switches. */
export function callsOf(
  { name, takes, usage, formats }: KnownCommand,
  files: readonly string[],
): readonly (readonly string[])[] {
  const plans = files.filter((file) => /plan(?:-2)?\.json$/.test(file));
  const facts = files.filter((file) => file.endsWith('facts.json'));
  const configuration = files.filter((file) => file.endsWith('.yml'));
  const has = (option: string): boolean => new RegExp(`^ *${option} `, 'm').test(usage);
  const mayBeMany = takes.startsWith('PLAN...');
  const named = takes.startsWith('FACTS')
    ? facts
    : takes.startsWith('PLAN')
      ? plans.slice(0, mayBeMany ? 9 : 1)
      : takes.startsWith('[FOLDER]')
        ? files.slice(0, 1).map((file) => path.dirname(file))
        : [];
  const isNamed = (file: string): boolean => named.includes(file);
  const words = [...takes.matchAll(/(?<!\[)(--[a-z-]+) ([A-Z]+)/g)];
  const options = [
    ...words.flatMap(([, option = '', word = '']) => [option, WORDS[word] ?? 'x']),
    ...(has('--facts') ? facts.filter((file) => !isNamed(file)).flatMap((file) => ['--facts', file]) : []),
    ...(has('--plan') ? plans.filter((file) => !isNamed(file)).flatMap((file) => ['--plan', file]) : []),
    ...(has('--config') ? configuration.flatMap((file) => ['--config', file]) : []),
  ];
  const switches = [...usage.matchAll(/^ {2}(--[a-z-]+) {2,}\S/gm)].map(([, option = '']) => option);
  const inFormats = formats.length === 0 ? [[]] : formats.map((format) => ['--format', format]);
  const calls =
    switches.length === 0 ? inFormats : inFormats.flatMap((call) => [call, [...call, ...switches]]);
  return calls.map((more) => [name, ...named, ...options, ...more]);
}

/** The formats that the help of a command names; those in brackets are another word for one. */
function formatsIn(usage: string): readonly string[] {
  const [, list = ''] = /^ *--format [A-Z]+ +([^;\n]+);/m.exec(usage) ?? [];
  return list.match(/(?<![(\w])[a-z]+/g) ?? [];
}

/** Does something with files in a folder that is there for it alone. */
export async function inFolder<T>(
  files: PipeInput,
  use: (places: readonly string[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-fuzz-'));
  try {
    const places = Object.entries(files).map(([name, bytes]) => {
      const place = path.join(folder, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, bytes);
      return place;
    });
    return await use(places, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const commands = once(knownCommands);

/** What holds of a command that has ended. */
export function holdRan({ status, text, lines }: Ran, argv: readonly string[]): void {
  const call = argv.join(' ');
  need([0, 1, 2].includes(status), `${call} ends with ${status}`);
  need(status === 2 || text !== '', `${call} ends with ${status} and says nothing`);
  need(status !== 2 || lines.length > 0, `${call} does not say why it could not`);
  for (const line of lines) {
    need(!line.includes('internal error'), `${call}: ${line}`);
    needLine(line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' '), `a line of ${call}`);
  }
  if (text === '') return;
  if (argv.includes('html')) {
    const problems = htmlProblems(text);
    need(problems.length === 0, `${call} is more than a page: ${problems.join('; ')}`);
    return;
  }
  if (!argv.includes('json')) {
    needPage(text, call);
    // As it is printed, by the formats that are for terminals and logs.
    if (!argv.includes('markdown') && !argv.includes('sarif')) needNoCommand(text, call);
    return;
  }
  const report = needJson(text, call) as { conclusion?: unknown };
  if (argv[0] !== 'check' && argv[0] !== 'audit') return;
  need(
    status === (report.conclusion === 'pass' ? 0 : 1),
    `${call} ends with ${status}: ${String(report.conclusion)}`,
  );
}

/** Each command reads the files, in each format. */
export const command: FuzzTarget<PipeInput> = {
  name: 'command',
  make: pipeInput,
  toFile: filesText,
  fromFile: filesFrom,
  hold: (files) =>
    // What is not named would be looked for, and written, in the folder of the tests.
    inFolder({ 'cce-plan-guard.yml': new Uint8Array(), ...files }, async (places, folder) => {
      let isTaken = false;
      for (const known of await commands()) {
        for (const argv of callsOf(known, places)) {
          const ran = await runOnce(argv, { HOME: folder });
          holdRan(ran, argv);
          isTaken ||= ran.status < 2;
        }
      }
      const written = path.join(folder, 'cce-plan-guard.yml');
      need(!existsSync(written) || readFileSync(written).length < 1_000_000, 'the configuration grows');
      return isTaken;
    }),
};
