import * as v from 'valibot';

import type { Result } from '../result.js';
import { nearest, orList, shownKey } from './nearest.js';

/** Every message goes after a subject: "clusters[0].name must be text". */
const EMPTY = 'is empty; give it a value or remove it';

const shapeOf = (input: unknown): 'list' | 'map' | 'other' =>
  Array.isArray(input) ? 'list' : typeof input === 'object' && input !== null ? 'map' : 'other';

function textMessage(wanted: string | undefined): (issue: { readonly input: unknown }) => string {
  return ({ input }) => {
    if (input === null) return EMPTY;
    if (wanted !== undefined) return wanted;
    return shapeOf(input) === 'other' ? 'must be text; put quotes around it' : 'must be a single text';
  };
}

/** A text. `wanted` is said of anything else. */
export function plainText(wanted?: string) {
  return v.string(textMessage(wanted));
}

/** The action that reads a text, or says why it cannot. */
export function readAs<T>(reader: (text: string) => Result<T, string>): v.RawTransformAction<string, T> {
  return v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
    const read = reader(dataset.value);
    if (read.ok) return read.value;
    addIssue({ message: read.error });
    return NEVER;
  });
}

/** A text of one line that is not blank, kept as it is. */
export function lineOfText(description: string) {
  return v.pipe(
    plainText(),
    v.regex(/\S/, 'is blank; write a text'),
    v.check((value) => !/\p{Cc}/u.test(value), 'must be a single line'),
    v.description(description),
  );
}

/** A text that is not blank; line breaks in it become spaces. */
export function oneLine(description: string) {
  return v.pipe(
    plainText(),
    v.regex(/\S/, 'is blank; write a text'),
    v.description(description),
    v.transform((value) => value.replace(/[\s\p{Cc}]+/gu, ' ').trim()),
  );
}

/** One of some words or numbers. */
export function oneOf<const T extends readonly (string | number)[]>(options: T, description: string) {
  return v.pipe(
    v.picklist(options, ({ input }) => (input === null ? EMPTY : `must be ${orList(options)}`)),
    v.description(description),
  );
}

/** A single value or a map. What is neither is told by the words of `single`, and `other` for the map. */
export function either<S extends v.GenericSchema, M extends v.GenericSchema>(
  single: S,
  map: M,
  other: string,
) {
  return v.union([single, map], (issue) => `${issue.issues?.[0].message ?? 'is neither'}, ${other}`);
}

/** A list. */
export function list<T extends v.GenericSchema>(item: T) {
  return v.array(item, ({ input }) => {
    if (input === null) return EMPTY;
    return shapeOf(input) === 'map'
      ? 'must be a list; begin each entry with a dash'
      : 'must be a list; put brackets around it';
  });
}

/** A map of these keys and no other. The type is asked first: for valibot a list is an object too. */
export function keys<const T extends v.ObjectEntries>(entries: T) {
  const known = Object.keys(entries);
  return v.pipe(
    v.custom<object>(
      (input) => shapeOf(input) === 'map',
      ({ input }) =>
        input === null ? EMPTY : `must hold keys with values, like ${orList(known.slice(0, 3))}`,
    ),
    v.strictObject(entries, (issue) => {
      const key = issue.path?.at(-1)?.key;
      const keyText = typeof key === 'string' ? key : '';
      return isUnknownKey(issue) ? unknownKey(keyText, known) : `has no ${shownKey(keyText)}; add it`;
    }),
  );
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  const advice = near === undefined ? `known here: ${known.join(', ')}` : `did you mean \`${near}\`?`;
  return `has the unknown key ${shownKey(key)}; ${advice}`;
}

type Issue = Pick<v.BaseIssue<unknown>, 'type' | 'expected'>;

/** Whether the issue is about a key that the schema does not know; the last part of its path is that key. */
export function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never';
}

/** Whether the issue is about a key that should be there; the last part of its path is that key. */
export function isMissingKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected !== 'never';
}
