import { lazily } from '../../../collections.js';

/** So many addresses may lie between two of a state: what is to be made has none. */
const NEAR = 16;

/**
 * Addresses of planned changes, without those of deposed objects, and which of them have been met in the state. Both lists
 * have nearly the same order, so that the next one is most often near to the last; only for the others they are indexed.
 */
export class PlannedAddresses {
  readonly #addresses: string[] = [];
  readonly #met: boolean[] = [];
  readonly #places = lazily(() => new Map(this.#addresses.map((address, i) => [address, i])));
  #next = 0;

  /** All are to be added before one is met. */
  add(address: string): void {
    this.#addresses.push(address);
    this.#met.push(false);
  }

  /** Meets an address in the state. */
  meet(address: string): 'planned' | 'again' | 'not-planned' {
    const place = this.#placeOf(address);
    if (place === undefined) return 'not-planned';
    this.#next = place + 1;
    if (this.#met[place] === true) return 'again';
    this.#met[place] = true;
    return 'planned';
  }

  #placeOf(address: string): number | undefined {
    const end = Math.min(this.#next + NEAR, this.#addresses.length);
    for (let place = this.#next; place < end; place++) if (this.#addresses[place] === address) return place;
    return this.#places().get(address);
  }
}
