import type { KeptExpression } from '../../terraform/expression.js';
import type { Key, ModuleStep } from '../../terraform/traversal.js';
import type { ModuleElement } from '../document/document.js';

/** A block within its module. */
export interface BlockName {
  readonly keyword: 'locals' | 'resource' | 'data' | 'output' | 'module';
  readonly labels: readonly string[];
}

/** Anything that is held by instance keys. */
export type ByKey = ReadonlyMap<Key | undefined, unknown>;

/** No keys. */
export const NO_KEYS: ByKey = new Map();

/** Nor siblings. */
export const NO_SIBLINGS = (): ByKey => NO_KEYS;

/** What names mean at a place of the configuration. */
export interface ModuleScope {
  readonly modules: readonly ModuleStep[];
  /** The text of `modules`; empty, or ending in a dot. */
  readonly path: string;
  readonly module: ModuleElement;
  /** What `each` and `count` mean here. */
  readonly forEach: KeptExpression | undefined;
  /** The block that they belong to; undefined where they mean nothing. */
  readonly owner: BlockName | undefined;
  readonly key: Key | undefined;
  /** All instances of the same block; few ask. */
  readonly siblings: () => ByKey;
}
