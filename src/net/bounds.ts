import { EMPTY, intersect, isEmpty, type Region, subtract, unionOf } from './region.js';

/**
 * What a set of rules lets through when some values are not known: `surely` whatever they become,
 * `possibly` for at least one value. The first is always within the second.
 */
export interface Bounds {
  readonly surely: Region;
  readonly possibly: Region;
}

/** Nothing, for certain. */
export const NOTHING: Bounds = { surely: EMPTY, possibly: EMPTY };

/** What any of them lets through. */
export function unionOfBounds(all: readonly Bounds[]): Bounds {
  const possibly = unionOf(all.map((one) => one.possibly));
  const isExact = all.every((one) => one.surely === one.possibly);
  return { surely: isExact ? possibly : unionOf(all.map((one) => one.surely)), possibly };
}

/** What both let through. */
export function intersectBounds(a: Bounds, b: Bounds): Bounds {
  const possibly = intersect(a.possibly, b.possibly);
  const isExact = a.surely === a.possibly && b.surely === b.possibly;
  return { surely: isExact ? possibly : intersect(a.surely, b.surely), possibly };
}

/** A need held against bounds: what lacks for certain, and what depends on values that are not known. */
export interface Coverage {
  readonly missing: Region;
  readonly undecided: Region;
}

/** Needed within `surely`: both parts are empty. Needed without `possibly`: missing. The rest: undecided. */
export function coverage(need: Region, bounds: Bounds): Coverage {
  const unsure = subtract(need, bounds.surely);
  if (isEmpty(unsure)) return { missing: EMPTY, undecided: EMPTY };
  return { missing: subtract(unsure, bounds.possibly), undecided: intersect(unsure, bounds.possibly) };
}
