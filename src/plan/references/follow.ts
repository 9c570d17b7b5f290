import { firstOfEach } from '../../collections.js';
import { keptAt, type KeptExpression } from '../../terraform/expression.js';
import { type OutputName, refer, type Scope } from '../../terraform/reference.js';
import {
  maximalReferences,
  moduleText,
  parseTraversal,
  type Step,
  stepsText,
} from '../../terraform/traversal.js';
import { isMarked, isRecord } from '../document/marks.js';
import type { Instance } from '../instance.js';
import { rawAt } from '../value.js';
import {
  type BlockInstances,
  type ByKey,
  callerOf,
  localText,
  type ModuleScope,
  NO_KEYS,
  ownBlock,
  type ReferenceEnd,
  type Walk,
} from './walk.js';

type Ends = readonly ReferenceEnd[];

/** What is still to be taken of a value, and how many steps the chain may go on. */
interface Trail {
  readonly rest: readonly Step[];
  readonly left: number;
}

/** Modules cannot be cyclic, broken input can. */
const DEPTH_LIMIT = 50;
/** No attribute of a real plan leads to so many places. */
const FUEL = 20_000;

const KNOWN_TO_TERRAFORM: Ends = [{ kind: 'constant', value: undefined }];

function opaque(why: string): Ends {
  return [{ kind: 'opaque', why }];
}

/** Follows the attribute of an instance to every place that it leads to. */
export function followAttribute(walk: Walk, instance: Instance, attribute: string): Ends {
  walk.fuel = FUEL;
  return follow(walk, instance, attribute, { rest: [], left: DEPTH_LIMIT });
}

function follow(walk: Walk, instance: Instance, attribute: string, trail: Trail): Ends {
  const block = ownBlock(walk, instance);
  if (block === undefined) return opaque('its block is not in the configuration');
  const expression = block.expressions.get(attribute);
  return expression === undefined
    ? [{ kind: 'constant', value: null }]
    : evaluate(walk, expression, block.scope, trail);
}

function evaluate(walk: Walk, expression: KeptExpression, scope: ModuleScope, trail: Trail): Ends {
  if (trail.left <= 0) return opaque('its references go in a circle');
  if (expression.kind === 'opaque') return KNOWN_TO_TERRAFORM;
  if (expression.kind === 'constant') return constant(expression.value, trail.rest);
  const references = maximalReferences(expression.references);
  const ownKey = references.find((r) => r === 'each.key' || r === 'count.index');
  if (ownKey !== undefined && references.length === 1) return constant(scope.key ?? null, []);
  // `T.x[each.key].id` leaves `T.x` and `each.key`: the instance with our own key is meant.
  const keyed = ownKey !== undefined && references.length === 2;
  const ends = references
    .filter((reference) => reference !== ownKey)
    .flatMap((reference) => {
      const own = parseTraversal(reference);
      if (own === undefined) return opaque('its reference has an unknown form');
      if (--walk.fuel < 0) return opaque('it leads to too many places');
      const steps = [...own, ...trail.rest];
      return refer(IN_PLAN, { walk, scope, steps, keyed, own: own.length, left: trail.left - 1 }, steps);
    });
  return ends.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(ends);
}

/** A reference, and where it stands. */
interface PlanSite {
  readonly walk: Walk;
  readonly scope: ModuleScope;
  readonly steps: readonly Step[];
  /** How many of the steps the reference itself has; the others take a part of its value. */
  readonly own: number;
  /** Whether the key of our own instance picks the instance that is meant. */
  readonly keyed: boolean;
  readonly left: number;
}

const IN_PLAN: Scope<PlanSite, Ends> = {
  local: (site, name, rest) => followedOnce(site, () => followLocal(site, name, rest)),
  variable: (site, name, rest) => followedOnce(site, () => followVariable(site, name, rest)),
  output: (site, named, rest) => followedOnce(site, () => followOutput(site, named, rest)),
  eachKey: ({ scope }) => constant(scope.key ?? null, []),
  eachValue: followEach,
  resource: followResource,
  session: () => [],
  nowhere: (_, why) => opaque(why),
};

