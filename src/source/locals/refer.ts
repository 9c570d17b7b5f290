import type { Attribute, SourceBlock, Expr } from '../../terraform/expression.js';
import { refer, type Scope } from '../../terraform/reference.js';
import type { Key, ModuleStep, Step } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';

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
  /** It is the default of a variable. */
  readonly isDefault: boolean;
}

/** The expression that a reference is written in, and the modules whose files tell what it names. */
interface FileSite {
  readonly modules: Modules;
  readonly sited: Sited;
}

/** One step of the way behind a reference; undefined when it leads to no expression of the configuration. */
export function referInFiles(
  modules: Modules,
  sited: Sited,
  steps: readonly Step[],
): Promise<Referred | undefined> {
  return refer(IN_FILES, { modules, sited }, steps);
}

const nowhere = (): Promise<undefined> => Promise.resolve(undefined);

const IN_FILES: Scope<FileSite, Promise<Referred | undefined>> = {
  local: async ({ modules, sited }, name, rest) =>
    referred(sitedArgument(await blocksIn(modules, sited.modules, 'locals', []), name, sited.modules), rest),
  variable: async ({ modules, sited: { modules: path } }, name, rest) => {
    const own = path.at(-1);
    if (own !== undefined) {
      const caller = path.slice(0, -1);
      const call = await modules.call(path);
      const argument = sitedArgument(call, name, caller);
      const each = { collection: sitedArgument(call, 'for_each', caller), key: own.key };
      if (argument !== undefined) return referred({ ...argument, each }, rest);
    }
    const declared = sitedArgument(await blocksIn(modules, path, 'variable', [name]), 'default', path);
    return declared === undefined
      ? undefined
      : { sited: declared, path: rest, isOpen: own === undefined, isDefault: true };
  },
  output: async ({ modules, sited }, { module, key, output }, rest) => {
    if (output === undefined) return undefined;
    const inside = [...sited.modules, { name: module, key }];
    return referred(
      sitedArgument(await blocksIn(modules, inside, 'output', [output]), 'value', inside),
      rest,
    );
  },
  eachValue: ({ sited }, rest) => {
    const { collection, key } = sited.each ?? {};
    return Promise.resolve(
      key === undefined ? undefined : referred(collection, [{ kind: 'key', key }, ...rest]),
    );
  },
  eachKey: nowhere,
  resource: nowhere,
  session: nowhere,
  nowhere,
};

function referred(sited: Sited | undefined, path: readonly Step[]): Referred | undefined {
  return sited === undefined ? undefined : { sited, path, isOpen: false, isDefault: false };
}

/** An argument, and the block that has it. */
export interface BlockArgument {
  readonly block: SourceBlock;
  readonly attribute: Attribute;
}

/** An argument as the configuration means it: an override file has the last word. */
export function argumentOf(blocks: readonly SourceBlock[], name: string): BlockArgument | undefined {
  const overrides = blocks.filter(({ isOverride }) => isOverride).reverse();
  for (const block of [...overrides, ...blocks]) {
    const attribute = block.attributes.get(name);
    if (attribute !== undefined) return { block, attribute };
  }
  return undefined;
}

/** An argument as an expression of the module that its block stands in. */
export function sitedArgument(
  blocks: readonly SourceBlock[],
  name: string,
  modules: readonly ModuleStep[],
): Sited | undefined {
  const found = argumentOf(blocks, name);
  if (found === undefined) return undefined;
  return { file: found.block.file, expr: found.attribute.value, modules, each: undefined };
}

/** Blocks of a module; none when its folder cannot be read. */
async function blocksIn(
  modules: Modules,
  path: readonly ModuleStep[],
  type: 'locals' | 'variable' | 'output',
  labels: readonly string[],
): Promise<readonly SourceBlock[]> {
  const found = await modules.folder(path);
  return found.kind === 'folder' ? found.folder.find(type, labels) : [];
}
