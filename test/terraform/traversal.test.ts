/** Addresses and references: keys are HCL strings, with anything in them. */
import { describe, expect, test } from '@jest/globals';

import {
  keyText,
  maximalReferences,
  moduleText,
  parseAddress,
  parseTraversal,
  stepsText,
} from '../../src/terraform/traversal.js';
import { fixture } from '../support/plans/reading.js';
import { fc } from '../support/laws.js';

describe('parseAddress', () => {
  test.each<[string, ReturnType<typeof parseAddress>]>([
    ['T.a', { modules: [], block: 'T.a', key: undefined }],
    ['T.a[0]', { modules: [], block: 'T.a', key: 0 }],
    ['T.a["0"]', { modules: [], block: 'T.a', key: '0' }],
    ['T.a[*]', { modules: [], block: 'T.a', key: undefined }],
    ['data.T.a["x"]', { modules: [], block: 'data.T.a', key: 'x' }],
    ['module.m.T.a', { modules: [{ name: 'm', key: undefined }], block: 'T.a', key: undefined }],
    [
      'module.a[0].module.b["x y"].data.T.c[2]',
      {
        modules: [
          { name: 'a', key: 0 },
          { name: 'b', key: 'x y' },
        ],
        block: 'data.T.c',
        key: 2,
      },
    ],
    ['T.a["x.y[0]"]', { modules: [], block: 'T.a', key: 'x.y[0]' }],
    ['T.a["q\\"uo\\\\te"]', { modules: [], block: 'T.a', key: 'q"uo\\te' }],
    ['T.a["a\\nb\\tc\\rd"]', { modules: [], block: 'T.a', key: 'a\nb\tc\rd' }],
    ['T.a["$${dollar} %%{percent}"]', { modules: [], block: 'T.a', key: '${dollar} %{percent}' }],
    ['T.a["$$ %% $x"]', { modules: [], block: 'T.a', key: '$$ %% $x' }],
    ['T.a["\\u00a0\\U0001f600"]', { modules: [], block: 'T.a', key: '\u00a0\u{1f600}' }],
    ['T.a[""]', { modules: [], block: 'T.a', key: '' }],
    ['module.module.T.a', { modules: [{ name: 'module', key: undefined }], block: 'T.a', key: undefined }],
    ['T', undefined],
    ['', undefined],
    ['module.m', undefined],
    ['data.T', undefined],
    ['T.a.b', undefined],
    ['T.a[0][1]', undefined],
    ['T.a["open', undefined],
    ['T.a["x"', undefined],
    ['T.a[x]', undefined],
    ['T.a[-1]', undefined],
    ['T.a]', undefined],
    ['T."a"', undefined],
  ])('%s', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });

  const key = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '\\', '${', '%%{', '].', '\n'),
  );

  test('reads every key that it writes', () => {
    fc.assert(
      fc.property(key, key, fc.nat(1e6), (a, b, n) => {
        const text = `${moduleText([{ name: 'm', key: a }])}T.x${keyText(b)}`;
        expect(parseAddress(text)).toEqual({ modules: [{ name: 'm', key: a }], block: 'T.x', key: b });
        expect(parseAddress(`T.x${keyText(n)}`)?.key).toBe(n);
      }),
    );
  });

  test('reads the keys of a real plan as it lists them', () => {
    const text = new TextDecoder().decode(fixture('plan-semantics', 'count-shrink', 'plan.json'));
    const { resource_changes: changes } = JSON.parse(text) as {
      resource_changes: { address: string; index?: string | number }[];
    };
    const keys = changes.map(({ address }) => parseAddress(address)?.key);
    expect(keys).toEqual(changes.map(({ index }) => index));
    expect(keys).toEqual(expect.arrayContaining([0, 2, 'a b', 'x.y[0]', 'q"uote', '${dollar}']));
  });

  test('never throws, and steps of any text are told apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', '[', ']', '"', '\\', '0', '$', '{') }),
        (text) => {
          const steps = parseTraversal(text);
          if (steps !== undefined) expect(parseTraversal(stepsText(steps))).toEqual(steps);
        },
      ),
    );
  });

  test('a key of a million characters', () => {
    const long = 'x\\"'.repeat(300_000);
    expect(parseAddress(`T.a["${long}"]`)?.key).toHaveLength(600_000);
  });
});

describe('maximalReferences', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['T.a.id', 'T.a'], ['T.a.id']],
    [
      ['T.a[0].id', 'T.a[0]', 'T.a', 'var.c'],
      ['T.a[0].id', 'var.c'],
    ],
    [['module.m["x.y"].out', 'module.m["x.y"]'], ['module.m["x.y"].out']],
    [
      ['T.a', 'each.key'],
      ['T.a', 'each.key'],
    ],
    [
      ['T.a', 'T.ab.id', 'T.ab'],
      ['T.a', 'T.ab.id'],
    ],
    [['T.a.id', 'T.a', 'T.a.id', 'T.a'], ['T.a.id']],
    [
      ['T.a', 'T.a.id'],
      ['T.a', 'T.a.id'],
    ],
    [[], []],
  ])('%j', (references, expected) => {
    expect(maximalReferences(references)).toEqual(expected);
  });

  test('a hundred thousand references, and a long one, take no time to speak of', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `T.a${String(i)}.id`);
    const start = performance.now();
    expect(maximalReferences(many)).toHaveLength(100_000);
    expect(maximalReferences(['a.'.repeat(500_000)])).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
