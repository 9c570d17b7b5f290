import { memo } from '../../../collections.js';
import { type Scanner, type Stretch, WORDS } from './scanner.js';

/** Longer ones seldom come again. */
const SMALL_BYTES = 128;

/** What stands in text again and again, such as types, actions and marks: what is spelled alike is one value. */
export class SmallValues {
  readonly #scanner: Scanner;
  readonly #shared = memo((text: string): unknown => JSON.parse(text));
  /** By place: the last one there, told by its bytes. */
  readonly #last: { readonly spelling: Stretch; readonly value: unknown }[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** @param place 0 to 7, for a part that most often is as it was in the entry before */
  at(place: number, part: Stretch | undefined): unknown {
    if (part === undefined) return undefined;
    const last = this.#last[place];
    if (last !== undefined && this.#scanner.isSame(part, last.spelling)) return last.value;
    const text = this.#scanner.text(part);
    if (part.end - part.start > SMALL_BYTES) return JSON.parse(text);
    const value = this.#shared(text);
    const start = WORDS.start + SMALL_BYTES * place;
    this.#last[place] = { spelling: { start, end: this.#scanner.copy(part, start) }, value };
    return value;
  }
}
