import type { CallElement, Expression, ModuleElement, PlanDocument } from './document.js';
import type { Instance } from './instance.js';
import {
  keyText,
  maximalReferences,
  type ModuleStep,
  moduleText,
  parseAddress,
  parseTraversal,
  type Step,
} from './traversal.js';
import { isRecord, rawOf } from './value.js';

/** Where an expression leads in the end. */
export type Outcome =
  /** An attribute of a resource instance; no attribute when a splat or a whole object swallowed it. */
  | { readonly kind: 'target'; readonly address: string; readonly attribute: string | undefined }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'opaque'; readonly why: string };

/** Reads the `locals` of a module, which the plan leaves out; undefined when it cannot tell. */
export type ReadLocal = (modules: readonly ModuleStep[], name: string) => Expression | undefined;

/** Follows references through `configuration`: modules, outputs, variables, count and for_each. */
export interface Resolver {
  /**
   * Whether the configuration gives the attribute a value.
   * Undefined when the configuration does not hold the block: deleted, generated, or cut away.
   */
  readonly isConfigured: (instance: Instance, attribute: string) => boolean | undefined;
  /** Every place that the attribute's expression leads to. One outcome: exact. More: one of them, or a mixture. */
  readonly resolve: (instance: Instance, attribute: string) => readonly Outcome[];
}

interface Scope {
  readonly modules: readonly ModuleStep[];
  readonly module: ModuleElement;
  /** What `each` and `count` mean here. */
  readonly forEach: Expression | undefined;
  readonly key: string | number | undefined;
}

/** Modules cannot be cyclic, broken input can. */
const DEPTH_LIMIT = 50;
const OPAQUE = (why: string): readonly Outcome[] => [{ kind: 'opaque', why }];

