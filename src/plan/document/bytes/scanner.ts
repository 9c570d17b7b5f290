import { memo } from '../../../collections.js';
import { SCAN_CODE } from './scan-code.js';

/** Where something begins in the memory of a scanner, and the place behind it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What scan.as.ts exports. */
interface Scan {
  readonly scan: (start: number, end: number, limit: number, goesOn: boolean) => number;
  readonly isSame: (a: number, b: number, length: number) => number;
  readonly find: (keys: number, count: number, found: number) => void;
  readonly copy: (to: number, from: number, length: number) => void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** As far as it is needed here; Node has it, and its types do not say so. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: Scan };
};

const PAGE_BYTES = 2 ** 16;

/** Places in memory that scan.as.ts knows, too. */
const STOPPED = 0;
const IS_UNFINISHED = 4;
const MEMBERS = 8;
const ESCAPED_KEYS = 12;
const MEMBERS_LIMIT = 64;

/** Places for keys that are asked for, and for where their values are: the table of members ends before. */
const KEYS = 4096;
const FOUND = 2816;
const FOUND_BYTES = 8;

/** Keys of members that a scanner has taken down. */
export interface Keys {
  readonly place: number;
  readonly count: number;
}

/** Room for those who use a scanner: for words, and for text that they put together. */
export const WORDS: Stretch = { start: 3072, end: 4096 };
export const BASKET: Stretch = { start: 8192, end: 8192 + 2 ** 20 };
/** Where the text of a scanner begins. */
export const TEXT = BASKET.end;
/** So many zeros follow the text. */
const PADDING = 64;

const compiled = memo((code: string) => new WebAssembly.Module(Buffer.from(code, 'base64')));

/**
 * Says of JSON text where values end, and makes none: one after the other, each checked as `JSON.parse` would. Of the last one
 * that is an object it knows the members. The text is in its memory, from {@link TEXT} on.
 */
export class Scanner {
  readonly #memory = new WebAssembly.Memory({ initial: Math.ceil((TEXT + PADDING) / PAGE_BYTES) });
  readonly #code: Scan;
  #bytes = Buffer.from(this.#memory.buffer);
  #view = new DataView(this.#memory.buffer);
  #end = TEXT;
  #keysEnd = KEYS;

  constructor() {
    this.#code = new WebAssembly.Instance(compiled(SCAN_CODE), { env: { memory: this.#memory } }).exports;
  }

  /** The place behind the text. */
  get end(): number {
    return this.#end;
  }

  /**
   * Forgets the text before a place, and adds what somebody writes into the room behind it: so many bytes, and at least one
   * fits in.
   *
   * @returns whether there was more
   */
  advance(from: number, room: number, write: (room: Uint8Array) => number): boolean {
    this.#bytes.copyWithin(TEXT, from, this.#end);
    this.#end -= from - TEXT;
    const missing = this.#end + room + PADDING - this.#bytes.length;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.#bytes = Buffer.from(this.#memory.buffer);
      this.#view = new DataView(this.#memory.buffer);
    }
    const more = write(this.#bytes.subarray(this.#end, this.#end + room));
    this.#end += more;
    this.#bytes.fill(0, this.#end, this.#end + PADDING);
    return more > 0;
  }

  /** A byte of the text. */
  byte(at: number): number {
    return this.#view.getUint8(at);
  }

  /** Copies bytes to another place; gives the one behind them. */
  copy({ start, end }: Stretch, to: number): number {
    this.#code.copy(to, start, end - start);
    return to + end - start;
  }

  /** Copies a part of the text into other memory; gives the place behind it. */
  copyTo(target: Buffer, at: number, { start, end }: Stretch): number {
    return at + this.#bytes.copy(target, at, start, end);
  }

  /** Writes a byte to a place. */
  put(byte: number, to: number): void {
    this.#view.setUint8(to, byte);
  }

  /** A part of the text. */
  text({ start, end }: Stretch): string {
    return this.#bytes.toString('utf8', start, end);
  }

  /**
   * The end of the value that begins here, or undefined: then `stopped` and `isUnfinished` say why.
   *
   * @param limit how many brackets may be around something in it
   * @param goesOn whether it is the value of the last scan, which stopped here
   */
  scan({ start, end }: Stretch, limit: number, goesOn = false): number | undefined {
    const found = this.#code.scan(start, end, limit, goesOn);
    return found === 0 ? undefined : found;
  }

  /** Where the scan stopped that gave no end: at the first token that is wrong, or not whole. */
  get stopped(): number {
    return this.#word(STOPPED);
  }

  /** Whether it stopped because the text ends; otherwise it is no JSON, or nests too deeply. */
  get isUnfinished(): boolean {
    return this.#word(IS_UNFINISHED) !== 0;
  }

  /** Takes down keys of members, to be asked for. All that are taken down have a thousand letters. */
  keysOf(names: readonly string[]): Keys {
    const place = this.#keysEnd;
    for (const name of names) {
      const spelling = Buffer.from(`"${name}"`);
      this.#view.setUint8(this.#keysEnd, spelling.length);
      this.#bytes.set(spelling, this.#keysEnd + 1);
      this.#keysEnd += 1 + spelling.length;
    }
    return { place, count: names.length };
  }

  /**
   * The values of the members with these keys; of a key that is there twice the last one counts, as for `JSON.parse`. Nothing
   * where members cannot be told by their bytes: a key is spelled with escapes, or there are too many.
   */
  members({ place, count }: Keys): readonly (Stretch | undefined)[] {
    if (this.#word(MEMBERS) > MEMBERS_LIMIT || this.#word(ESCAPED_KEYS) !== 0) return [];
    this.#code.find(place, count, FOUND);
    const found: (Stretch | undefined)[] = [];
    for (let at = FOUND; at < FOUND + FOUND_BYTES * count; at += FOUND_BYTES) {
      const start = this.#word(at);
      found.push(start === 0 ? undefined : { start, end: this.#word(at + 4) });
    }
    return found;
  }

  #word(place: number): number {
    return this.#view.getUint32(place, true);
  }

  /** Whether the same bytes stand at both places. */
  isSame(a: Stretch, b: Stretch): boolean {
    const length = a.end - a.start;
    return b.end - b.start === length && this.#code.isSame(a.start, b.start, length) !== 0;
  }
}
