import type { Key, ModuleStep, Step } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import type { Attribute, Block, Expr } from '../../terraform/expression.js';

/** An expression, and what its names mean where it stands. */
export interface Sited {
  readonly file: string;
  readonly expr: Expr;
  readonly modules: readonly ModuleStep[];
  /** What `each` means: only in the arguments of a module call. */
  readonly each: { readonly collection: Sited | undefined; readonly key: Key | undefined } | undefined;
}

/** What a reference stands for, and what is still to be taken of it. */
export interface Referred {
  readonly sited: Sited;
  readonly path: readonly Step[];
  /** Another value may take the place of this one: a variable file, the command line. */
  readonly isOpen: boolean;
}

/** One step of the way behind a reference; undefined when it leads to no expression of the configuration. */
export async function refer(
  modules: Modules,
  sited: Sited,
  steps: readonly Step[],
): Promise<Referred | undefined> {
  const [first, second, ...rest] = steps;
  if (first?.kind !== 'name' || second?.kind !== 'name') return undefined;
  switch (first.name) {
    case 'local':
      return referred(await localValue(modules, sited.modules, second.name), rest);
    case 'var':
      return variable(modules, sited.modules, second.name, rest);
    case 'module':
      return output(modules, sited.modules, second.name, rest);
    case 'each': {
      const { collection, key } = sited.each ?? {};
      if (second.name !== 'value' || key === undefined) return undefined;
      return referred(collection, [{ kind: 'key', key }, ...rest]);
    }
    default:
      return undefined;
  }
}

function referred(sited: Sited | undefined, path: readonly Step[]): Referred | undefined {
  return sited === undefined ? undefined : { sited, path, isOpen: false };
}

/** An argument as the configuration means it: an override file has the last word. */
export function argumentOf(
  blocks: readonly Block[],
  name: string,
): { readonly block: Block; readonly attribute: Attribute } | undefined {
  const overrides = blocks.filter(({ isOverride }) => isOverride).reverse();
  for (const block of [...overrides, ...blocks]) {
    const attribute = block.attributes.get(name);
    if (attribute !== undefined) return { block, attribute };
  }
  return undefined;
}

/** An argument as an expression of the module that its block stands in. */
export function sitedArgument(
  blocks: readonly Block[],
  name: string,
  modules: readonly ModuleStep[],
): Sited | undefined {
  const found = argumentOf(blocks, name);
  if (found === undefined) return undefined;
  return { file: found.block.file, expr: found.attribute.value, modules, each: undefined };
}

async function localValue(
  modules: Modules,
  path: readonly ModuleStep[],
  name: string,
): Promise<Sited | undefined> {
  return sitedArgument(await blocksIn(modules, path, 'locals', []), name, path);
}

/** Blocks of a module; none when its folder cannot be read. */
async function blocksIn(
  modules: Modules,
  path: readonly ModuleStep[],
  type: 'locals' | 'variable' | 'output',
  labels: readonly string[],
): Promise<readonly Block[]> {
  const found = await modules.folder(path);
  return found.kind === 'folder' ? found.folder.find(type, labels) : [];
}

async function variable(
  modules: Modules,
  path: readonly ModuleStep[],
  name: string,
  rest: readonly Step[],
): Promise<Referred | undefined> {
  const own = path.at(-1);
  if (own !== undefined) {
    const caller = path.slice(0, -1);
    const call = await modules.call(path);
    const argument = sitedArgument(call, name, caller);
    const each = { collection: sitedArgument(call, 'for_each', caller), key: own.key };
    if (argument !== undefined) return referred({ ...argument, each }, rest);
  }
  const declared = sitedArgument(await blocksIn(modules, path, 'variable', [name]), 'default', path);
  return declared === undefined ? undefined : { sited: declared, path: rest, isOpen: own === undefined };
}

async function output(
  modules: Modules,
  path: readonly ModuleStep[],
  name: string,
  steps: readonly Step[],
): Promise<Referred | undefined> {
  const [head, ...tail] = steps;
  const key = head?.kind === 'key' ? head.key : undefined;
  const [wanted, ...rest] = key === undefined ? steps : tail;
  if (wanted?.kind !== 'name') return undefined;
  const inside = [...path, { name, key }];
  const blocks = await blocksIn(modules, inside, 'output', [wanted.name]);
  return referred(sitedArgument(blocks, 'value', inside), rest);
}
