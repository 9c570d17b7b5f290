import type { PlanDocument } from '../document/document.js';
import { followAttribute } from './follow.js';
import type { Instance } from '../instance.js';
import { indexOf } from './instance-index.js';
import { isDirect, type Outcome, placeOf, type ReadLocal, type Walk } from './walk.js';

export type { Outcome, ReadLocal } from './walk.js';

/** Follows references through `configuration`: modules, outputs, variables, count and for_each. */
export interface Resolver {
  /**
   * Whether the configuration gives the attribute a value.
   * Undefined when the configuration does not hold the block: deleted, generated, or cut away.
   */
  readonly isConfigured: (instance: Instance, attribute: string) => boolean | undefined;
  /** Every place that the attribute's expression leads to. One outcome: exact. More: one of them, or a mixture. */
  readonly resolve: (instance: Instance, attribute: string) => readonly Outcome[];
  /** The same, but attributes of other resources are ends, even where the configuration tells what gives them. */
  readonly nearest: (instance: Instance, attribute: string) => readonly Outcome[];
  /** Whether the expression is one attribute of one resource, so that it cannot have come to nothing. */
  readonly isDirect: (instance: Instance, attribute: string) => boolean;
}

/** Builds the resolver of one plan. `instances` are all objects of the plan. */
export function resolverOf(
  document: Pick<PlanDocument, 'configuration' | 'variables'>,
  instances: readonly Instance[],
  readLocal: ReadLocal,
): Resolver {
  const walk: Walk = {
    root: document.configuration,
    variables: document.variables,
    index: indexOf(instances),
    readLocal,
    places: new Map(),
    sameKeys: new Map(),
    known: new Map(),
    isThorough: true,
    fuel: 0,
  };
  const brief: Walk = { ...walk, isThorough: false, known: new Map() };
  return {
    isConfigured: (instance, attribute) => {
      const place = placeOf(walk, instance);
      if (place === undefined) return undefined;
      const expression = place.expressions.get(attribute);
      return expression !== undefined && !(expression.kind === 'constant' && expression.value === null);
    },
    resolve: (instance, attribute) => followAttribute(walk, instance, attribute),
    nearest: (instance, attribute) => followAttribute(brief, instance, attribute),
    isDirect: (instance, attribute) => isDirect(walk, instance, attribute),
  };
}
