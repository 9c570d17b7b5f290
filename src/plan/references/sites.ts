import { refer, type Scope } from '../../terraform/reference.js';
import { type Key, type ModuleStep, moduleText, type Step } from '../../terraform/traversal.js';
import type { Expr, KeptExpression } from '../../terraform/expression.js';
import type { ModuleElement } from '../document/document.js';
import { type Item, itemsOfList, itemsOfMap, NO_NAMES, type Thing } from './things.js';
import { type BlockName, type ByKey, type ModuleScope, NO_SIBLINGS } from './scope.js';
import { callerOf, type SourceName, sourceText, type Walk } from './walk.js';

/** The expression of an argument in the files of the scope's module; asked for, when nobody has read it. */
export function sourceAt(
  walk: Walk,
  { modules }: ModuleScope,
  block: BlockName,
  argument: string,
): Expr | undefined {
  const name: SourceName = { ...block, modules, argument };
  const expr = walk.readSource(name);
  if (expr === undefined) walk.unread.set(sourceText(name), name);
  return expr;
}

/** The scope of a called module, where `each` and `count` mean nothing. */
export function scopeWithin(scope: ModuleScope, step: ModuleStep, module: ModuleElement): ModuleScope {
  const modules = [...scope.modules, step];
  return { ...NO_EACH, modules, path: moduleText(modules), module };
}

const NO_EACH = { forEach: undefined, owner: undefined, key: undefined, siblings: NO_SIBLINGS } as const;

/** The scope where `each` and `count` mean nothing. */
export function withoutEach(scope: ModuleScope): ModuleScope {
  return scope.owner === undefined ? scope : { ...scope, ...NO_EACH };
}

function written(expr: Expr | undefined, scope: ModuleScope): Thing | undefined {
  return expr === undefined ? undefined : { kind: 'written', expr, scope, names: NO_NAMES };
}

/** A local value of the scope's module. */
export function localThing(walk: Walk, scope: ModuleScope, name: string): Thing | undefined {
  return written(sourceAt(walk, scope, { keyword: 'locals', labels: [] }, name), withoutEach(scope));
}

/** The collection over which the block of the scope is repeated. */
export function forEachThing(walk: Walk, scope: ModuleScope): Thing | undefined {
  const { owner, forEach } = scope;
  if (forEach?.kind === 'constant') return { kind: 'value', value: forEach.value };
  return owner === undefined
    ? undefined
    : written(sourceAt(walk, scope, owner, 'for_each'), withoutEach(scope));
}

/** What a reference names, and the steps that are still to be taken of it. */
export interface Named {
  readonly thing: Thing;
  readonly rest: readonly Step[];
}

interface ThingSite {
  readonly walk: Walk;
  readonly scope: ModuleScope;
}

/** The one thing that a reference names; undefined when it is none that has elements, or may be several. */
export function thingNamed(walk: Walk, scope: ModuleScope, steps: readonly Step[]): Named | undefined {
  return refer(THINGS, { walk, scope }, steps);
}

const nothing = (): undefined => undefined;

const THINGS: Scope<ThingSite, Named | undefined> = {
  local: ({ walk, scope }, name, rest) => named(localThing(walk, scope, name), rest),
  variable: ({ walk, scope }, name, rest) => {
    const own = scope.modules.at(-1);
    if (own === undefined) {
      return walk.variables.has(name) ? valueAt(walk.variables.get(name), rest) : undefined;
    }
    const caller = callerOf(walk, scope, own);
    const argument = caller?.call.expressions.get(name);
    if (caller !== undefined && argument !== undefined) {
      const block: BlockName = { keyword: 'module', labels: [own.name] };
      return named(keptThing(walk, argument, { scope: caller.scope, block, argument: name }), rest);
    }
    const declared = scope.module.variables.get(name);
    return declared !== undefined && 'default' in declared ? valueAt(declared.default, rest) : undefined;
  },
  output: ({ walk, scope }, { module: name, key, output }, rest) => {
    const module = scope.module.calls.get(name)?.module;
    const all = walk.index.keysOfCall(`${scope.path}module.${name}`);
    if (output === undefined) {
      const base: readonly Step[] = [NAME_OF_MODULE, { kind: 'name', name }];
      return key === undefined ? named(instances(scope, base, all), rest) : undefined;
    }
    const expression = module?.outputs.get(output);
    const isOne = key !== undefined || all.size === 0 || (all.size === 1 && all.has(undefined));
    if (module === undefined || expression === undefined || !isOne) return undefined;
    const inside = scopeWithin(scope, { name, key }, module);
    const block: BlockName = { keyword: 'output', labels: [output] };
    return named(keptThing(walk, expression, { scope: inside, block, argument: 'value' }), rest);
  },
  eachKey: ({ scope }) => (scope.key === undefined ? undefined : valueAt(scope.key, [])),
  eachValue: ({ walk, scope }, rest) => {
    const { key } = scope;
    const collection = key === undefined ? undefined : forEachThing(walk, scope);
    return key === undefined ? undefined : named(collection, [{ kind: 'key', key }, ...rest]);
  },
  resource: ({ walk, scope }, block, rest) => {
    if (rest.length > 0) return undefined;
    const byKey = walk.index.block(`${scope.path}${block}`)?.byKey;
    const base = block.split('.').map((name): Step => ({ kind: 'name', name }));
    if (byKey !== undefined) return named(instances(scope, base, byKey), rest);
    return scope.module.resources.has(block) ? named(NO_INSTANCES, rest) : undefined;
  },
  session: nothing,
  nowhere: nothing,
};

const NAME_OF_MODULE: Step = { kind: 'name', name: 'module' };
const NO_INSTANCES: Thing = { kind: 'items', items: itemsOfList([]) };

function named(thing: Thing | undefined, rest: readonly Step[]): Named | undefined {
  return thing === undefined ? undefined : { thing, rest };
}

function valueAt(value: unknown, rest: readonly Step[]): Named {
  return { thing: { kind: 'value', value }, rest };
}

/** An argument in the files, where the plan does not keep its value. */
function keptThing(
  walk: Walk,
  kept: KeptExpression,
  { scope, block, argument }: { scope: ModuleScope; block: BlockName; argument: string },
): Thing | undefined {
  return kept.kind === 'constant'
    ? { kind: 'value', value: kept.value }
    : written(sourceAt(walk, scope, block, argument), scope);
}

/** The instances of a block or module by their keys; undefined when it is not repeated. `count` makes a list. */
function instances(scope: ModuleScope, base: readonly Step[], all: ByKey): Thing | undefined {
  const keys = [...all.keys()].filter((key) => key !== undefined);
  if (keys.length === 0 || keys.length < all.size) return undefined;
  const numbers = keys.filter((key) => typeof key === 'number').sort((a, b) => a - b);
  const values = (of: readonly Key[]): readonly Item[] =>
    of.map((key) => ({ key, value: instance(scope, base, key) }));
  const items =
    numbers.length === keys.length
      ? itemsOfList(values(numbers).map(({ value }) => value))
      : itemsOfMap(values(keys));
  return { kind: 'items', items };
}

function instance(scope: ModuleScope, base: readonly Step[], key: Key): Thing {
  const expr: Expr = { kind: 'reference', span: NO_SPAN, steps: [...base, { kind: 'key', key }] };
  return { kind: 'written', expr, scope, names: NO_NAMES };
}

const NO_SPAN = { line: 0, endLine: 0 };
