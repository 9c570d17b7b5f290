import type { CallElement, Expression, ModuleElement } from '../document/document.js';
import type { Instance } from '../instance.js';
import type { ByKey, InstanceIndex } from './instance-index.js';
import {
  type Key,
  maximalReferences,
  type ModuleStep,
  moduleText,
  parseAddress,
  parseTraversal,
  type Step,
} from '../../terraform/traversal.js';

/** Where an expression leads in the end. */
export type Outcome =
  /** An attribute of a resource instance; no attribute when a splat or a whole object swallowed it. */
  | { readonly kind: 'target'; readonly address: string; readonly attribute: string | undefined }
  /** Something that Terraform knows while it plans. `undefined`: the plan does not keep what it is. */
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'opaque'; readonly why: string };

/**
 * Reads a local value of a module, which the plan leaves out: what is left of it after the steps of `path`.
 * Undefined when it cannot tell.
 */
export type ReadLocal = (
  modules: readonly ModuleStep[],
  name: string,
  path: readonly Step[],
) => Expression | undefined;

/** What a walk through `configuration` needs. */
export interface Walk {
  readonly root: ModuleElement | undefined;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly index: InstanceIndex;
  readonly readLocal: ReadLocal;
  /** Whether to go on through attributes of other resources; otherwise the first one is where a chain ends. */
  readonly isThorough: boolean;
  /** Where each instance's block stands, once it has been looked up. */
  readonly places: Map<Instance, Place | undefined>;
  /** Whether two blocks have the same keys, once they have been compared. */
  readonly sameKeys: Map<ByKey, Map<ByKey, boolean>>;
  /** What variables, locals and outputs lead to, once they have been followed. */
  readonly known: Map<string, readonly Outcome[]>;
  /** How many references may still be followed for the attribute that is being resolved. */
  fuel: number;
}

/** A block of the configuration, seen from one of its instances. */
export interface Place {
  readonly scope: Scope;
  readonly expressions: ReadonlyMap<string, Expression>;
}

/** What names mean at a place of the configuration. */
export interface Scope {
  readonly modules: readonly ModuleStep[];
  /** The text of `modules`; empty, or ending in a dot. */
  readonly path: string;
  readonly module: ModuleElement;
  /** What `each` and `count` mean here. */
  readonly forEach: Expression | undefined;
  readonly key: Key | undefined;
  /** All instances of the same block. */
  readonly siblings: ByKey;
}

/** No keys. */
export const NO_KEYS: ByKey = new Map();

/** Where the block of an instance stands; undefined when the configuration does not hold it. */
export function placeOf(walk: Walk, instance: Instance): Place | undefined {
  if (walk.places.has(instance)) return walk.places.get(instance);
  const place = findPlace(walk, instance);
  walk.places.set(instance, place);
  return place;
}

function findPlace({ root, index }: Walk, instance: Instance): Place | undefined {
  const address = instance.isUnconfigured
    ? undefined
    : (index.addresses.get(instance) ?? parseAddress(instance.address));
  if (address === undefined || root === undefined) return undefined;
  const { modules, key } = address;
  const module = moduleAt(
    root,
    modules.map(({ name }) => name),
  );
  const block = module?.resources.get(address.block);
  if (module === undefined || block === undefined) return undefined;
  const path = moduleText(modules);
  const siblings = index.blocks.get(`${path}${address.block}`)?.byKey ?? NO_KEYS;
  return {
    scope: { modules, path, module, forEach: block.forEach, key, siblings },
    expressions: block.expressions,
  };
}

/** The module that these calls lead to, from the root. */
export function moduleAt(root: ModuleElement, names: readonly string[]): ModuleElement | undefined {
  let module: ModuleElement | undefined = root;
  for (const name of names) module = module?.calls.get(name)?.module;
  return module;
}

/** The call of the module that the scope is in, and the scope that the call stands in. */
export function callerOf(
  { root, index }: Walk,
  scope: Scope,
  own: ModuleStep,
): { call: CallElement; scope: Scope } | undefined {
  const modules = scope.modules.slice(0, -1);
  const names = modules.map(({ name }) => name);
  const module = root === undefined ? undefined : moduleAt(root, names);
  const call = module?.calls.get(own.name);
  if (module === undefined || call === undefined) return undefined;
  const path = moduleText(modules);
  const siblings = index.calls.get(`${path}module.${own.name}`) ?? NO_KEYS;
  return { call, scope: { modules, path, module, forEach: call.forEach, key: own.key, siblings } };
}

const WORDS = new Set(['each', 'count', 'var', 'local', 'module', 'path', 'terraform', 'self']);

/** Whether the attribute's own expression is one attribute of one resource: no argument, condition or collection. */
export function isDirect(walk: Walk, instance: Instance, attribute: string): boolean {
  const expression = placeOf(walk, instance)?.expressions.get(attribute);
  if (expression?.kind !== 'references') return false;
  const [reference, ...others] = maximalReferences(expression.references);
  const steps = reference === undefined ? undefined : parseTraversal(reference);
  const names = steps?.filter((step) => step.kind === 'name').map(({ name }) => name) ?? [];
  const [first = 'self'] = names;
  return others.length === 0 && !WORDS.has(first) && names.length === (first === 'data' ? 4 : 3);
}
