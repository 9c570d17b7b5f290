/** Large plans are read by their bytes: what is handed out is what reading all of the text gives. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { LARGE_BYTES } from '../../src/plan/document/bytes/source.js';
import { readDocument } from '../../src/plan/document/read-document.js';
import { must } from '../../src/result.js';
import { FIXTURES } from '../support/fixture-report.js';
import { inPieces, piecewise, wholly } from '../support/plans/bytes.js';
import { block, bytesOf, change, documentOf, type Entry, PREFIX } from '../support/plans/reading.js';

const isWanted = (type: string): boolean => type.startsWith(`${PREFIX}networking_`);

/** Both readers come to the same, and nothing is left to the one that makes all of the text. */
function expectAlike(bytes: Uint8Array, piece?: number): void {
  expect(piecewise(bytes, isWanted, piece)).toEqual(wholly(bytes, isWanted));
}

const plans = readdirSync(FIXTURES).flatMap((name) => {
  const file = path.join(FIXTURES, name, 'plan.json');
  return existsSync(file) ? [[name, file] as const] : [];
});

test('every recorded plan', () => {
  for (const [, file] of plans) expectAlike(readFileSync(file), 3000);
});

const rule = (name: string, more: Partial<Entry> = {}): Entry => ({
  type: 'networking_secgroup_rule_v2',
  name,
  actions: ['no-op'],
  before: { id: name, direction: 'ingress' },
  after: { id: name, direction: 'ingress' },
  ...more,
});

const state = (name: string, more: object = {}): object => ({
  address: `${PREFIX}networking_secgroup_rule_v2.${name}`,
  mode: 'managed',
  type: `${PREFIX}networking_secgroup_rule_v2`,
  values: { id: name },
  ...more,
});

const MANY = Array.from({ length: 40 }, (_, n) => `r${String(n)}`);

const read = (bytes: Uint8Array): object => JSON.parse(new TextDecoder().decode(bytes)) as object;

const priorState = (...resources: readonly object[]): Record<string, unknown> => ({
  prior_state: { values: { root_module: { resources } } },
});

describe('what is odd, and read all the same', () => {
  const group = { security_group_id: true };
  test.each<[string, Uint8Array]>([
    ['changes of other types', documentOf([rule('a'), { type: 'rds_instance_v3', unknown: group }])],
    ['entries that are none', documentOf([], { resource_changes: [null, 1, 'x', [], {}, { type: 7 }] })],
    ['lists that are none', documentOf([], { resource_drift: {} })],
    ['a part that is none', documentOf([], { configuration: [] })],
    ['modules that are none', documentOf([], { prior_state: { values: { root_module: 3 } } })],
    ['a change that is none', documentOf([], { resource_changes: [{ ...change(rule('a')), change: [] }] })],
    ['a deposed object', documentOf([rule('a'), rule('a', { extra: { deposed: 'k' } })])],
    ['a twin', documentOf([rule('a'), rule('a')])],
    ['a state of what is planned', documentOf([rule('a')], priorState(state('a'), state('b')))],
    [
      'a state in another order',
      documentOf(
        MANY.map((name) => rule(name)),
        priorState(...MANY.toReversed().map((name) => state(name))),
      ),
    ],
    [
      'a state of some',
      documentOf(
        MANY.map((name) => rule(name)),
        priorState(state('r3'), state('r39'), state('x'), state('r4')),
      ),
    ],
    ['a state that comes first', bytesOf({ ...priorState(state('a')), ...read(documentOf([rule('a')])) })],
    ['a damaged state of what is planned', documentOf([rule('a')], priorState(state('a', { values: 1 })))],
    ['a state without a type', documentOf([rule('a')], priorState(state('a', { type: null })))],
    ['a deposed state', documentOf([rule('a')], priorState(state('a', { deposed_key: 'k' })))],
    ['deferred changes', documentOf([], { deferred_changes: [{ resource_change: change(rule('a')) }] })],
    ['texts that are not ASCII', documentOf([rule('a', { before: { id: 'ä𝄞' }, after: { id: 'ä𝄞' } })])],
    ['quotes in an address', documentOf([rule('a', { address: `module.x["a\\"b"].y` })])],
    [
      'a block that waits for others',
      documentOf([], {
        configuration: {
          root_module: {
            resources: [
              block('networking_secgroup_v2', 'a', {}, { depends_on: ['x.y'] }),
              block('networking_secgroup_v2', 'b', { name: { constant_value: 'b' } }),
            ],
          },
        },
      }),
    ],
    ['a damaged block', documentOf([], { configuration: { root_module: { resources: [{ address: 1 }] } } })],
  ])('%s', (_, bytes) => expectAlike(bytes, 100));
});

