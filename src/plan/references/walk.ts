import type { Expr, KeptExpression } from '../../terraform/expression.js';
import { refer, type Scope } from '../../terraform/reference.js';
import {
  maximalReferences,
  type ModuleStep,
  moduleText,
  parseAddress,
  parseTraversal,
  type Step,
} from '../../terraform/traversal.js';
import type { CallElement, ModuleElement } from '../document/document.js';
import type { Instance } from '../instance.js';
import type { InstanceIndex } from './instance-index.js';
import { type BlockName, type ByKey, type ModuleScope, NO_KEYS } from './scope.js';
import type { Items } from './things.js';

/** Where an expression leads in the end. */
export type ReferenceEnd =
  /** An attribute of a resource instance; no attribute when a splat or a whole object swallowed it. */
  | { readonly kind: 'target'; readonly address: string; readonly attribute: string | undefined }
  /** Something that Terraform knows while it plans. `undefined`: the plan does not keep what it is. */
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'opaque'; readonly why: string };

/** All places that an expression leads to: one of them, or a mixture. */
export type Ends = readonly ReferenceEnd[];

/**
 * An argument of a block in the files that a plan was made of: a local value, which the plan leaves out, or an
 * expression of which it keeps the references alone. All instances of a module share it.
 */
export interface SourceName extends BlockName {
  readonly modules: readonly ModuleStep[];
  readonly argument: string;
}

/** The name as one text, the same for all instances of the module. */
export function sourceText({ modules, keyword, labels, argument }: SourceName): string {
  return [...modules.map((step) => step.name), '', keyword, ...labels, argument].join('.');
}

/** Reads an expression of a module from its files. Undefined when it cannot tell. */
export type ReadSource = (name: SourceName) => Expr | undefined;

/** What a walk through `configuration` needs. */
export interface Walk {
  readonly root: ModuleElement | undefined;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly index: InstanceIndex;
  readonly readSource: ReadSource;
  /** Expressions of files that would tell more, and that nobody has read, by name. */
  readonly unread: Map<string, SourceName>;
  /** Whether to go on through attributes of other resources; otherwise the first one is where a chain ends. */
  readonly isThorough: boolean;
  /** Each instance's block, once it has been looked up. */
  readonly ownBlocks: Map<Instance, OwnBlock | undefined>;
  /** Whether two blocks have the same keys, once they have been compared. */
  readonly sameKeys: Map<ByKey, Map<ByKey, boolean>>;
  /** What variables, locals and outputs lead to, once they have been followed. */
  readonly known: Map<string, Ends>;
  /** What attributes of instances lead to, likewise. */
  readonly followed: Map<Instance, Map<string, Ends>>;
  /** The elements of collections in files, once they have been told, by expression and module. */
  readonly items: Map<Expr, Map<string, Items | undefined>>;
  /** Follows the references that a plan keeps of an expression. */
  readonly evaluate: (walk: Walk, expression: KeptExpression, place: Place) => Ends;
  /**
   * Whether a value is asked for, so that it must be what the expression comes to: `[var.on]`, which a plan keeps, may
   * as well have been `!var.on`.
   */
  isExact: boolean;
  /** How deep in expressions and references we are. */
  depth: number;
}

/** Modules cannot be cyclic, broken input can; expressions nest. */
const DEPTH_LIMIT = 200;

/** One level down; undefined when that is deeper than anything real, so that it goes in a circle. */
export function deeper<T>(walk: Walk, look: () => T): T | undefined {
  if (walk.depth >= DEPTH_LIMIT) return undefined;
  walk.depth++;
  const found = look();
  walk.depth--;
  return found;
}

/** Where an expression stands, and the steps that are to be taken of its value. */
export interface Place {
  readonly scope: ModuleScope;
  readonly rest: readonly Step[];
}

/** A block of the configuration, seen from one of its instances. */
export interface OwnBlock {
  readonly scope: ModuleScope;
  readonly expressions: ReadonlyMap<string, KeptExpression>;
  readonly provider: string | undefined;
}

/** The block of an instance; undefined when the configuration does not hold it. */
export function ownBlock(walk: Walk, instance: Instance): OwnBlock | undefined {
  if (walk.ownBlocks.has(instance)) return walk.ownBlocks.get(instance);
  const block = findOwnBlock(walk, instance);
  walk.ownBlocks.set(instance, block);
  return block;
}

/** `T.name` or `data.T.name`. */
function nameOfBlock(block: string): BlockName {
  const labels = block.split('.');
  return labels[0] === 'data'
    ? { keyword: 'data', labels: labels.slice(1) }
    : { keyword: 'resource', labels };
}

function findOwnBlock({ root, index }: Walk, instance: Instance): OwnBlock | undefined {
  const address = instance.isUnconfigured ? undefined : parseAddress(instance.address);
  if (address === undefined) return undefined;
  const { modules, key } = address;
  const module = moduleAt(
    root,
    modules.map(({ name }) => name),
  );
  const block = module?.resources.get(address.block);
  if (module === undefined || block === undefined) return undefined;
  const path = moduleText(modules);
  const siblings = (): ByKey => index.block(`${path}${address.block}`)?.byKey ?? NO_KEYS;
  return {
    scope: {
      modules,
      path,
      module,
      forEach: block.forEach,
      owner: nameOfBlock(address.block),
      key,
      siblings,
    },
    expressions: block.expressions,
    provider: block.provider,
  };
}

/** The module that these calls lead to, from the root. */
export function moduleAt(
  root: ModuleElement | undefined,
  names: readonly string[],
): ModuleElement | undefined {
  let module = root;
  for (const name of names) module = module?.calls.get(name)?.module;
  return module;
}

/** The call of the module that the scope is in, and the scope that the call stands in. */
export function callerOf(
  { root, index }: Walk,
  scope: ModuleScope,
  own: ModuleStep,
): { call: CallElement; scope: ModuleScope } | undefined {
  const modules = scope.modules.slice(0, -1);
  const names = modules.map(({ name }) => name);
  const module = moduleAt(root, names);
  const call = module?.calls.get(own.name);
  if (module === undefined || call === undefined) return undefined;
  const path = moduleText(modules);
  const siblings = (): ByKey => index.keysOfCall(`${path}module.${own.name}`);
  const owner: BlockName = { keyword: 'module', labels: [own.name] };
  return { call, scope: { modules, path, module, forEach: call.forEach, owner, key: own.key, siblings } };
}

const no = (): boolean => false;

const IS_DIRECT: Scope<undefined, boolean> = {
  local: no,
  variable: no,
  output: no,
  eachKey: no,
  eachValue: no,
  resource: (_, __, rest) => rest.filter(({ kind }) => kind === 'name').length === 1,
  session: no,
  nowhere: no,
};

/** Whether the attribute's own expression is one attribute of one resource: no argument, condition or collection. */
export function isDirect(walk: Walk, instance: Instance, attribute: string): boolean {
  const expression = ownBlock(walk, instance)?.expressions.get(attribute);
  if (expression?.kind !== 'references') return false;
  const [reference, ...others] = maximalReferences(expression.references);
  const steps = reference === undefined || others.length > 0 ? undefined : parseTraversal(reference);
  return steps !== undefined && refer(IS_DIRECT, undefined, steps);
}