/** Builds the resolver of one plan. `instances` are all objects of the plan. */
export function resolverOf(
  document: Pick<PlanDocument, 'configuration' | 'variables'>,
  instances: readonly Instance[],
  readLocal: ReadLocal,
): Resolver {
  const index = indexOf(instances);

  function scopeOf(
    instance: Instance,
  ): { scope: Scope; expressions: ReadonlyMap<string, Expression> } | undefined {
    const address = parseAddress(instance.address);
    if (address === undefined || document.configuration === undefined || instance.isUnconfigured)
      return undefined;
    const module = walk(document.configuration, address.modules);
    const block = module?.resources.get(address.block);
    if (module === undefined || block === undefined) return undefined;
    const scope = { modules: address.modules, module, forEach: block.forEach, key: address.key };
    return { scope, expressions: block.expressions };
  }

  function isConfigured(instance: Instance, attribute: string): boolean | undefined {
    const found = scopeOf(instance);
    if (found === undefined) return undefined;
    const expression = found.expressions.get(attribute);
    return expression !== undefined && !(expression.kind === 'constant' && expression.value === null);
  }

  function resolve(instance: Instance, attribute: string): readonly Outcome[] {
    return follow(instance, attribute, [], DEPTH_LIMIT);
  }

  function follow(
    instance: Instance,
    attribute: string,
    rest: readonly Step[],
    depth: number,
  ): readonly Outcome[] {
    const found = scopeOf(instance);
    if (found === undefined) return OPAQUE('its block is not in the configuration');
    const expression = found.expressions.get(attribute);
    if (expression === undefined) return [{ kind: 'constant', value: null }];
    return evaluate(expression, found.scope, rest, depth);
  }

  function evaluate(
    expression: Expression,
    scope: Scope,
    rest: readonly Step[],
    depth: number,
  ): readonly Outcome[] {
    if (depth <= 0) return OPAQUE('its references go in a circle');
    if (expression.kind === 'opaque') return OPAQUE('it is computed by a function');
    if (expression.kind === 'constant') return constant(expression.value, rest);
    const references = maximalReferences(expression.references);
    const ownKey = references.find((r) => r === 'each.key' || r === 'count.index');
    if (ownKey !== undefined && references.length === 1)
      return [{ kind: 'constant', value: scope.key ?? null }];
    const outcomes = references
      .filter((reference) => reference !== ownKey)
      .flatMap((reference) => {
        const steps = [...parseTraversal(reference), ...rest];
        // `T.x[each.key].id` leaves `T.x` and `each.key`: the instance with our own key is meant.
        const keyed = ownKey !== undefined && references.length === 2 ? scope.key : undefined;
        return refer(steps, scope, keyed, depth - 1);
      });
    return distinct(outcomes);
  }

  function refer(
    steps: readonly Step[],
    scope: Scope,
    keyed: string | number | undefined,
    depth: number,
  ): readonly Outcome[] {
    const [first, second, ...more] = steps;
    if (first?.kind !== 'name') return OPAQUE('its reference has an unknown form');
    const name = second?.kind === 'name' ? second.name : '';
    switch (first.name) {
      case 'count':
      case 'path':
      case 'terraform':
        return [];
      case 'self':
        return OPAQUE('it refers to itself');
      case 'each':
        return name === 'key'
          ? [{ kind: 'constant', value: scope.key ?? null }]
          : eachValue(scope, more, depth);
      case 'var':
        return variable(name, more, scope, depth);
      case 'local': {
        const expression = readLocal(scope.modules, name);
        return expression === undefined
          ? OPAQUE(`the plan does not keep the local value \`${name}\``)
          : evaluate(expression, scope, more, depth);
      }
      case 'module':
        return output(name, more, scope, keyed, depth);
      default:
        return resource(steps, scope, keyed, depth);
    }
  }

  function eachValue(scope: Scope, rest: readonly Step[], depth: number): readonly Outcome[] {
    if (scope.forEach === undefined) return OPAQUE('its for_each is computed by a function');
    const key: readonly Step[] = scope.key === undefined ? [] : [{ kind: 'key', key: scope.key }];
    const outcomes = evaluate(scope.forEach, scope, [...key, ...rest], depth);
    // A set has no keys: its elements are their own keys.
    return outcomes.length === 1 && outcomes[0]?.kind === 'constant' && outcomes[0].value === undefined
      ? [{ kind: 'constant', value: scope.key }]
      : outcomes;
  }

  function variable(name: string, rest: readonly Step[], scope: Scope, depth: number): readonly Outcome[] {
    if (scope.modules.length === 0) {
      return document.variables.has(name)
        ? constant(document.variables.get(name), rest)
        : OPAQUE(`the variable \`${name}\` has no value in the plan`);
    }
    const caller = callerOf(scope);
    if (caller === undefined) return OPAQUE('its module call is not in the configuration');
    const argument = caller.call.expressions.get(name);
    if (argument !== undefined) return evaluate(argument, caller.scope, rest, depth);
    const declared = scope.module.variables.get(name);
    return declared !== undefined && 'default' in declared
      ? constant(declared.default, rest)
      : OPAQUE(`the variable \`${name}\` is not set`);
  }

  function callerOf(scope: Scope): { call: CallElement; scope: Scope } | undefined {
    const modules = scope.modules.slice(0, -1);
    const own = scope.modules[scope.modules.length - 1];
    const module = document.configuration === undefined ? undefined : walk(document.configuration, modules);
    const call = own === undefined ? undefined : module?.calls.get(own.name);
    if (own === undefined || module === undefined || call === undefined) return undefined;
    return { call, scope: { modules, module, forEach: call.forEach, key: own.key } };
  }

  function output(
    name: string,
    steps: readonly Step[],
    scope: Scope,
    keyed: string | number | undefined,
    depth: number,
  ): readonly Outcome[] {
    const module = scope.module.calls.get(name)?.module;
    if (module === undefined) return OPAQUE(`the module \`${name}\` is not in the configuration`);
    const [head, ...tail] = steps;
    const key = head?.kind === 'key' ? head.key : keyed;
    const [wanted, ...rest] = head?.kind === 'key' ? tail : steps;
    if (wanted?.kind !== 'name') return OPAQUE(`it takes the module \`${name}\` as a whole`);
    const expression = module.outputs.get(wanted.name);
    if (expression === undefined) return OPAQUE(`the module \`${name}\` has no output of that name`);
    const prefix = moduleText(scope.modules);
    const keys = key !== undefined ? [key] : (index.moduleKeys.get(`${prefix}module.${name}`) ?? [undefined]);
    return distinct(
      keys.flatMap((instanceKey) => {
        const modules = [...scope.modules, { name, key: instanceKey }];
        return evaluate(expression, { modules, module, forEach: undefined, key: undefined }, rest, depth);
      }),
    );
  }

  function resource(
    steps: readonly Step[],
    scope: Scope,
    keyed: string | number | undefined,
    depth: number,
  ): readonly Outcome[] {
    const isData = steps[0]?.kind === 'name' && steps[0].name === 'data';
    const [type, label, ...tail] = isData ? steps.slice(1) : steps;
    if (type?.kind !== 'name' || label?.kind !== 'name') return OPAQUE('its reference has an unknown form');
    const block = `${moduleText(scope.modules)}${isData ? 'data.' : ''}${type.name}.${label.name}`;
    const key = tail[0]?.kind === 'key' ? tail[0].key : undefined;
    const rest = key === undefined ? tail : tail.slice(1);
    const all = index.blocks.get(block) ?? [];
    const picked = key === undefined ? (all.length > 1 && keyed !== undefined ? keyed : undefined) : key;
    const instances =
      picked === undefined ? all : all.filter(({ address }) => address === `${block}${keyText(picked)}`);
    if (instances.length === 0) return OPAQUE('the plan does not show what it refers to');
    const [wanted, ...deeper] = rest;
    const attribute = wanted?.kind === 'name' ? wanted.name : undefined;
    return distinct(instances.flatMap((instance) => read(instance, attribute, deeper, depth)));
  }

  /** A known attribute is its value; one that is itself configured leads on; any other is where the chain ends. */
  function read(
    instance: Instance,
    attribute: string | undefined,
    rest: readonly Step[],
    depth: number,
  ): readonly Outcome[] {
    const end: readonly Outcome[] = [{ kind: 'target', address: instance.address, attribute }];
    if (attribute === undefined || instance.after === undefined) return end;
    const value = rawOf(instance.after, attribute);
    if (value.kind === 'known') return constant(value.value, rest);
    if (value.kind === 'unknown' && isConfigured(instance, attribute) === true) {
      return follow(instance, attribute, rest, depth);
    }
    return end;
  }

  return { isConfigured, resolve };
}

