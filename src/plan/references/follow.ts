import type { Expression } from '../document/document.js';
import type { Instance } from '../instance.js';
import type { Block, ByKey } from './instance-index.js';
import {
  maximalReferences,
  moduleText,
  parseTraversal,
  type Step,
  stepsText,
} from '../../terraform/traversal.js';
import { isMarked, isRecord } from '../document/marks.js';
import { rawOf } from '../value.js';
import { callerOf, NO_KEYS, type Outcome, placeOf, type Scope, type Walk } from './walk.js';

/** What is still to be taken of a value, and how many steps the chain may go on. */
interface Trail {
  readonly rest: readonly Step[];
  readonly left: number;
}

/** Modules cannot be cyclic, broken input can. */
const DEPTH_LIMIT = 50;
/** No attribute of a real plan leads to so many places. */
const FUEL = 20_000;

const KNOWN_TO_TERRAFORM: readonly Outcome[] = [{ kind: 'constant', value: undefined }];

function opaque(why: string): readonly Outcome[] {
  return [{ kind: 'opaque', why }];
}

/** Follows the attribute of an instance to every place that it leads to. */
export function followAttribute(walk: Walk, instance: Instance, attribute: string): readonly Outcome[] {
  walk.fuel = FUEL;
  return follow(walk, instance, attribute, { rest: [], left: DEPTH_LIMIT });
}

function follow(walk: Walk, instance: Instance, attribute: string, trail: Trail): readonly Outcome[] {
  const place = placeOf(walk, instance);
  if (place === undefined) return opaque('its block is not in the configuration');
  const expression = place.expressions.get(attribute);
  return expression === undefined
    ? [{ kind: 'constant', value: null }]
    : evaluate(walk, expression, place.scope, trail);
}

function evaluate(walk: Walk, expression: Expression, scope: Scope, trail: Trail): readonly Outcome[] {
  if (trail.left <= 0) return opaque('its references go in a circle');
  if (expression.kind === 'opaque') return KNOWN_TO_TERRAFORM;
  if (expression.kind === 'constant') return constant(expression.value, trail.rest);
  const references = maximalReferences(expression.references);
  const ownKey = references.find((r) => r === 'each.key' || r === 'count.index');
  if (ownKey !== undefined && references.length === 1) return constant(scope.key ?? null, []);
  // `T.x[each.key].id` leaves `T.x` and `each.key`: the instance with our own key is meant.
  const keyed = ownKey !== undefined && references.length === 2;
  const outcomes = references
    .filter((reference) => reference !== ownKey)
    .flatMap((reference) => {
      const steps = parseTraversal(reference);
      return steps === undefined
        ? opaque('its reference has an unknown form')
        : refer(walk, scope, [...steps, ...trail.rest], { keyed, own: steps.length, left: trail.left - 1 });
    });
  return outcomes.length === 0 ? KNOWN_TO_TERRAFORM : distinct(outcomes);
}

interface Manner {
  /** Whether the key of our own instance picks the instance that is meant. */
  readonly keyed: boolean;
  /** How many of the steps the reference itself has; the others take a part of its value. */
  readonly own: number;
  readonly left: number;
}

function refer(walk: Walk, scope: Scope, steps: readonly Step[], manner: Manner): readonly Outcome[] {
  if (--walk.fuel < 0) return opaque('it leads to too many places');
  const [first, second, ...rest] = steps;
  if (first?.kind !== 'name') return opaque('its reference has an unknown form');
  const name = second?.kind === 'name' ? second.name : '';
  const { own, left } = manner;
  const trail = { rest, left };
  const place = `${scope.path} ${String(own)}${stepsText(steps)}`;
  switch (first.name) {
    case 'count':
    case 'path':
    case 'terraform':
      return [];
    case 'self':
      return opaque('it refers to itself');
    case 'each':
      return name === 'key' ? constant(scope.key ?? null, []) : eachValue(walk, scope, trail);
    case 'var':
      return once(walk, place, () => variable(walk, scope, name, trail));
    case 'local':
      return once(walk, place, () => local(walk, scope, name, trail));
    case 'module':
      return once(walk, place, () => output(walk, scope, name, { ...trail, hasOwnKey: own > 2 }));
    default:
      return resource(walk, scope, steps, manner);
  }
}

/** What does not depend on the instance that asks is followed once. While it is, to come by again is a circle. */
function once(walk: Walk, place: string, lead: () => readonly Outcome[]): readonly Outcome[] {
  const found = walk.known.get(place);
  if (found !== undefined) return found;
  walk.known.set(place, opaque('its references go in a circle'));
  const outcomes = lead();
  walk.known.set(place, outcomes);
  return outcomes;
}

function eachValue(walk: Walk, scope: Scope, { rest, left }: Trail): readonly Outcome[] {
  if (scope.key === undefined) return opaque('its for_each is not in the plan');
  // A for_each that refers to nothing is left out: it is a function of constants.
  if (scope.forEach === undefined) return KNOWN_TO_TERRAFORM;
  const steps: readonly Step[] = [{ kind: 'key', key: scope.key }, ...rest];
  const outcomes = evaluate(walk, scope.forEach, scope, { rest: steps, left });
  const [only] = outcomes;
  // A set has no keys: its elements are their own keys.
  return outcomes.length === 1 && only?.kind === 'constant' && only.value === undefined && rest.length === 0
    ? constant(scope.key, [])
    : outcomes;
}

