import { type Scanner, type Stretch, TEXT } from './scanner.js';
import type { ByteSource } from './source.js';

/** Thrown where bytes are not one JSON text in UTF-8 whose values have the depth and the size that those of plans have. */
export class NotPlain extends Error {}

export const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const OPEN_OBJECT = 0x7b;

const BLANKS: readonly number[] = [0x20, 0x0a, 0x0d, 0x09];
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

/** So much is read at once. A value that is asked for may be as large as the window becomes. */
const PART_BYTES = 2 ** 20;
const LARGEST_WINDOW_BYTES = 2 ** 28;

/**
 * Goes through JSON text from its begin to its end, value by value. It holds a window of the text, which moves along; spans
 * are places in it, and good until the cursor goes on. It takes objects and lists: a number could go on behind the end.
 */
export class JsonCursor {
  readonly #scanner: Scanner;
  readonly #source: ByteSource;
  readonly #depthLimit: number;
  /** How much of the source has been in the window. */
  #read = 0;
  #at = TEXT;
  #depth = 0;

  /** @param depthLimit how many brackets may be around anything */
  constructor(scanner: Scanner, source: ByteSource, depthLimit: number) {
    this.#scanner = scanner;
    this.#source = source;
    this.#depthLimit = depthLimit;
    while (this.#scanner.end < TEXT + BYTE_ORDER_MARK.length && this.#readOn());
    const isMarked = BYTE_ORDER_MARK.every((byte, i) => this.#scanner.byte(TEXT + i) === byte);
    if (isMarked) this.#at += BYTE_ORDER_MARK.length;
  }

  /** The first byte of what comes next, white space left out; 0 at the end. */
  peek(): number {
    for (;;) {
      const byte = this.#scanner.byte(this.#at);
      if (BLANKS.includes(byte)) this.#at++;
      else if (this.#at < this.#scanner.end || !this.#readOn()) return byte;
    }
  }

  /** Whether nothing comes any more. */
  isAtEnd(): boolean {
    return this.peek() === 0 && this.#at >= this.#scanner.end;
  }

  /** Goes through the object that comes next. Whoever gets a key takes its value. */
  eachKey(take: (key: string) => void): void {
    this.#open();
    for (let isFirst = true; !this.#closes(OPEN_OBJECT, isFirst); isFirst = false) {
      if (this.peek() !== QUOTE) throw new NotPlain();
      const key: unknown = this.value();
      if (this.peek() !== COLON || typeof key !== 'string') throw new NotPlain();
      this.#at++;
      take(key);
    }
  }

  /** Goes through the list that comes next. Whoever is called takes an item. */
  eachItem(take: () => void): void {
    this.#open();
    for (let isFirst = true; !this.#closes(OPEN_LIST, isFirst); isFirst = false) take();
  }

  /** Takes the value that comes next. */
  value(): unknown {
    return JSON.parse(this.#scanner.text(this.take()));
  }

  /** Takes the value that comes next, and says where it stands. */
  take(): Stretch {
    this.peek();
    for (;;) {
      const end = this.#scan(false);
      if (end === undefined) {
        this.#goOn();
        continue;
      }
      const start = this.#at;
      this.#at = end;
      return { start, end };
    }
  }

  /** Takes the value that comes next, of whatever size, and keeps nothing of it. */
  skip(): void {
    for (let goesOn = false; ; goesOn = true) {
      const end = this.#scan(goesOn);
      this.#at = end ?? this.#scanner.stopped;
      if (end !== undefined) return;
      this.#goOn();
    }
  }

  #open(): void {
    this.#at++;
    if (++this.#depth > this.#depthLimit) throw new NotPlain();
  }

  #closes(opening: number, isFirst: boolean): boolean {
    const byte = this.peek();
    // Closing brackets stand two behind the opening ones.
    const isClosed = byte === opening + 2;
    if (isClosed) this.#depth--;
    else if (isFirst) return false;
    else if (byte !== COMMA) throw new NotPlain();
    this.#at++;
    return isClosed;
  }

  #scan(goesOn: boolean): number | undefined {
    const left = { start: this.#at, end: this.#scanner.end };
    return this.#scanner.scan(left, this.#depthLimit - this.#depth, goesOn);
  }

  /** Reads on for a value that is not whole. */
  #goOn(): void {
    if (!this.#scanner.isUnfinished || !this.#readOn()) throw new NotPlain();
  }

  /** Moves the window to what comes next, and reads on; whether there is more in it than before. */
  #readOn(): boolean {
    const kept = this.#scanner.end - this.#at;
    if (kept > LARGEST_WINDOW_BYTES) throw new NotPlain();
    // Twice as much as there is: what is large is not looked through again and again.
    const isMore = this.#scanner.advance(this.#at, Math.max(PART_BYTES, kept), (room) =>
      this.#source.read(room, this.#read),
    );
    if (isMore) this.#read += this.#scanner.end - TEXT - kept;
    this.#at = TEXT;
    return isMore;
  }
}