interface Index {
  /** Instances of a block, by `module.x["k"].T.name`. */
  readonly blocks: ReadonlyMap<string, readonly Instance[]>;
  /** Keys under which a module call occurs, by `module.a.module.b`. */
  readonly moduleKeys: ReadonlyMap<string, readonly (string | number | undefined)[]>;
}

function indexOf(instances: readonly Instance[]): Index {
  const blocks = new Map<string, Instance[]>();
  const moduleKeys = new Map<string, (string | number | undefined)[]>();
  for (const instance of instances) {
    const address = parseAddress(instance.address);
    if (address === undefined || instance.isUnconfigured || instance.after === undefined) continue;
    const block = `${moduleText(address.modules)}${address.block}`;
    const list = blocks.get(block);
    if (list === undefined) blocks.set(block, [instance]);
    else list.push(instance);
    for (const [depth, { name, key }] of address.modules.entries()) {
      const call = `${moduleText(address.modules.slice(0, depth))}module.${name}`;
      const keys = moduleKeys.get(call) ?? [];
      if (!keys.includes(key)) moduleKeys.set(call, [...keys, key]);
    }
  }
  return { blocks, moduleKeys };
}

function walk(root: ModuleElement, modules: readonly ModuleStep[]): ModuleElement | undefined {
  let module: ModuleElement | undefined = root;
  for (const { name } of modules) module = module?.calls.get(name)?.module;
  return module;
}

function constant(value: unknown, rest: readonly Step[]): readonly Outcome[] {
  let at = value;
  for (const step of rest) {
    const key = step.kind === 'name' ? step.name : step.key;
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return [{ kind: 'constant', value: undefined }];
  }
  return [{ kind: 'constant', value: at }];
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  const seen = new Map<string, Outcome>();
  for (const outcome of outcomes) seen.set(JSON.stringify(outcome), outcome);
  return [...seen.values()];
}
