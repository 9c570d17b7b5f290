/** What is made of sound entries without the schema is what the schema would make, and what it refuses is not sound. */
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { soundBlock, soundChange, soundState } from '../../src/plan/document/elements.js';
import {
  plannedChange,
  resourceBlock,
  resourceChange,
  stateResource,
} from '../../src/plan/document/schema.js';

type Json = Readonly<Record<string, unknown>>;

const ODD: readonly unknown[] = [
  ...[undefined, null, 'x', '', 0, 1, true, {}, { a: true }, { 0: 'create' }],
  ...[[], ['a'], [1], ['no-op'], ['delete', 'create'], ['create', 'explode'], ['read', 'forget', 'update']],
  ...[[['a', 'b'], ['c'], []], [[0]], [['a'], 'b'], [null]],
];

/** Sound objects, each with one or two members that are anything, or missing. */
function nearly(sound: Json, { entries }: { readonly entries: object }): readonly Json[] {
  const keys = Object.keys(entries);
  return keys.flatMap((key, i) =>
    ODD.flatMap((one, j) => {
      const other = keys[(i + 1 + (j % (keys.length - 1))) % keys.length] ?? key;
      return [
        { ...sound, [key]: one },
        { ...sound, [key]: one, [other]: ODD[(j + 3) % ODD.length] },
      ];
    }),
  );
}

const ENTRY = { address: 'a.b', type: 'a' };
const CHANGE = { actions: ['update'], before: { a: 1 }, after: { a: 2 } };

const keyOf = (address: string, deposed: string | undefined): string =>
  deposed === undefined ? address : `${address} (deposed ${deposed})`;

function naiveChange(entry: unknown): unknown {
  const { success, output } = v.safeParse(resourceChange, entry);
  if (!success) return undefined;
  const { address, deposed, mode, type, change } = output;
  const { before, after, replace_paths: paths = [] } = change;
  return {
    ...{ address, mode, type, actions: change.actions, isDeposed: deposed !== undefined },
    key: keyOf(address, deposed),
    before: before ? { values: before, unknown: undefined, sensitive: change.before_sensitive } : undefined,
    after: after
      ? { values: after, unknown: change.after_unknown, sensitive: change.after_sensitive }
      : undefined,
    replaceAttributes: paths.flatMap(([first]) => (typeof first === 'string' ? [first] : [])),
  };
}

function naiveState(entry: unknown): unknown {
  const { success, output } = v.safeParse(stateResource, entry);
  if (!success) return undefined;
  const { address, mode, type, deposed_key: deposed, values, sensitive_values: sensitive } = output;
  const key = keyOf(address, deposed);
  const isDeposed = deposed !== undefined;
  return { address, key, isDeposed, mode, type, values: values ?? {}, unknown: undefined, sensitive };
}

function naiveBlock(entry: unknown): unknown {
  const { success, output } = v.safeParse(resourceBlock, entry);
  if (!success) return undefined;
  const { address, provider_config_key: provider, expressions, depends_on: dependsOn } = output;
  const { for_each_expression: forEach, count_expression: count } = output;
  return { address, provider, expressions, forEach, count, dependsOn };
}

type Read = (entry: unknown) => unknown;

const KINDS: readonly (readonly [string, Read, Read, readonly unknown[]])[] = [
  [
    'changes',
    soundChange,
    naiveChange,
    [
      ...nearly({ ...ENTRY, change: CHANGE }, resourceChange),
      ...nearly(CHANGE, plannedChange).map((change) => ({ ...ENTRY, change })),
    ],
  ],
  ['states', soundState, naiveState, nearly({ ...ENTRY, values: {} }, stateResource)],
  ['blocks', soundBlock, naiveBlock, nearly(ENTRY, resourceBlock)],
];

describe.each(KINDS)('%s', (_, sound, naive, entries) => {
  test('are read as by the schema', () => {
    for (const entry of entries) expect(sound(entry)).toEqual(naive(entry));
  });

  test('some of them are sound, and some are not', () => {
    const isRead = entries.map((entry) => sound(entry) !== undefined);
    expect(new Set(isRead).size).toBe(2);
  });

  test.each([null, undefined, 1, 'x', [[]], [[{}]]])('are not what is no object: %j', (odd) => {
    expect(sound(odd)).toBeUndefined();
  });
});
