import type { KeptExpression } from '../../terraform/expression.js';
import type { PlanDocument } from '../document/document.js';
import type { Instance } from '../instance.js';
import { followAttribute } from './follow.js';
import {
  type InstanceIndex,
  isDirect,
  type LocalName,
  ownBlock,
  type ReadLocal,
  type ReferenceEnd,
  type Walk,
} from './walk.js';

/** Follows references through `configuration`: modules, outputs, variables, count and for_each. */
export interface Resolver {
  /**
   * Whether the configuration gives the attribute a value.
   * Undefined when the configuration does not hold the block: deleted, generated, or cut away.
   */
  readonly isConfigured: (instance: Instance, attribute: string) => boolean | undefined;
  /** Every place that the attribute's expression leads to. One end: exact. More: one of them, or a mixture. */
  readonly resolve: (instance: Instance, attribute: string) => readonly ReferenceEnd[];
  /** The same, but attributes of other resources are ends, even where the configuration tells what gives them. */
  readonly nearest: (instance: Instance, attribute: string) => readonly ReferenceEnd[];
  /** Whether the expression is one attribute of one resource, so that it cannot have come to nothing. */
  readonly isDirect: (instance: Instance, attribute: string) => boolean;
  /** The region that the provider of the instance's block is set to, where that is a text or a root variable. */
  readonly providerRegion: (instance: Instance) => string | undefined;
  /** The local values, each once, that references have ended in so far, because `readLocal` did not know them. */
  readonly unknownLocals: () => readonly LocalName[];
}

/** Builds the resolver of one plan. `index` has all objects of the plan. */
export function resolverOf(
  document: Pick<PlanDocument, 'configuration' | 'variables' | 'providerRegions'>,
  index: InstanceIndex,
  readLocal: ReadLocal,
): Resolver {
  const { configuration: root, variables, providerRegions } = document;
  const walk: Walk = {
    root,
    variables,
    index,
    readLocal,
    unknownLocals: new Map(),
    ownBlocks: new Map(),
    sameKeys: new Map(),
    known: new Map(),
    isThorough: true,
    fuel: 0,
  };
  const brief: Walk = { ...walk, isThorough: false, known: new Map() };
  return {
    isConfigured: (instance, attribute) => {
      const block = ownBlock(walk, instance);
      if (block === undefined) return undefined;
      const expression = block.expressions.get(attribute);
      return expression !== undefined && !(expression.kind === 'constant' && expression.value === null);
    },
    resolve: (instance, attribute) => followAttribute(walk, instance, attribute),
    nearest: (instance, attribute) => followAttribute(brief, instance, attribute),
    isDirect: (instance, attribute) => isDirect(walk, instance, attribute),
    providerRegion: (instance) => {
      const provider = ownBlock(walk, instance)?.provider;
      const region = provider === undefined ? undefined : providerRegions.get(provider);
      return region === undefined ? undefined : regionText(region, variables);
    },
    unknownLocals: () => [...walk.unknownLocals.values()],
  };
}

/** A provider stands in the root module, so its references are to root variables. */
function regionText(region: KeptExpression, variables: PlanDocument['variables']): string | undefined {
  if (region.kind === 'opaque') return undefined;
  const [, variable] =
    region.kind === 'constant' ? [] : (/^var\.([^.[]+)$/.exec(region.references.join(' ')) ?? []);
  const value =
    region.kind === 'constant' ? region.value : variable === undefined ? undefined : variables.get(variable);
  return typeof value === 'string' ? value : undefined;
}
