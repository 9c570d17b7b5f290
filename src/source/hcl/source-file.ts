import type { BlockType } from './headers.js';
import type { Attribute, Span } from '../../terraform/expression.js';

/** A block of a file, without what only its folder knows. */
export interface BareBlock extends Span {
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** What a look into a file gives. */
export interface Look {
  readonly blocks: readonly BareBlock[];
  /** The file may hold more, but its text cannot be read. */
  readonly isBroken: boolean;
}

/** Blocks with the same header in one file: only `moved`, `removed` and `locals` come more than once. */
export const BLOCK_LIMIT = 1000;

/** One file, HCL or JSON, parsed only where its text looks like the block that is asked for. */
export interface SourceFile {
  /** The `headerKey`s of all blocks that it may hold; undefined when it must be asked each time. */
  readonly keys: Iterable<string> | undefined;
  find(type: BlockType, labels: readonly string[]): Promise<Look>;
}
