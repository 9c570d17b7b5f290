import { spend } from '../../budget.js';
import type { KeptExpression } from '../../terraform/expression.js';
import { type OutputName, refer, type Scope } from '../../terraform/reference.js';
import {
  type Key,
  maximalReferences,
  parseTraversal,
  type Step,
  stepsText,
} from '../../terraform/traversal.js';
import { isMarked } from '../document/marks.js';
import type { Instance } from '../instance.js';
import { rawAt } from '../value.js';
import { CIRCLE, constant, distinctEnds, KNOWN_TO_TERRAFORM, MISSING, opaque, valueOfEnds } from './ends.js';
import type { BlockInstances } from './instance-index.js';
import type { BlockName, ByKey, ModuleScope } from './scope.js';
import { forEachThing, localThing, scopeWithin, sourceAt, withoutEach } from './sites.js';
import { keyOfStep, NO_NAMES } from './things.js';
import { callerOf, deeper, type Ends, ownBlock, type Place, type ReferenceEnd, type Walk } from './walk.js';
import { leadsOf } from './written.js';

/** Follows the attribute of an instance, and steps of its value, to every place that they lead to: once, whoever asks. */
export function follow(walk: Walk, instance: Instance, attribute: string, rest: readonly Step[] = []): Ends {
  const memory = walk.followed.get(instance) ?? new Map<string, Ends>();
  walk.followed.set(instance, memory);
  const way = `${String(walk.isExact)} ${attribute} ${stepsText(rest)}`;
  return once(memory, way, () => followOwn(walk, instance, attribute, rest));
}

function followOwn(walk: Walk, instance: Instance, attribute: string, rest: readonly Step[]): Ends {
  const block = ownBlock(walk, instance);
  if (block === undefined) return opaque('its block is not in the configuration');
  const expression = block.expressions.get(attribute);
  if (expression === undefined) return [{ kind: 'constant', value: null }];
  const { scope } = block;
  return evaluateAt(walk, expression, { block: scope.owner, argument: attribute, place: { scope, rest } });
}

/** An expression of which the plan keeps a part, and where it is written. */
interface Writing {
  readonly block: BlockName | undefined;
  readonly argument: string;
  readonly place: Place;
}

/** What the plan keeps decides where it can; else the file tells more. */
function evaluateAt(walk: Walk, expression: KeptExpression, { block, argument, place }: Writing): Ends {
  const kept = evaluate(walk, expression, place);
  const isKnown = kept.every(isConstant);
  const isProved = expression.kind === 'constant' || !walk.isExact;
  if ((isKnown && isProved) || (kept.length === 1 && isTarget(kept[0]))) return kept;
  const expr = block === undefined ? undefined : sourceAt(walk, place.scope, block, argument);
  if (expr === undefined) return isKnown && !isProved ? KNOWN_TO_TERRAFORM : kept;
  const ends = leadsOf(walk, { kind: 'written', expr, scope: place.scope, names: NO_NAMES }, place.rest);
  return ends.some(({ kind }) => kind === 'opaque') ? kept : ends;
}

function isTarget(end: ReferenceEnd | undefined): boolean {
  return end?.kind === 'target';
}

function isConstant({ kind }: ReferenceEnd): boolean {
  return kind === 'constant';
}

/** Follows the references that a plan keeps of an expression: whatever it does with them, it ends in one of them. */
export function evaluate(walk: Walk, expression: KeptExpression, { scope, rest }: Place): Ends {
  if (expression.kind === 'opaque') return KNOWN_TO_TERRAFORM;
  if (expression.kind === 'constant') return constant(expression.value, rest);
  const { references } = expression;
  return deeper(walk, () => evaluateReferences(walk, references, { scope, rest })) ?? CIRCLE;
}

