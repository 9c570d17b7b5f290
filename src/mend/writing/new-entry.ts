import { isSamePeer, isSameTraffic } from '../../effective/rule-identity.js';
import { distinct } from '../../collections.js';
import { sameSets } from '../../net/interval.js';
import { type Rule, type RuleSide, isSecret } from '../../plan/rule.js';
import type { EntryMaker } from '../../source/locate/makers.js';
import { type Expr, literalText, referencesIn, stepText } from '../../terraform/expression.js';
import { type HclText, type HclTree, type NewBlock, quoted } from '../../terraform/write-hcl.js';
import { treeWith } from './hcl-trees.js';

/** A block that makes rules of the entries of a map or list, as the plan and its files have it. */
export interface RuleMaker extends EntryMaker {
  /** `module.a.T.name`, without a key. */
  readonly block: string;
  /** Its rules, by their keys. */
  readonly rules: ReadonlyMap<string, Rule>;
}

/** What an entry is to make. */
interface WantedRule {
  readonly side: RuleSide;
  /** The arguments by which a block of its own would say it. */
  readonly body: NewBlock['body'];
  /** Whether the body says who the other end is: not everything has a name where the map stands. */
  readonly isPeerSaid: boolean;
  /** A key that nobody has, for entries whose key says nothing. */
  readonly key: string;
  readonly description: string;
}

/** A value of the entry by which an argument comes out as it should. */
interface Assignment {
  /** `key`, or `value` and the way to it. */
  readonly path: readonly string[];
  /** Undefined: it is left out. */
  readonly text: HclText | undefined;
}

/** Entries that are looked at as models. */
const MODELS = 200;

/**
 * The entry by which the block makes the rule: the one of a rule like it, with other values where the rules differ. Only
 * arguments that hand a value of the entry on as it is can be given another one. Undefined where that does not do it.
 */
export function entryFor(
  wanted: WantedRule,
  maker: RuleMaker,
): { readonly key: string; readonly value: HclTree; readonly isSpread: boolean } | undefined {
  const { items } = maker.entries;
  for (const { key, sited, span } of items.slice(0, MODELS)) {
    const rule = key === undefined ? undefined : maker.rules.get(key);
    const changes = rule?.after === undefined ? undefined : assignments(wanted, rule.after, maker);
    const found = changes && entryWith(changes, sited.expr, wanted.key, maker);
    if (found !== undefined) return { ...found, isSpread: span.line < span.endLine };
  }
  return undefined;
}

/** What differs from the model; undefined where an argument cannot be told what it is to say. */
function assignments(
  { side, body, description, isPeerSaid }: WantedRule,
  model: RuleSide,
  maker: RuleMaker,
): readonly Assignment[] | undefined {
  const { attributes } = maker;
  const differing = differingArguments(side, model);
  if (differing === undefined || (!isPeerSaid && differing.includes('remote_ip_prefix'))) return undefined;
  const wanted = new Map(body);
  const found: Assignment[] = [];
  for (const name of differing) {
    const own = valuesFor(attributes.get(name)?.value, wanted.get(name));
    if (own === undefined) return undefined;
    found.push(...own);
  }
  const others = [...attributes].filter(([name]) => !differing.includes(name) && !NO_ARGUMENTS.has(name));
  const fixed = others
    .flatMap(([, { value }]) => referencesIn(value).map(eachPath))
    .filter((path) => path !== undefined);
  const all = [...found, ...describing(attributes.get('description')?.value, description)];
  const meets = ({ path }: Assignment): boolean =>
    fixed.some((one) => leadsThrough(one, path) || leadsThrough(path, one));
  const isKeyed = ([head]: readonly string[]): boolean => head === 'key' || isOwnKey(maker);
  if (found.some(meets) || fixed.some(isKeyed)) return undefined;
  return all.filter((one) => !meets(one));
}

const NO_ARGUMENTS: ReadonlySet<string> = new Set(['for_each', 'description', 'provider', 'depends_on']);

/** The arguments of a rule that must be other ones; undefined where it is of another group. */
function differingArguments(a: RuleSide, b: RuleSide): readonly string[] | undefined {
  const isPlain = b.problems.length === 0 && !isSecret(b);
  const isOfGroup = a.group.kind === 'group' && b.group.kind === 'group' && a.group.key === b.group.key;
  if (!isPlain || !isOfGroup) return undefined;
  const isRange = a.peer.kind !== 'group' && b.peer.kind !== 'group';
  return [
    ...(a.direction === b.direction ? [] : ['direction']),
    ...(a.family === b.family ? [] : ['ethertype', 'ether_type']),
    ...(sameSets(a.traffic.protocols, b.traffic.protocols) ? [] : ['protocol']),
    ...(isSameTraffic(a.traffic, b.traffic) ? [] : ['port_range_min', 'port_range_max', 'multi_port']),
    ...(isSamePeer(a.peer, b.peer)
      ? []
      : ['remote_ip_prefix', ...(isRange ? [] : ['remote_group_id', 'remote_address_group_id'])]),
    ...(a.action === b.action ? [] : ['action']),
    ...(a.priority.kind === 'known' && b.priority.kind === 'known' && a.priority.value === b.priority.value
      ? []
      : a.priority.kind === b.priority.kind && a.priority.kind === 'undocumented'
        ? []
        : ['priority']),
  ];
}

