import type { Scanner, Stretch } from './scanner.js';

/** A resource block of `configuration` that is read when somebody asks for it. Its parts have the form that they should have. */
export class UnreadBlock {
  readonly #room: Buffer;
  readonly #text: Stretch;

  /** @param text JSON, in the room */
  constructor(
    readonly address: string,
    room: Buffer,
    text: Stretch,
  ) {
    this.#room = room;
    this.#text = text;
  }

  /** The value that it is of. */
  json(): unknown {
    return JSON.parse(this.#room.toString('utf8', this.#text.start, this.#text.end));
  }
}

const ROOM_BYTES = 2 ** 20;

/** Keeps blocks as bytes, outside of the heap, where nobody goes over them again and again. */
export class BlockStore {
  readonly #scanner: Scanner;
  #room = Buffer.alloc(0);
  #end = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** A block whose JSON is this text of the scanner. */
  keep(address: string, text: Stretch): UnreadBlock {
    const size = text.end - text.start;
    if (this.#end + size > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(ROOM_BYTES, size));
      this.#end = 0;
    }
    const start = this.#end;
    this.#end = this.#scanner.copyTo(this.#room, start, text);
    return new UnreadBlock(address, this.#room, { start, end: this.#end });
  }
}
