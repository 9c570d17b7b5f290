import type { Key, Step } from '../../terraform/traversal.js';
import type { Items, Thing } from './things.js';
import type { Ends } from './walk.js';

/** Looks into expressions, for the functions of Terraform. */
export interface Evaluator {
  readonly ends: (thing: Thing, path: readonly Step[]) => Ends;
  readonly items: (thing: Thing) => Items | undefined;
  readonly value: (thing: Thing) => Known;
  /** A value as a text, as keys and templates take it. */
  readonly text: (thing: Thing) => string | undefined;
}

/** A value, when it is known. */
export type Known = { readonly value: unknown } | undefined;

/** The arguments of a function. */
export type Things = readonly Thing[];

/** Longer texts name nothing; a text made to harm doubles with each step. */
export const TEXT_LIMIT_CHARS = 10_000;
/** Larger collections are no rules of people. */
export const ITEMS_LIMIT = 100_000;

/** The text or number that a thing comes to. */
export function keyIn(thing: Thing, look: Evaluator): Key | undefined {
  const value = look.value(thing)?.value;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Whether it is certainly null or an empty text. */
export function isNullOrEmpty(known: Known): boolean {
  return known !== undefined && (known.value === null || known.value === '');
}
