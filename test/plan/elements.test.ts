/** What is made of sound entries without the schema is what the schema would make, and what it refuses is not sound. */
import { expect, test } from '@jest/globals';
import * as v from 'valibot';

import { soundBlock, soundChange, soundState } from '../../src/plan/document/elements.js';
import {
  plannedChange,
  resourceBlock,
  resourceChange,
  stateResource,
} from '../../src/plan/document/schema.js';
import { fc } from '../support/laws.js';

const ACTIONS = ['no-op', 'create', 'read', 'update', 'delete', 'forget'];

const value = fc.oneof(
  fc.constantFrom('x', '', 0, 1, true, null, [], {}, { a: true }),
  fc.subarray(ACTIONS),
  fc.constantFrom([['a', 'b'], ['c'], []], [[0]], [['a'], 'b'], ['create', 'explode'], ['a'], [1], {
    0: 'create',
  }),
);

/** A sound object, but for one or two members that are anything, or missing. */
function nearly(sound: Readonly<Record<string, unknown>>, schema: { readonly entries: object }) {
  const key = fc.constantFrom(...Object.keys(schema.entries));
  const odd = fc.dictionary(key, fc.option(value, { nil: undefined }), { maxKeys: 2 });
  return odd.map((members) => JSON.parse(JSON.stringify({ ...sound, ...members })) as object);
}

const change = nearly({ actions: ['update'], before: { a: 1 }, after: { a: 2 } }, plannedChange);
const entry = { address: 'a.b', type: 'a' };
const RUNS = { numRuns: 300 };

test('changes', () => {
  const odd = fc.tuple(nearly(entry, resourceChange), fc.oneof(change, value));
  fc.assert(
    fc.property(odd, ([of, inner]) => {
      const whole = { ...of, change: inner };
      const read = v.safeParse(resourceChange, whole);
      const sound = soundChange(whole);
      expect(sound !== undefined).toBe(read.success);
      if (!read.success || sound === undefined) return;
      const { address, deposed, mode, type, change: told } = read.output;
      expect(sound).toEqual({
        ...{ address, mode, type, actions: told.actions, isDeposed: deposed !== undefined },
        key: deposed === undefined ? address : `${address} (deposed ${deposed})`,
        before: told.before
          ? { values: told.before, unknown: undefined, sensitive: told.before_sensitive }
          : undefined,
        after: told.after
          ? { values: told.after, unknown: told.after_unknown, sensitive: told.after_sensitive }
          : undefined,
        replaceAttributes: (told.replace_paths ?? []).flatMap(([first]) =>
          typeof first === 'string' ? [first] : [],
        ),
      });
    }),
    RUNS,
  );
});

test('states', () => {
  fc.assert(
    fc.property(nearly({ ...entry, values: {} }, stateResource), (whole) => {
      const read = v.safeParse(stateResource, whole);
      const sound = soundState(whole);
      expect(sound !== undefined).toBe(read.success);
      if (!read.success) return;
      const { address, mode, type, deposed_key: deposed, values, sensitive_values: sensitive } = read.output;
      expect(sound).toEqual({
        ...{ address, mode, type, values: values ?? {}, unknown: undefined, sensitive },
        isDeposed: deposed !== undefined,
        key: deposed === undefined ? address : `${address} (deposed ${deposed})`,
      });
    }),
    RUNS,
  );
});

test('blocks', () => {
  fc.assert(
    fc.property(nearly(entry, resourceBlock), (whole) => {
      const read = v.safeParse(resourceBlock, whole);
      const sound = soundBlock(whole);
      expect(sound !== undefined).toBe(read.success);
      if (!read.success) return;
      const { address, expressions, depends_on: dependsOn } = read.output;
      expect(sound).toEqual({
        ...{ address, expressions, dependsOn },
        provider: read.output.provider_config_key,
        forEach: read.output.for_each_expression,
        count: read.output.count_expression,
      });
    }),
    RUNS,
  );
});

test('what is no object is no element', () => {
  for (const odd of [null, undefined, 1, 'x', [], [{}]])
    for (const sound of [soundBlock, soundChange, soundState]) expect(sound(odd)).toBeUndefined();
});
