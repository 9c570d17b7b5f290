import type { Span } from '../../terraform/expression.js';
import type { Action } from '../../plan/document/document.js';

/** A range of lines of one file. Lines count from 1, both ends included. */
export interface Spot {
  /** Relative to the root of the repository, forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * What stands at a place:
 * - `attribute`: the argument that narrows the rule, or that says how many instances there are;
 * - `entry`: the entry of the map that makes the instance;
 * - `map`: the map that lost the instance;
 * - `block`: the header of the resource block;
 * - `call`: the module call that holds, or held, the resource;
 * - `removed`: a `removed` or `moved` block that names it.
 */
export type PlaceKind = 'attribute' | 'entry' | 'map' | 'block' | 'call' | 'removed';

/** The lines that a person would change, and what belongs to them. */
export interface SourcePlace extends Spot {
  readonly kind: PlaceKind;
  /** The whole resource block; undefined when it is gone, or its module cannot be read. */
  readonly block: Spot | undefined;
  /** The module call that makes it: of a rule made in a module. */
  readonly call: Spot | undefined;
  /** The argument of the call that becomes the attribute that narrows the rule. */
  readonly argument: Spot | undefined;
  /** The lines are those of the base revision: it is no longer in the checkout. */
  readonly isBase: boolean;
}

/** Lines of a file. */
export function spotOf(file: string, { line, endLine }: Span): Spot {
  return { file, line, endLine };
}

/** A place, and what is known of what belongs to it. */
export function placeAt(
  spot: Spot,
  kind: PlaceKind,
  {
    block,
    call,
    argument,
    isBase = false,
  }: Partial<Pick<SourcePlace, 'block' | 'call' | 'argument' | 'isBase'>> = {},
): SourcePlace {
  return { ...spot, kind, block, call, argument, isBase };
}

/** A resource change to find. A `Cause` of a finding is one. */
export interface SoughtChange {
  readonly address: string;
  readonly actions: readonly Action[];
  /** Arguments that the change is about (`replaceAttributes` of a rule), most telling first. */
  readonly attributes?: readonly string[];
}

/** What was found. */
export interface Located {
  /** By address. */
  readonly places: ReadonlyMap<string, SourcePlace>;
  /** Why an address has no place, a sentence part: "its block is gone ...". */
  readonly without: ReadonlyMap<string, string>;
  /** Where to show a change that has no lines in the checkout, in a file that is there; by address, where there is one. */
  readonly standIns: ReadonlyMap<string, Spot>;
  /** What could not be read, each once, when a finding lacks its place because of it. */
  readonly notes: readonly string[];
}
