/** The command line: what is read, and what is said of the rest. */
import { describe, expect, test } from '@jest/globals';

import { type CheckOptions, readArguments } from '../../src/command/arguments.js';

function options(...argv: readonly string[]): CheckOptions {
  const read = readArguments(argv);
  if (!read.ok || read.value.kind !== 'check') throw new Error(read.ok ? read.value.kind : read.error);
  return read.value.options;
}

function errorOf(...argv: readonly string[]): string {
  const read = readArguments(argv);
  if (read.ok) throw new Error(read.value.kind);
  return read.error;
}

describe('what is read', () => {
  test('options stand anywhere, with a space or an equals sign', () => {
    const expected = options('check', 'a.json', '--format', 'json', '--fail-on', 'warning');
    expect(options('--format=json', 'check', '--fail-on=warning', 'a.json')).toEqual(expected);
    expect(expected).toMatchObject({ plans: ['a.json'], format: 'json', failOn: 'warning' });
  });

  test('behind -- everything is a plan', () => {
    expect(options('check', '--', '--format', '-').plans).toEqual(['--format', '-']);
  });

  test('of an option that comes twice the last counts', () => {
    expect(options('check', 'a.json', '--format', 'json', '--format', 'sarif').format).toBe('sarif');
  });

  test('a plan that is named twice counts once', () => {
    expect(options('check', 'b.json', 'a.json', '-', 'b.json', '-').plans).toEqual(['b.json', 'a.json', '-']);
  });

  test('help and version win over everything', () => {
    expect(readArguments(['check', '--help', '--format', 'xml'])).toMatchObject({ value: { kind: 'help' } });
    expect(readArguments(['check', '', '--version'])).toMatchObject({ value: { kind: 'version' } });
  });
});

describe('what is refused', () => {
  test.each([
    [['check'], 'no plan is named; write: cce-plan-guard check PLAN, or - for standard input'],
    [['help'], 'there is no command `help`; write: cce-plan-guard check PLAN'],
    [['check', 'a', '--format', 'xml'], '--format takes text, json, markdown, sarif, not `xml`'],
    [['check', 'a', '--fail-on', 'NEVER'], '--fail-on takes critical, warning, notice, never, not `NEVER`'],
    [['check', ''], 'the name of a plan is empty: perhaps a variable is not set'],
    [['check', 'a', ''], 'the name of a plan is empty: perhaps a variable is not set'],
  ])('%j', (argv, message) => {
    expect(errorOf(...argv)).toBe(message);
  });

  test.each(['config', 'format', 'output', 'fail-on', 'source', 'base', 'label'])('an empty --%s', (name) => {
    expect(errorOf('check', 'a', `--${name}`, '')).toBe(
      `--${name} is empty: leave it out, or set the variable`,
    );
  });
});