/** What does not depend on the instance that asks is followed once. While it is, to come by again is a circle. */
function followedOnce({ walk, scope, own, steps }: PlanSite, lead: () => Ends): Ends {
  const place = `${scope.path} ${String(own)}${stepsText(steps)}`;
  const found = walk.known.get(place);
  if (found !== undefined) return found;
  walk.known.set(place, opaque('its references go in a circle'));
  const ends = lead();
  walk.known.set(place, ends);
  return ends;
}

function followEach({ walk, scope, left }: PlanSite, rest: readonly Step[]): Ends {
  if (scope.key === undefined) return opaque('its for_each is not in the plan');
  // A for_each that refers to nothing is left out: it is a function of constants.
  if (scope.forEach === undefined) return KNOWN_TO_TERRAFORM;
  const steps: readonly Step[] = [{ kind: 'key', key: scope.key }, ...rest];
  const ends = evaluate(walk, scope.forEach, scope, { rest: steps, left });
  const [only] = ends;
  // A set has no keys: its elements are their own keys.
  return ends.length === 1 && only?.kind === 'constant' && only.value === undefined && rest.length === 0
    ? constant(scope.key, [])
    : ends;
}

function followVariable({ walk, scope, left }: PlanSite, name: string, rest: readonly Step[]): Ends {
  const own = scope.modules.at(-1);
  if (own === undefined) {
    return walk.variables.has(name)
      ? constant(walk.variables.get(name), rest)
      : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === undefined) return opaque('its module call is not in the configuration');
  const argument = caller.call.expressions.get(name);
  if (argument !== undefined) return evaluate(walk, argument, caller.scope, { rest, left });
  const declared = scope.module.variables.get(name);
  return declared !== undefined && 'default' in declared
    ? constant(declared.default, rest)
    : opaque(`the variable \`${name}\` is not set`);
}

function followLocal({ walk, scope, left }: PlanSite, name: string, rest: readonly Step[]): Ends {
  const local = { modules: scope.modules, name };
  const value = walk.readLocal(scope.modules, name);
  if (value === undefined) walk.unknownLocals.set(localText(local), local);
  const expression = value === undefined ? undefined : keptAt(value, rest);
  return expression === undefined
    ? opaque(`the plan does not keep the local value \`${name}\``)
    : evaluate(walk, expression, scope, { rest: [], left });
}

