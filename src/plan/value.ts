import type { Side } from './document/document.js';
import type { Instance } from './instance.js';
import { isMarked, isRecord } from './document/marks.js';

/** One attribute of one side. `null`, an empty text and an empty list are all "unset", as the provider treats them. */
export type Value<T> =
  | { readonly kind: 'known'; readonly value: T; readonly isSensitive: boolean }
  | { readonly kind: 'unset' }
  | { readonly kind: 'unknown' };

const UNSET = { kind: 'unset' } as const;
const UNKNOWN = { kind: 'unknown' } as const;

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** The attribute as it stands in the document. */
export function rawAt(side: Side, name: string): Value<unknown> {
  if (isMarked(side.unknown, name)) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : undefined;
  if (isNothing(value)) return UNSET;
  if (Array.isArray(value) && value.length === 0) return UNSET;
  return { kind: 'known', value, isSensitive: isMarked(side.sensitive, name) };
}

/** Whether it is one of those values, or none. */
function isValueOf<T>(value: Value<unknown>, is: (value: unknown) => value is T): value is Value<T> {
  return value.kind !== 'known' || is(value.value);
}

const isTextValue = (value: unknown): value is string => typeof value === 'string';
const isFlagValue = (value: unknown): value is boolean => typeof value === 'boolean';
const isIntegerValue = (value: unknown): value is number => Number.isInteger(value);

/** A text attribute. Something that is no text is unknown: it was edited or redacted. */
export function textAt(side: Side, name: string): Value<string> {
  const raw = rawAt(side, name);
  return isValueOf(raw, isTextValue) ? raw : UNKNOWN;
}

/** An integer attribute; configuration and old states write some as text. */
export function integerAt(side: Side, name: string): Value<number> {
  const raw = rawAt(side, name);
  if (isValueOf(raw, isIntegerValue)) return raw;
  const isDecimal = isTextValue(raw.value) && /^-?\d{1,15}$/.test(raw.value);
  return isDecimal ? { ...raw, value: Number(raw.value) } : UNKNOWN;
}

/** A boolean attribute; unset and unknown are told apart. */
export function flagAt(side: Side, name: string): Value<boolean> {
  const raw = rawAt(side, name);
  return isValueOf(raw, isFlagValue) ? raw : UNKNOWN;
}

/** A list or set of texts. Unknown elements are `undefined`, empty texts are left out. */
export function textsAt(side: Side, name: string): Value<readonly (string | undefined)[]> {
  const value = Object.hasOwn(side.values, name) ? side.values[name] : undefined;
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  if (!Array.isArray(value)) return isNothing(value) && !isMarked(side.unknown, name) ? UNSET : UNKNOWN;
  const marks: readonly unknown[] = Array.isArray(mark) ? mark : [];
  const texts = value.flatMap((element: unknown, i) => {
    if (marks[i] === true || typeof element !== 'string') return [undefined];
    return element === '' ? [] : [element];
  });
  if (texts.length === 0) return UNSET;
  return { kind: 'known', value: texts, isSensitive: isMarked(side.sensitive, name) };
}

/** Nested blocks or objects of a list attribute; each with its own marks. */
export function blocksAt(side: Side, name: string): Value<readonly Side[]> {
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : undefined;
  if (!Array.isArray(value)) return isNothing(value) ? UNSET : UNKNOWN;
  const marks: readonly unknown[] = Array.isArray(mark) ? mark : [];
  const sensitive = isRecord(side.sensitive) ? side.sensitive[name] : side.sensitive;
  const sensitives: readonly unknown[] = Array.isArray(sensitive) ? sensitive : [];
  const sides = value.map((element: unknown, i) => ({
    values: isRecord(element) ? element : {},
    unknown: isRecord(element) ? marks[i] : true,
    sensitive: sensitive === true ? true : sensitives[i],
  }));
  return sides.length === 0 ? UNSET : { kind: 'known', value: sides, isSensitive: sensitive === true };
}

/** The value if it is known. */
export function ifKnown<T>(value: Value<T>): T | undefined {
  return value.kind === 'known' ? value.value : undefined;
}

/** A text attribute of a side that is there, if it is known. */
export function knownText(side: Side | undefined, name: string): string | undefined {
  return side === undefined ? undefined : ifKnown(textAt(side, name));
}

/** The id that the object has already, if it has one. */
export function idOf(side: Side | undefined): string | undefined {
  return knownText(side, 'id');
}

/** Instances by the ids that they have before and after. */
export function instancesById(instances: readonly Instance[]): ReadonlyMap<string, Instance> {
  const byId = new Map<string, Instance>();
  for (const instance of instances) {
    for (const id of [idOf(instance.before), idOf(instance.after)]) {
      if (id !== undefined) byId.set(id, instance);
    }
  }
  return byId;
}