function variable(walk: Walk, scope: Scope, name: string, trail: Trail): readonly Outcome[] {
  const [own] = scope.modules.slice(-1);
  if (own === undefined) {
    return walk.variables.has(name)
      ? constant(walk.variables.get(name), trail.rest)
      : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === undefined) return opaque('its module call is not in the configuration');
  const argument = caller.call.expressions.get(name);
  if (argument !== undefined) return evaluate(walk, argument, caller.scope, trail);
  const declared = scope.module.variables.get(name);
  return declared !== undefined && 'default' in declared
    ? constant(declared.default, trail.rest)
    : opaque(`the variable \`${name}\` is not set`);
}

function local(walk: Walk, scope: Scope, name: string, { rest, left }: Trail): readonly Outcome[] {
  const expression = walk.readLocal(scope.modules, name, rest);
  return expression === undefined
    ? opaque(`the plan does not keep the local value \`${name}\``)
    : evaluate(walk, expression, scope, { rest: [], left });
}

interface OutputTrail extends Trail {
  /** The key of the module, if there is one, is written in the reference: no other instance can be meant. */
  readonly hasOwnKey: boolean;
}

function output(walk: Walk, scope: Scope, name: string, trail: OutputTrail): readonly Outcome[] {
  const { rest, left, hasOwnKey } = trail;
  const module = scope.module.calls.get(name)?.module;
  if (module === undefined) return opaque(`the module \`${name}\` is not in the configuration`);
  const [head] = rest;
  const key = head?.kind === 'key' ? head.key : undefined;
  const [wanted, ...deeper] = key === undefined ? rest : rest.slice(1);
  if (wanted?.kind !== 'name') return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(wanted.name);
  if (expression === undefined) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
  const isOne = key !== undefined && (hasOwnKey || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [undefined] : [...all.keys()];
  return distinct(
    keys.flatMap((instanceKey) => {
      const modules = [...scope.modules, { name, key: instanceKey }];
      const inside: Scope = {
        modules,
        path: moduleText(modules),
        module,
        forEach: undefined,
        key: undefined,
        siblings: NO_KEYS,
      };
      return evaluate(walk, expression, inside, { rest: deeper, left });
    }),
  );
}

function resource(walk: Walk, scope: Scope, steps: readonly Step[], manner: Manner): readonly Outcome[] {
  const isData = steps[0]?.kind === 'name' && steps[0].name === 'data';
  const [type, label, ...tail] = isData ? steps.slice(1) : steps;
  if (type?.kind !== 'name' || label?.kind !== 'name') return opaque('its reference has an unknown form');
  const name = `${isData ? 'data.' : ''}${type.name}.${label.name}`;
  const block = walk.index.blocks.get(`${scope.path}${name}`);
  const own = manner.own - (steps.length - tail.length);
  const picked = block === undefined ? undefined : pick(walk, scope, block, { ...manner, own, tail });
  if (picked === undefined || picked.instances.length === 0) {
    // A block that the configuration holds and that has no such instance: its count leaves it out.
    return scope.module.resources.has(name)
      ? KNOWN_TO_TERRAFORM
      : opaque('the plan does not show what it refers to');
  }
  const rest = tail.slice(picked.used);
  return distinct(
    picked.instances.flatMap((instance) => {
      const path = own > picked.used ? rest : fromAttribute(instance, rest);
      return read(walk, instance, { rest: path, left: manner.left });
    }),
  );
}

interface Picked {
  readonly instances: readonly Instance[];
  /** How many steps it took to pick them: a key, or nothing. */
  readonly used: 0 | 1;
}

/**
 * The instances of a block that a reference may mean. `own` of the steps of `tail` are its own; a key among the
 * others may be one of an object or map that was made of the instances. Where only "the one with our key" is left of
 * it, a text key is proof enough; a number is one only if both blocks count alike, for `T.x[count.index % 2]` leaves
 * the same.
 */
function pick(walk: Walk, scope: Scope, block: Block, manner: Manner & { tail: readonly Step[] }): Picked {
  const { tail, own, keyed } = manner;
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
function read(walk: Walk, instance: Instance, trail: Trail): readonly Outcome[] {
  const [wanted, ...rest] = trail.rest;
  const attribute = wanted?.kind === 'name' ? wanted.name : undefined;
  const end: readonly Outcome[] = [{ kind: 'target', address: instance.address, attribute }];
  if (attribute === undefined || instance.after === undefined) return end;
  const value = rawOf(instance.after, attribute);
  if (value.kind === 'known') return constant(value.value, rest);
  if (value.kind === 'unset')
    return Object.hasOwn(instance.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || placeOf(walk, instance)?.expressions.has(attribute) !== true) return end;
  const outcomes = follow(walk, instance, attribute, { rest, left: trail.left });
  const leads = outcomes.filter((outcome) => outcome.kind !== 'constant');
  if (leads.length === 0) return end;
  return leads.length === outcomes.length ? outcomes : [...outcomes, ...end];
}

function constant(value: unknown, rest: readonly Step[]): readonly Outcome[] {
  let at = value;
  for (const step of rest) {
    const key = step.kind === 'name' ? step.name : step.key;
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return KNOWN_TO_TERRAFORM;
  }
  return [{ kind: 'constant', value: at }];
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  if (outcomes.length < 2) return outcomes;
  const seen = new Set<unknown>();
  return outcomes.filter((outcome) => {
    const [kind, value] =
      outcome.kind === 'target'
        ? ['target', `${outcome.address} ${outcome.attribute ?? ''}`]
        : outcome.kind === 'opaque'
          ? ['opaque', outcome.why]
          : ['constant', outcome.value];
    // Objects are the same only if they are one object of the document.
    const key =
      typeof value === 'object' && value !== null ? value : `${kind} ${typeof value} ${String(value)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