function followOutput({ walk, scope, left, own }: PlanSite, named: OutputName, rest: readonly Step[]): Ends {
  const { module: name, key, output } = named;
  const module = scope.module.calls.get(name)?.module;
  if (module === undefined) return opaque(`the module \`${name}\` is not in the configuration`);
  if (output === undefined) return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(output);
  if (expression === undefined) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
  // A key that is written in the reference itself: no other instance can be meant.
  const isOne = key !== undefined && (own > 2 || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [undefined] : [...all.keys()];
  const ends = keys.flatMap((instanceKey) => {
    const modules = [...scope.modules, { name, key: instanceKey }];
    const path = moduleText(modules);
    const inside = { modules, path, module, forEach: undefined, key: undefined, siblings: NO_KEYS };
    return evaluate(walk, expression, inside, { rest, left });
  });
  return distinctEnds(ends);
}

function followResource(site: PlanSite, name: string, tail: readonly Step[]): Ends {
  const { walk, scope, left } = site;
  const block = walk.index.blocks.get(`${scope.path}${name}`);
  const own = site.own - (site.steps.length - tail.length);
  const picked = block === undefined ? undefined : pick(site, block, { tail, own });
  if (picked === undefined || picked.instances.length === 0) {
    // A block that the configuration holds and that has no such instance: its count leaves it out.
    return scope.module.resources.has(name)
      ? KNOWN_TO_TERRAFORM
      : opaque('the plan does not show what it refers to');
  }
  const rest = tail.slice(picked.used);
  const ends = picked.instances.flatMap((instance) => {
    const path = own > picked.used ? rest : fromAttribute(instance, rest);
    return followInstance(walk, instance, { rest: path, left });
  });
  return distinctEnds(ends);
}

interface Picked {
  readonly instances: readonly Instance[];
  /** How many steps it took to pick them: a key, or nothing. */
  readonly used: 0 | 1;
}

/** The steps behind the name of a block; `own` of them are the reference's own. */
interface Tail {
  readonly tail: readonly Step[];
  readonly own: number;
}

/**
 * The instances of a block that a reference may mean. A key that is not the reference's own may be one of an object or
 * map that was made of the instances. Where only "the one with our key" is left of it, a text key is proof enough; a
 * number is one only if both blocks count alike, for `T.x[count.index % 2]` leaves the same.
 */
function pick({ walk, scope, keyed }: PlanSite, block: BlockInstances, { tail, own }: Tail): Picked {
  const [head] = tail;
  const isKey = head?.kind === 'key';
  const named = head === undefined ? undefined : block.byKey.get(isKey ? head.key : head.name);
  if (isKey && own > 0) return { instances: named === undefined ? [] : [named], used: 1 };
  if (named !== undefined && own <= 0) return { instances: [named], used: 1 };
  const alike = keyed ? block.byKey.get(scope.key) : undefined;
  const isOurs = typeof scope.key === 'string' || hasSameKeys(walk, scope.siblings, block.byKey);
  return { instances: alike !== undefined && isOurs ? [alike] : block.all, used: isKey ? 1 : 0 };
}

/** The path from the first step that is an attribute of the instance; what comes before names parts of an object. */
function fromAttribute({ after }: Instance, path: readonly Step[]): readonly Step[] {
  const isAttribute = (step: Step): boolean =>
    step.kind === 'name' &&
    after !== undefined &&
    (Object.hasOwn(after.values, step.name) || isMarked(after.unknown, step.name));
  const start = path.findIndex(isAttribute);
  return start === -1 ? [] : path.slice(start);
}

function hasSameKeys({ sameKeys }: Walk, a: ByKey, b: ByKey): boolean {
  const others = sameKeys.get(a) ?? new Map<ByKey, boolean>();
  sameKeys.set(a, others);
  const found = others.get(b);
  if (found !== undefined) return found;
  const isSame = a.size === b.size && [...a.keys()].every((key) => b.has(key));
  others.set(b, isSame);
  return isSame;
}

/**
 * A known attribute is its value; one that is itself configured leads on; any other is where the chain ends. One that
 * is configured with what Terraform knows, and unknown all the same, was configured as null: the cloud fills it in.
 */
function followInstance(walk: Walk, instance: Instance, trail: Trail): Ends {
  const [wanted, ...rest] = trail.rest;
  const attribute = wanted?.kind === 'name' ? wanted.name : undefined;
  const end: Ends = [{ kind: 'target', address: instance.address, attribute }];
  if (attribute === undefined || instance.after === undefined) return end;
  const value = rawAt(instance.after, attribute);
  if (value.kind === 'known') return constant(value.value, rest);
  if (value.kind === 'unset')
    return Object.hasOwn(instance.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || ownBlock(walk, instance)?.expressions.has(attribute) !== true) return end;
  const ends = follow(walk, instance, attribute, { rest, left: trail.left });
  const leads = ends.filter(({ kind }) => kind !== 'constant');
  if (leads.length === 0) return end;
  return leads.length === ends.length ? ends : [...ends, ...end];
}

function constant(value: unknown, rest: readonly Step[]): Ends {
  let at = value;
  for (const step of rest) {
    const key = step.kind === 'name' ? step.name : step.key;
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return KNOWN_TO_TERRAFORM;
  }
  return [{ kind: 'constant', value: at }];
}

function distinctEnds(ends: Ends): Ends {
  return ends.length < 2 ? ends : firstOfEach(ends, identityOf);
}

/** Objects are the same only if they are one object of the document. */
function identityOf(end: ReferenceEnd): unknown {
  switch (end.kind) {
    case 'target':
      return `target ${end.address} ${end.attribute ?? ''}`;
    case 'opaque':
      return `opaque ${end.why}`;
    case 'constant':
      return typeof end.value === 'object' && end.value !== null
        ? end.value
        : `constant ${typeof end.value} ${String(end.value)}`;
  }
}
