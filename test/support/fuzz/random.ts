/** Chance that can be played again: the same seed, target and number give the same case on every machine. */

export interface Random {
  /** 0 to `below` - 1. */
  readonly nat: (below: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** The chance of one case (mulberry32, over a hash of what the case is called). */
export function randomOf(seed: number, target: string, index: number): Random {
  let state = 0x811c9dc5 ^ seed;
  for (const unit of `${target}:${index}`) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const nat = (below: number): number => Math.floor(next() * below);
  return {
    nat,
    percent: (chance) => next() * 100 < chance,
    pick(list) {
      const picked = list[nat(list.length)];
      if (list.length === 0) throw new Error('there is nothing to pick from');
      return picked as (typeof list)[number];
    },
  };
}
