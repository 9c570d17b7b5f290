import { describe, expect, test } from '@jest/globals';
import { CHECK_IDS } from '../../src/check/check-id.js';
import { type ConfigurationError, readConfiguration } from '../../src/config/read-configuration.js';
import { BAD_SHAPES } from '../support/config/bad-shapes.js';
import { cluster, waiver } from '../support/config/examples.js';
import { fc } from '../support/laws.js';

function errorOf(text: string): ConfigurationError {
  const result = readConfiguration(text, CHECK_IDS);
  if (result.ok) throw new Error('it was read');
  return result.error;
}

const messageOf = (text: string): string => errorOf(text).message;

describe('a bad shape', () => {
  test.each(BAD_SHAPES)('%j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });
});

describe('what the published schema cannot say', () => {
  test.each([
    [
      cluster('vpc-cidrs: [10.0.0.1/8]'),
      'line 3, column 17: clusters[0].vpc-cidrs[0] has bits set below its prefix; the network is 10.0.0.0/8',
    ],
    [
      cluster('dns-servers: [100.125.4.25/24]'),
      'line 3, column 19: clusters[0].dns-servers[0] has bits set below its prefix; the network is 100.125.4.0/24',
    ],
    [
      waiver({ packets: 'tcp from 203.0.113.7/24' }),
      'line 3, column 14: waivers[0].packets has bits set below its prefix; the network is 203.0.113.0/24',
    ],
    [
      waiver({ requirement: undefined }),
      'line 2, column 5: waivers[0] must have either `requirement` or `check`: a row, or a check for what has no row',
    ],
    [
      waiver({ check: 'exposed-port' }),
      'line 2, column 5: waivers[0] must have either `requirement` or `check`: a row, or a check for what has no row',
    ],
    [
      waiver({ packets: undefined }),
      'line 2, column 5: waivers[0] has no `packets`; add it: a row is waived by its packets',
    ],
    [
      waiver({ group: 'nodes' }),
      'line 2, column 5: waivers[0] has `group` or `address`, which only a waiver by `check` has; remove it',
    ],
    [
      cluster('default-rules: { gone: [T1.9], standing: [T1.8, T1.9] }'),
      'line 3, column 53: clusters[0].default-rules.standing[1] names T1.9, which is under `gone` too; remove one of the two',
    ],
    [
      'clusters:\n  - name: a\n  - name: b\n  - name: a\n',
      'line 4, column 11: clusters[2].name is the name of clusters[0] too; make one entry of the two',
    ],
    ['clusters:\n  - name: "a\\nb"\n', 'line 2, column 11: clusters[0].name must be a single line'],
  ])('%j', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });
});

