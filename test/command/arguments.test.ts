/** The command line: what is read, and what is said of the rest. */
import { describe, expect, test } from '@jest/globals';

import { type CheckOptions, readCheckOptions } from '../../src/command/check-command.js';
import { runCommand } from '../../src/command/commands.js';
import { ok } from '../../src/result.js';
import { VERSION } from '../../src/version.js';

function options(...argv: readonly string[]): CheckOptions {
  const read = readCheckOptions(argv);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** What a run of the program says: on standard output, or the line that refuses it. */
async function said(...argv: readonly string[]): Promise<string> {
  let written = '';
  const done = await runCommand(argv, {
    now: new Date(0),
    env: {},
    note: (sentence) => (written += sentence),
    write(text) {
      written += text;
      return ok(undefined);
    },
    terminal: () => undefined,
  });
  return done.ok ? written : done.error;
}

describe('what is read', () => {
  test('options stand anywhere, with a space or an equals sign', () => {
    const expected = options('a.json', '--format', 'json', '--fail-on', 'warning');
    expect(options('--format=json', '--fail-on=warning', 'a.json')).toEqual(expected);
    expect(expected).toMatchObject({ plans: ['a.json'], format: 'json', failOn: 'warning' });
  });

  test('behind -- everything is a plan', () => {
    expect(options('--', '--format', '-').plans).toEqual(['--format', '-']);
  });

  test('of an option that comes twice the last counts', () => {
    expect(options('a.json', '--format', 'json', '--format', 'sarif').format).toBe('sarif');
  });

  test('a plan that is named twice counts once', () => {
    expect(options('b.json', 'a.json', '-', 'b.json', '-').plans).toEqual(['b.json', 'a.json', '-']);
  });

  test('the command may stand behind options', async () => {
    expect(await said('--fail-on=nothing', 'check', 'a.json')).toMatch(/^--fail-on takes /);
  });

  test('help and version win over everything', async () => {
    expect(await said('check', '--help', '--format', 'xml')).toMatch(/^usage: cce-plan-guard check PLAN/);
    expect(await said('check', '-h')).toBe(await said('check', '--help'));
    expect(await said('--help')).toMatch(/^usage: cce-plan-guard COMMAND.*\n {2}check PLAN/s);
    expect(await said('check', '', '--version')).toBe(`${VERSION}\n`);
    expect(await said('-V')).toBe(`${VERSION}\n`);
    expect(await said('help')).toBe(await said('--help'));
    expect(await said('help', 'check')).toBe(await said('check', '--help'));
  });
});

describe('what is refused', () => {
  test.each([
    [['check'], 'no plan is named; write: cce-plan-guard check PLAN, or - for standard input'],
    [[], 'no command is named; see cce-plan-guard --help'],
    [['help', 'chek'], 'there is no command `chek`; did you mean `check`?'],
    [['chek', 'a'], 'there is no command `chek`; did you mean `check`?'],
    [
      ['check', 'a', '--format', 'xml'],
      '--format takes text, json, markdown, sarif, junit, gitlab, html, not `xml`',
    ],
    [
      ['check', 'a', '--report', 'xml=a'],
      '--report takes FORMAT=FILE, as sarif=plan.sarif, with text, json, markdown, sarif, junit, gitlab, html; not `xml=a`',
    ],
    [
      ['check', 'a', '--report', 'json'],
      '--report takes FORMAT=FILE, as sarif=plan.sarif, with text, json, markdown, sarif, junit, gitlab, html; not `json`',
    ],
    [
      ['check', 'a', '--report', 'json=x', '--report', 'sarif=./x'],
      'two reports would go to ./x: name another file',
    ],
    [['check', 'a', '--output', 'x', '--report', 'json=x'], 'two reports would go to x: name another file'],
    [
      ['check', 'a', '--fail-on', 'NEVER'],
      '--fail-on takes critical, warning, notice, never, not `NEVER`; did you mean `never`?',
    ],
    [['check', 'a', '--color', 'blue'], '--color takes always, never, auto, not `blue`'],
    [
      ['check', 'a', '--unchanged-since', 'abc'],
      '--unchanged-since takes the 32 digits of `effectiveFingerprint` of a JSON report',
    ],
    [['check', ''], 'the name of a plan is empty: perhaps a variable is not set'],
    [['check', 'a', ''], 'the name of a plan is empty: perhaps a variable is not set'],
  ])('%j', async (argv, message) => {
    expect(await said(...argv)).toBe(message);
  });

  test.each(['config', 'format', 'output', 'fail-on', 'source', 'base', 'label'])(
    'an empty --%s',
    async (name) => {
      expect(await said('check', 'a', `--${name}`, '')).toBe(
        `--${name} is empty: leave it out, or set the variable`,
      );
    },
  );
});