/** By which value of the entry an argument says this; undefined: by none. `wanted` undefined: it says nothing. */
function valuesFor(expr: Expr | undefined, wanted: HclText | undefined): readonly Assignment[] | undefined {
  if (expr === undefined) return wanted === undefined ? [] : undefined;
  if (expr.kind === 'literal') return isText(expr, wanted) ? [] : undefined;
  if (expr.kind === 'reference') {
    const path = eachPath(expr.steps);
    return path === undefined ? undefined : [{ path, text: wanted ?? 'null' }];
  }
  if (expr.kind !== 'call' || expr.isExpanded) return undefined;
  const [first, second, third] = expr.parts;
  if (CONVERSIONS.has(expr.name)) return wanted === undefined ? undefined : valuesFor(first, wanted);
  if (expr.name === 'try') {
    const own = valuesFor(first, wanted);
    // What is left out is what the next one says.
    return own !== undefined && second !== undefined && isText(second, wanted)
      ? own.map(({ path }) => ({ path, text: undefined }))
      : own;
  }
  const name = literalText(second);
  if (expr.name !== 'lookup' || first?.kind !== 'reference' || name === undefined) return undefined;
  const path = eachPath(first.steps);
  if (path === undefined) return undefined;
  const isLeftOut = third !== undefined && isText(third, wanted);
  return [{ path: [...path, name], text: isLeftOut ? undefined : (wanted ?? 'null') }];
}

/** They hand a number or a text on. */
const CONVERSIONS: ReadonlySet<string> = new Set(['tonumber', 'tostring']);

function isText(expr: Expr, wanted: HclText | undefined): boolean {
  if (expr.kind !== 'literal') return false;
  if (expr.value === null || wanted === undefined) return expr.value === null && wanted === undefined;
  const text = String(expr.value);
  return text === wanted || quoted(text) === wanted;
}

/** `each.key` and `each.value.a.b`, without `each`. */
function eachPath(steps: Extract<Expr, { kind: 'reference' }>['steps']): readonly string[] | undefined {
  const [first, head, ...rest] = steps.map(stepText);
  return first === 'each' && head !== undefined ? [head, ...rest] : undefined;
}

function leadsThrough(path: readonly string[], other: readonly string[]): boolean {
  return other.every((step, i) => path[i] === step);
}

/** Whether an element is its own key: of a set of texts. */
export function isOwnKey({ entries: { isList, keyPath } }: RuleMaker): boolean {
  return isList && (keyPath === undefined || keyPath.length === 0);
}

/** A description that the entry gives says what the new rule is for, not what the model is for. */
function describing(expr: Expr | undefined, text: string): readonly Assignment[] {
  return valuesFor(expr, quoted(text)) ?? [];
}

/** The entry with these values; undefined where they contradict each other, or cannot be written. */
function entryWith(
  changes: readonly Assignment[],
  model: Expr,
  freeKey: string,
  maker: RuleMaker,
): { readonly key: string; readonly value: HclTree } | undefined {
  const { entries, rules } = maker;
  const { keyPath = [], items } = entries;
  const isOwn = isOwnKey(maker);
  const own = changes.map(({ path: [head = '', ...path], text }) => ({
    isKey: isOwn || head === 'key',
    path,
    text,
  }));
  const values = own.filter(({ isKey }) => !isKey);
  const keys = distinct(own.flatMap(({ isKey, text }) => (isKey ? [text] : [])));
  const [keyText] = keys;
  const key = keys.length === 0 ? freeKey : keyText === undefined ? undefined : valueOfText(keyText);
  const isClear = keys.length < 2 && (!isOwn || keys.length === 1) && isConsistent(values);
  if (key === undefined || !isClear || rules.has(key) || items.some((item) => item.key === key))
    return undefined;
  if (isOwn) return { key, value: { kind: 'text', text: quoted(key) } };
  const keyed = keyPath.length === 0 ? [] : [{ path: keyPath.map(stepText), text: quoted(key) }];
  const value = treeWith(model, [...values, ...keyed]);
  return value && { key, value };
}

/** Whether no value is to be two things. */
function isConsistent(changes: readonly Assignment[]): boolean {
  return changes.every(({ path, text }) =>
    changes.every((other) =>
      path.length === other.path.length
        ? !leadsThrough(path, other.path) || text === other.text
        : !leadsThrough(path, other.path),
    ),
  );
}

/** The value of a text or a number that is written out; undefined for anything else. */
function valueOfText(text: HclText): string | undefined {
  const inner = /^"([^"\\$%]*)"$/.exec(text)?.[1];
  return inner ?? (/^\d+$/.test(text) ? text : undefined);
}

/** How people find where the entry belongs. */
export function placeOfEntry({ block, entries: { names, isDefault } }: RuleMaker): string {
  const [name] = names;
  if (name === undefined) return `an entry of the for_each of ${block}`;
  const where = name.modules.map((step) => `module.${step.name}`).join('.');
  const what = `${name.text}${where === '' ? '' : ` in ${where}`}`;
  return `an entry of ${what}${isDefault ? ' (its default, or what sets it)' : ''}, of which ${block} makes its rules`;
}
