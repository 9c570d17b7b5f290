import { BASKET, type Scanner, type Stretch } from './scanner.js';

/** Takes the values of parts when they have been parsed. */
type TakeValues = (values: readonly unknown[]) => void;

const [COMMA, OPEN, CLOSE] = [0x2c, 0x5b, 0x5d];

/**
 * Parts of the text of a scanner, put together. They are parsed many at once, which is faster than one by one: when there
 * is no room any more, and when the batch is finished.
 */
export class Batch {
  readonly #scanner: Scanner;
  #end = BASKET.start;
  #waiting: TakeValues[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Adds parts whose values are taken together, later. */
  add(parts: readonly Stretch[], take: TakeValues): void {
    // Brackets and commas around each.
    const size = parts.reduce((sum, { start, end }) => sum + end - start + 1, 4);
    if (this.#end + size > BASKET.end) this.finish();
    if (this.#end + size > BASKET.end) {
      take(parts.map((part): unknown => JSON.parse(this.#scanner.text(part))));
      return;
    }
    this.#put(this.#waiting.length === 0 ? OPEN : COMMA);
    this.#waiting.push(take);
    parts.forEach((part, i) => {
      this.#put(i === 0 ? OPEN : COMMA);
      this.#end = this.#scanner.copy(part, this.#end);
    });
    this.#put(CLOSE);
  }

  /** Parses what has been added. */
  finish(): void {
    if (this.#waiting.length === 0) return;
    this.#put(CLOSE);
    const all: unknown = JSON.parse(this.#scanner.text({ start: BASKET.start, end: this.#end }));
    const waiting = this.#waiting;
    this.#end = BASKET.start;
    this.#waiting = [];
    waiting.forEach((take, i) => {
      const values: unknown = Array.isArray(all) ? all[i] : undefined;
      take(Array.isArray(values) ? values : []);
    });
  }

  #put(byte: number): void {
    this.#scanner.put(byte, this.#end++);
  }
}
