import { isSubset, type Region, unionOf } from '../net/region.js';

/** Something that covers packets of several rows. */
interface Covering {
  /** One a row, in the same order for all. */
  readonly covers: readonly Region[];
}

/** Those without which the others would cover less, the later ones kept. */
export function fewestCovering<T extends Covering>(all: readonly T[]): readonly T[] {
  return all.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    const isSpare = one.covers.every((cover, row) =>
      isSubset(cover, unionOf(others.flatMap(({ covers }) => covers.slice(row, row + 1)))),
    );
    return isSpare ? others : kept;
  }, all);
}