describe('bad YAML', () => {
  test.each([
    [
      'fail-on: never\nfail-on: never\n',
      'line 2, column 1: the key `fail-on` stands here a second time; keep one',
    ],
    ['a: 1\n---\nb: 2\n', 'line 2, column 1: a second document begins here; keep one document in the file'],
    ['severity:\n\twaiver: notice\n', 'line 2, column 1: the line is indented with a tab; use spaces'],
    [
      'fail-on: *x\n',
      'line 1, column 10: the alias (*) names no anchor (&) that ends before it; write the value out, or put quotes around a text',
    ],
    [
      'clusters: &x [*x]\n',
      'line 1, column 15: the alias (*) names no anchor (&) that ends before it; write the value out, or put quotes around a text',
    ],
    [
      'fail-on: *\n',
      'line 1, column 10: a text that begins with & or * stands without quotes; put quotes around it',
    ],
    [
      'fail-on: !level critical\n',
      'line 1, column 10: tags (!) are not used here; remove the tag, or put quotes around the text',
    ],
    [
      waiver({ expires: '!!timestamp 2027-01-31' }),
      'line 6, column 14: tags (!) are not used here; remove the tag, or put quotes around the text',
    ],
    ['%FOO\n---\na: 1\n', 'line 1, column 1: a line that begins with % is not used here; remove it'],
    [
      waiver({ owner: '@platform' }),
      'line 5, column 12: a text cannot begin with this character; put quotes around the text',
    ],
    [
      waiver({ reason: 'a: b' }),
      'line 4, column 13: a second `: ` stands on the line; put quotes around the text, or begin a new line',
    ],
    [
      'clusters: [\nfail-on: never\n',
      'line 2, column 1: the indentation does not fit the lines above, or a bracket above is not closed',
    ],
    [
      'severity:\n   waiver: notice\n  rule-input: notice\n',
      'line 3, column 1: the indentation does not fit the lines above, or a bracket above is not closed',
    ],
    [
      'fail-on: "never\n',
      'line 2, column 1: a colon, dash, comma, quote or closing bracket is missing before this place; add it',
    ],
    [
      'fail-on\nseverity: {}\n',
      'line 1, column 1: a key here or on the line before has no colon after it; add it',
    ],
    [
      'fail-on: "\\q"\n',
      'line 1, column 11: a backslash in double quotes begins no known escape; use single quotes',
    ],
    ['? [a]\n: b\n', 'line 1, column 3: the key is not plain text; write it as a word'],
    ['&a fail-on: never\n*a : never\n', 'line 2, column 1: the key is not plain text; write it as a word'],
    [
      'fail-on: ]\n',
      'line 1, column 10: this is not valid YAML; check indentation, quotes and brackets at and before this place',
    ],
    ['fail-on: nev\0er\n', 'line 1, column 13: the file is not UTF-8 text; save it as UTF-8'],
    ['\uFFFD\uFFFDf\0a\0', 'line 1, column 1: the file is not UTF-8 text; save it as UTF-8'],
    ['# ok\n# caf\uFFFD\n', 'line 2, column 6: the file is not UTF-8 text; save it as UTF-8'],
    [
      '['.repeat(5000),
      'line 1, column 51: the values are nested too deeply for a configuration file; remove some brackets or dashes',
    ],
    [
      '- '.repeat(5000),
      'line 1, column 101: the values are nested too deeply for a configuration file; remove some brackets or dashes',
    ],
    [
      `a: ${'['.repeat(51)}${']'.repeat(51)}`,
      'line 1, column 53: the values are nested too deeply for a configuration file; remove some brackets or dashes',
    ],
    [
      '#'.repeat(128 * 1024 + 1),
      'line 1, column 1: the file is longer than 131072 characters; make it shorter',
    ],
    [`${'k'.repeat(2000)}: 1\n`, 'line 1, column 1: the key is too long; shorten it'],
  ])('case %#', (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  test('aliases that stand for a thousand million values', () => {
    const tenTimes = (name: string, of: string): string =>
      `${name}: &${name} [${Array(10).fill(of).join(', ')}]`;
    const lines = Array.from('abcdefghi', (name, i) =>
      tenTimes(name, i === 0 ? 'x' : `*${'abcdefghi'.charAt(i - 1)}`),
    );
    expect(messageOf(lines.join('\n'))).toBe(
      'line 5, column 7: the aliases (*) stand for too many values; write the values out',
    );
  });
});

describe('line and column', () => {
  test.each([
    ['\uFEFFfoo: 1\n', 1, 1],
    ['fail-on: never\r\nfoo: 1\r\n', 2, 1],
    ['{ fail-on: never, foo: 1 }', 1, 19],
    // The offending value stands at the anchor.
    ['fail-on: never\nseverity: { waiver: &a bad, rule-input: *a }\n', 2, 24],
  ])('%j', (text, line, column) => {
    expect(errorOf(text)).toMatchObject({ kind: 'configuration-error', line, column });
  });

  test('of two errors the first in the file', () => {
    expect(messageOf('waivers: 1\nclusters: 1\nfail-on: 1\n')).toMatch(/^line 1, column 10: waivers must /);
  });

  test('an unknown key comes before the key that is missing for it', () => {
    expect(messageOf('clusters:\n  - nane: a\n')).toContain('unknown key `nane`; did you mean `name`?');
  });
});

describe('the key in the message', () => {
  test.each([
    ['"a\\nb\\e[31m`": 1\n', '`a?b?[31m?`'],
    [`${'k'.repeat(41)}: 1\n`, `\`${'k'.repeat(40)}…\``],
    [`${'😀'.repeat(40)}: 1\n`, `\`${'😀'.repeat(40)}\``],
    ['"": 1\n', '``'],
    ['5: 1\n', '`5`'],
  ])('%j', (text, key) => {
    expect(messageOf(text)).toContain(`the unknown key ${key}; known here: `);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'fail-on',
      'severity',
      'clusters',
      'waivers',
      'name',
      'vpc-cidrs',
      'packets',
      'expires',
      'requirement',
    ],
    ...[
      ': ',
      ':',
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '!t ',
      '|\n',
    ],
    ...[
      '? ',
      '%',
      '\t',
      '---\n',
      '...\n',
      'secretvalue',
      '10.66.66.66/8',
      'T1.4',
      'tcp from any',
      '1',
      '~',
      '\\',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('gives a configuration or one line, and never throws', () => {
    fc.assert(
      fc.property(text, (file) => {
        const result = readConfiguration(file, CHECK_IDS);
        if (result.ok) return;
        const lines = file.split('\n').length;
        expect(result.error.message).toMatch(/^line \d+, column \d+: [^\p{Cc}]+$/u);
        expect(result.error.line).toBeLessThanOrEqual(lines);
      }),
    );
  });

  test.each(['fail-on', 'default-rule-priority', 'severity', 'clusters', 'waivers'])(
    'no value of %s is told',
    (key) => {
      for (const value of [
        'secretvalue',
        '[secretvalue]',
        '[[secretvalue]]',
        '[{ name: secretvalue, vpc-cidrs: [secretvalue] }]',
      ]) {
        expect(messageOf(`${key}: ${value}\n`)).not.toContain('secret');
      }
    },
  );
});
