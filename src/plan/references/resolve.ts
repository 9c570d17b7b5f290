import type { KeptExpression } from '../../terraform/expression.js';
import type { PlanDocument } from '../document/document.js';
import type { Instance } from '../instance.js';
import { evaluate, follow } from './follow.js';
import type { InstanceIndex } from './instance-index.js';
import {
  isDirect,
  ownBlock,
  type ReadSource,
  type ReferenceEnd,
  type SourceName,
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
  /** The expressions, each once, that files would tell of references so far, and that `readSource` did not know. */
  readonly unread: () => readonly SourceName[];
}

/** Builds the resolver of one plan. `index` has all objects of the plan. */
export function resolverOf(
  document: Pick<PlanDocument, 'configuration' | 'variables' | 'providerRegions'>,
  index: InstanceIndex,
  readSource: ReadSource,
): Resolver {
  const { configuration: root, variables, providerRegions } = document;
  const walk: Walk = {
    root,
    variables,
    index,
    readSource,
    unread: new Map(),
    ownBlocks: new Map(),
    sameKeys: new Map(),
    known: new Map(),
    followed: new Map(),
    isThorough: true,
    items: new Map(),
    evaluate,
    isExact: false,
    depth: 0,
  };
  const brief: Walk = { ...walk, isThorough: false, known: new Map(), followed: new Map(), items: new Map() };
  return {
    isConfigured: (instance, attribute) => {
      const block = ownBlock(walk, instance);
      if (block === undefined) return undefined;
      const expression = block.expressions.get(attribute);
      return expression !== undefined && !(expression.kind === 'constant' && expression.value === null);
    },
    resolve: (instance, attribute) => follow(walk, instance, attribute),
    nearest: (instance, attribute) => follow(brief, instance, attribute),
    isDirect: (instance, attribute) => isDirect(walk, instance, attribute),
    unread: () => [...walk.unread.values()],
    providerRegion: (instance) => {
      const provider = ownBlock(walk, instance)?.provider;
      const region = provider === undefined ? undefined : providerRegions.get(provider);
      return region === undefined ? undefined : regionText(region, variables);
    },
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