const text = new TextDecoder().decode(documentOf([rule('a')], priorState(state('a'))));

describe('what is spelled in another way', () => {
  test.each([
    ['a key', text.replaceAll('"type"', '"t\\u0079pe"')],
    ['a key of a part', text.replace('"resource_changes"', '"resource\\u005fchanges"')],
    ['an address', text.replace('"address":"o', '"address":"\\u006f')],
    ['a member twice', text.replace('"after":', '"after":{"id":"other"},"after":')],
    ['a type twice', text.replaceAll('"type":', '"type":"other","type":')],
    ['a mark of byte order', `\ufeff${text}`],
    ['white space', JSON.stringify(JSON.parse(text), undefined, '\t\n\r ')],
  ])('%s', (_, odd) => expectAlike(bytesOf(odd), 100));

  test.each([
    ['a part twice', text.replace('"resource_changes":', '"resource_changes":[],"resource_changes":')],
    ['a key that is no member', text.replace('"resource_changes":', '"__proto__":{},"resource_changes":')],
    ['a state twice', new TextDecoder().decode(documentOf([rule('a')], priorState(state('a'), state('a'))))],
    ['too deep', text.replace('{"id":"a"', `{"x":${'['.repeat(500)}${']'.repeat(500)},"id":"a"`)],
    ['no object', '[]'],
    ['cut off', text.slice(0, -1)],
    ['more than one', `${text}${text}`],
  ])('%s is left to the other reader', (_, odd) => {
    expect(piecewise(bytesOf(odd), isWanted)).toBeUndefined();
  });
});

test('what does not change is one object before and after', () => {
  const read = piecewise(bytesOf(text), isWanted);
  const [only] = read?.ok === true ? read.value.changes : [];
  const { before, after } = must(only, 'there is one');
  expect(after?.values).toBe(before?.values);
});

test('values that are larger than the window', () => {
  const large = 'x'.repeat(3_000_000);
  expectAlike(documentOf([rule('a', { after: { large } }), rule('b')], { relevant_attributes: [large] }));
});

describe('a large file', () => {
  /** As large as it says, and no longer than it is. */
  const large = (bytes: Uint8Array, length = LARGE_BYTES) => ({ ...inPieces(bytes, Infinity), length });

  test('is read in parts, and only once when it is a plan', () => {
    const rooms: number[] = [];
    const source = large(bytesOf(text + ' '.repeat(3_000_000)));
    const read = readDocument(
      {
        ...source,
        read: (target, from) => {
          rooms.push(target.length);
          return source.read(target, from);
        },
      },
      isWanted,
    );
    expect(read.ok).toBe(true);
    expect(rooms.length).toBeLessThan(6);
    expect(Math.max(...rooms)).toBeLessThan(3_000_000);
  });

  test.each(['', '[]', text.slice(0, -9), `${text}\n${text}\n`, `warning\n${text}\n`, 'Error: x'])(
    'says what is wrong as a small one does: %#',
    (odd) => {
      const small = readDocument(bytesOf(odd), isWanted);
      const read = readDocument(large(bytesOf(odd)), isWanted);
      expect(read.ok ? 'a plan' : read.error).toEqual(small.ok ? 'a plan' : small.error);
    },
  );

  test('of more than an array holds is read as a plan, or not at all', () => {
    expect(readDocument(large(bytesOf(text), 2 ** 31), isWanted).ok).toBe(true);
    const refused = readDocument(large(bytesOf(`${text}x`), 2 ** 31), isWanted);
    expect(refused.ok ? '' : refused.error.message).toMatch(
      /^is larger than 512 MiB of text\. That is read only/,
    );
  });
});
