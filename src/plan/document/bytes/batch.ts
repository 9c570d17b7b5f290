import { isRecord, memberOf } from '../marks.js';
import { BASKET, type Scanner, type Stretch } from './scanner.js';

/** The place of an item that is parsed later. */
interface Slot {
  readonly list: unknown[];
  readonly index: number;
  readonly isUnchanged: boolean;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const COMMA = utf8(',');
const NULL = utf8('null');
const OPEN = utf8('[');
const CLOSE = utf8(']');

/**
 * Items of lists, put together from the text of a scanner. They are parsed many at once, which is faster than one by one, and are
 * in their lists when the batch is finished.
 */
export class Batch {
  readonly #scanner: Scanner;
  #end = BASKET.start;
  #slots: Slot[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Adds an item to a list. */
  add(list: unknown[], text: Stretch): void {
    this.#add(list, text);
  }

  /** Adds a change whose `after`, which is told, is spelled as its `before`: they become one object. */
  addUnchanged(list: unknown[], text: Stretch, after: Stretch): void {
    this.#add(list, text, after);
  }

  /** Parses what has been added. */
  finish(): void {
    if (this.#slots.length === 0) return;
    this.#end = this.#scanner.write(CLOSE, this.#end);
    this.#parse({ start: BASKET.start, end: this.#end });
    this.#end = BASKET.start;
  }

  #add(list: unknown[], text: Stretch, unchanged?: Stretch): void {
    const size = text.end - text.start + 2 * NULL.length;
    if (this.#end + size > BASKET.end) this.finish();
    const slot = { list, index: list.push(undefined) - 1, isUnchanged: unchanged !== undefined };
    if (this.#end + size > BASKET.end) {
      list[slot.index] = JSON.parse(this.#scanner.text(text));
      return;
    }
    this.#end = this.#scanner.write(this.#slots.length === 0 ? OPEN : COMMA, this.#end);
    this.#slots.push(slot);
    if (unchanged === undefined) {
      this.#end = this.#scanner.copy(text, this.#end);
      return;
    }
    this.#end = this.#scanner.copy({ start: text.start, end: unchanged.start }, this.#end);
    this.#end = this.#scanner.write(NULL, this.#end);
    this.#end = this.#scanner.copy({ start: unchanged.end, end: text.end }, this.#end);
  }

  #parse(text: Stretch): void {
    const items: unknown = JSON.parse(this.#scanner.text(text));
    for (const [i, { list, index, isUnchanged }] of this.#slots.entries()) {
      const item: unknown = Array.isArray(items) ? items[i] : undefined;
      list[index] = item;
      const change = isUnchanged ? memberOf(item, 'change') : undefined;
      if (isRecord(change)) Object.assign(change, { after: change['before'] });
    }
    this.#slots = [];
  }
}