function evaluateReferences(walk: Walk, all: readonly string[], { scope, rest }: Place): Ends {
  const references = maximalReferences(all);
  const ownKey = references.find((r) => r === 'each.key' || r === 'count.index');
  if (ownKey !== undefined && references.length === 1) return constant(scope.key ?? null, []);
  // `T.x[each.key].id` leaves `T.x` and `each.key`: the instance with our own key is meant.
  const keyed = ownKey !== undefined && references.length === 2;
  const found = references
    .filter((reference) => reference !== ownKey)
    .map((reference) => {
      const own = parseTraversal(reference);
      if (own === undefined) return opaque('its reference has an unknown form');
      spend(1);
      const steps = [...own, ...rest];
      return refer(IN_PLAN, { walk, scope, steps, keyed, own: own.length }, steps);
    });
  const [only] = found;
  // Steps behind what a plan keeps may have been taken already: that nothing is there is no proof then.
  if (only !== undefined && found.length === 1 && rest.length === 0 && only.length > 0) return only;
  const ends = found.flat();
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

/** What does not depend on the instance that asks is followed once. */
function followedOnce({ walk, scope, own, steps }: PlanSite, lead: () => Ends): Ends {
  return once(walk.known, `${scope.path} ${String(walk.isExact)} ${String(own)}${stepsText(steps)}`, lead);
}

/** Goes a way once. While somebody does, to come by again is a circle. */
function once(memory: Map<string, Ends>, way: string, lead: () => Ends): Ends {
  const found = memory.get(way);
  if (found !== undefined) return found;
  memory.set(way, CIRCLE);
  const ends = lead();
  memory.set(way, ends);
  return ends;
}

function followEach({ walk, scope }: PlanSite, rest: readonly Step[]): Ends {
  const { key, forEach } = scope;
  if (key === undefined) return opaque('its for_each is not in the plan');
  const steps: readonly Step[] = [{ kind: 'key', key }, ...rest];
  // In a for_each its own `each` means nothing.
  const place = { scope: withoutEach(scope), rest: steps };
  const kept = forEach === undefined ? KNOWN_TO_TERRAFORM : evaluate(walk, forEach, place);
  const isValue = !walk.isExact && valueOfEnds(kept) !== undefined;
  const isDecided = forEach?.kind === 'constant' || (kept.length === 1 && (isTarget(kept[0]) || isValue));
  const written = isDecided ? undefined : forEachThing(walk, scope);
  const ends = written === undefined ? kept : leadsOf(walk, written, steps);
  if (written === undefined && !isDecided && walk.isExact && ends.every(isConstant))
    return KNOWN_TO_TERRAFORM;
  // A set has no keys: its elements are their own keys. A for_each that refers to nothing is a function of constants.
  const isSet = forEach !== undefined && valueOfEnds(ends) === undefined && ends.every(isConstant);
  return isSet && rest.length === 0 ? constant(key, []) : ends;
}

function followVariable({ walk, scope }: PlanSite, name: string, rest: readonly Step[]): Ends {
  const own = scope.modules.at(-1);
  if (own === undefined) {
    return walk.variables.has(name)
      ? constant(walk.variables.get(name), rest)
      : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === undefined) return opaque('its module call is not in the configuration');
  const argument = caller.call.expressions.get(name);
  if (argument !== undefined) {
    const place = { scope: caller.scope, rest };
    return evaluateAt(walk, argument, { block: caller.scope.owner, argument: name, place });
  }
  const declared = scope.module.variables.get(name);
  return declared !== undefined && 'default' in declared
    ? constant(declared.default, rest)
    : opaque(`the variable \`${name}\` is not set`);
}

function followLocal({ walk, scope }: PlanSite, name: string, rest: readonly Step[]): Ends {
  const thing = localThing(walk, scope, name);
  return thing === undefined
    ? opaque(`the plan does not keep the local value \`${name}\``)
    : leadsOf(walk, thing, rest);
}

function followOutput({ walk, scope, own }: PlanSite, named: OutputName, rest: readonly Step[]): Ends {
  const { module: name, key, output } = named;
  const module = scope.module.calls.get(name)?.module;
  if (module === undefined) return opaque(`the module \`${name}\` is not in the configuration`);
  if (output === undefined) return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(output);
  if (expression === undefined) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.keysOfCall(`${scope.path}module.${name}`);
  // A key that is written in the reference itself: no other instance can be meant.
  const isOne = key !== undefined && (own > 2 || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [undefined] : [...all.keys()];
  const block: BlockName = { keyword: 'output', labels: [output] };
  const found = keys.map((instanceKey) => {
    const inside = scopeWithin(scope, { name, key: instanceKey }, module);
    return evaluateAt(walk, expression, { block, argument: 'value', place: { scope: inside, rest } });
  });
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : distinctEnds(found.flat());
}

function followResource(site: PlanSite, name: string, tail: readonly Step[]): Ends {
  const { walk, scope } = site;
  const block = walk.index.block(`${scope.path}${name}`);
  const own = site.own - (site.steps.length - tail.length);
  const picked = block === undefined ? undefined : pick(site, block, { tail, own });
  if (picked === undefined || picked.instances.length === 0) {
    // A block that the configuration holds and that has no such instance: its count leaves it out.
    return scope.module.resources.has(name) ? MISSING : opaque('the plan does not show what it refers to');
  }
  const rest = tail.slice(picked.used);
  const ends = picked.instances.flatMap((instance) => {
    const path = own > picked.used ? rest : fromAttribute(instance, rest);
    return followInstance(walk, instance, path);
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
  const key = head === undefined ? undefined : keyOfStep(head);
  const named = key === undefined ? undefined : instanceWith(block, key);
  if (isKey && own > 0) return { instances: named === undefined ? [] : [named], used: 1 };
  // A number behind what a plan keeps may count the elements of any list that was made of the instances.
  if (named !== undefined && typeof key === 'string') return { instances: [named], used: 1 };
  const alike = keyed ? block.byKey.get(scope.key) : undefined;
  const isOurs = typeof scope.key === 'string' || hasSameKeys(walk, scope.siblings(), block.byKey);
  return { instances: alike !== undefined && isOurs ? [alike] : block.all, used: isKey ? 1 : 0 };
}

/** Terraform takes `"1"` and `1` for the same key. */
function instanceWith({ byKey }: BlockInstances, key: Key): Instance | undefined {
  return byKey.get(key) ?? byKey.get(typeof key === 'number' ? String(key) : Number(key));
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
function followInstance(walk: Walk, instance: Instance, path: readonly Step[]): Ends {
  const [wanted, ...rest] = path;
  const attribute = wanted?.kind === 'name' ? wanted.name : undefined;
  const end: Ends = [{ kind: 'target', address: instance.address, attribute }];
  if (attribute === undefined || instance.after === undefined) return end;
  const value = rawAt(instance.after, attribute);
  if (value.kind === 'known') return constant(value.value, rest);
  if (value.kind === 'unset')
    return Object.hasOwn(instance.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || ownBlock(walk, instance)?.expressions.has(attribute) !== true) return end;
  const ends = follow(walk, instance, attribute, rest);
  const leads = ends.filter(({ kind }) => kind !== 'constant');
  if (leads.length === 0) return end;
  return leads.length === ends.length ? ends : [...ends, ...end];
}
