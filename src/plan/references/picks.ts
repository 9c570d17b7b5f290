import type { Step } from '../../terraform/traversal.js';
import { distinctEnds, MISSING } from './ends.js';
import {
  type Evaluator,
  isNullOrEmpty,
  keyIn,
  type Known,
  TEXT_LIMIT_CHARS,
  type Things,
} from './evaluator.js';
import { itemsAt, keyOfStep, type Thing } from './things.js';
import type { Ends } from './walk.js';

/** Where a function that hands on one of its arguments, or one of their elements, leads. */
type Pick = (things: Things, path: readonly Step[], look: Evaluator) => Ends | undefined;
/** The value of a function of known values. */
type Plain = (things: Things, look: Evaluator) => Known;

const tried: Pick = (things, path, { ends }) => {
  const found: Ends[] = [];
  for (const thing of things) {
    const next = ends(thing, path);
    if (next === MISSING) continue;
    found.push(next);
    if (next.every((end) => end.kind === 'target' || (end.kind === 'constant' && end.value !== undefined)))
      break;
  }
  return found.length === 0 ? MISSING : distinctEnds(found.flat());
};

/** The first that is neither null nor empty; an id of a resource is neither. */
const coalesced: Pick = (things, path, { ends }) => {
  const found: Ends[] = [];
  for (const thing of things) {
    const all = ends(thing, path);
    const next = all.filter((end) => end.kind !== 'constant' || !isNullOrEmpty({ value: end.value }));
    found.push(next);
    const isThere = next.length === all.length && next.length > 0;
    if (isThere && next.every((end) => end.kind === 'target' && end.attribute === 'id')) break;
    if (isThere && next.every((end) => end.kind === 'constant' && end.value !== undefined)) break;
  }
  return distinctEnds(found.flat());
};

const looked: Pick = ([map, key, otherwise], path, look) => {
  if (map === undefined || key === undefined) return undefined;
  const [items, name] = [look.items(map), keyIn(key, look)];
  if (items === undefined) return undefined;
  const found = name === undefined ? items.all : itemsAt(items, name);
  const ends = found.map(({ value }) => look.ends(value, path));
  const isSure = name !== undefined && found.length > 0 && items.open.length === 0;
  if (isSure || otherwise === undefined) return ends.length === 0 ? MISSING : distinctEnds(ends.flat());
  return distinctEnds([...ends, look.ends(otherwise, path)].flat());
};

/** The last map that has the key; one whose keys cannot be told may have it only if no other does. */
const merged: Pick = (maps, [first, ...rest], look) => {
  if (first === undefined) return undefined;
  for (const [i, map] of [...maps.entries()].reverse()) {
    const items = look.items(map);
    const found = items === undefined ? [] : itemsAt(items, keyOfStep(first));
    const [one, ...others] = found;
    if (one !== undefined && others.length === 0 && items?.open.length === 0)
      return look.ends(one.value, rest);
    if (items === undefined && i === 0) return look.ends(map, [first, ...rest]);
    if (items === undefined || found.length > 0) return undefined;
  }
  return MISSING;
};

const element: Pick = ([list, index], path, look) => {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined || index === undefined) return undefined;
  const { length } = items.all;
  if (length === 0) return MISSING;
  const number = look.value(index)?.value;
  const found = typeof number === 'number' ? itemsAt(items, number % length) : items.all;
  return distinctEnds(found.flatMap(({ value }) => look.ends(value, path)));
};

/** `one` of a list, and the texts of a list as one: with one element they are that element. */
function only(
  list: Thing | undefined,
  path: readonly Step[],
  look: Evaluator,
  none: unknown,
): Ends | undefined {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined) return undefined;
  if (items.all.length === 0) return [{ kind: 'constant', value: none }];
  return distinctEnds(items.all.flatMap(({ value }) => look.ends(value, path)));
}

const handed: Pick = ([thing], path, look) => (thing === undefined ? undefined : look.ends(thing, path));

/** Functions that come to one of their arguments, or to one element of it. */
export const PICKS: ReadonlyMap<string, Pick> = new Map<string, Pick>([
  ['try', tried],
  ['coalesce', coalesced],
  ['lookup', looked],
  ['merge', merged],
  ['element', element],
  ['one', ([list], path, look) => only(list, path, look, null)],
  ['join', ([, list], path, look) => only(list, path, look, '')],
  ['tostring', handed],
  ['sensitive', handed],
  ['nonsensitive', handed],
]);

/** Functions of known values that conditions and keys are made with. */
export const PLAIN: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['format', formatted],
  ['trimprefix', text((value, start) => (value.startsWith(start) ? value.slice(start.length) : value))],
  [
    'trimsuffix',
    text((value, end) => (value.endsWith(end) ? value.slice(0, value.length - end.length) : value)),
  ],
  ['replace', text((value, old, by) => (/^\/.*\/$/.test(old) ? undefined : value.replaceAll(old, () => by)))],
  ['tonumber', text((value) => (/^\d{1,15}$/.test(value) ? Number(value) : undefined))],
  [
    'join',
    ([separator, list], look) => {
      const items = list === undefined ? undefined : look.items(list);
      const by = separator === undefined ? undefined : look.text(separator);
      const texts = items?.all.map(({ value }) => look.text(value));
      if (by === undefined || items?.open.length !== 0 || texts?.includes(undefined) !== false)
        return undefined;
      return shortText(texts.join(by));
    },
  ],
  ['lower', text((value) => value.toLowerCase())],
  ['upper', text((value) => value.toUpperCase())],
  ['trimspace', text((value) => value.trim())],
  [
    'length',
    ([thing], look) => {
      const items = thing === undefined ? undefined : look.items(thing);
      const known = thing === undefined ? undefined : look.value(thing)?.value;
      if (typeof known === 'string') return { value: known.length };
      return items === undefined || items.open.length > 0 ? undefined : { value: items.all.length };
    },
  ],
  [
    'contains',
    ([list, wanted], look) => {
      const items = list === undefined ? undefined : look.items(list);
      const known = wanted === undefined ? undefined : look.value(wanted);
      const elements = items?.all.map(({ value }) => look.value(value));
      if (elements === undefined || known === undefined) return undefined;
      if (elements.some((one) => one !== undefined && one.value === known.value)) return { value: true };
      return elements.includes(undefined) ? undefined : { value: false };
    },
  ],
]);

/** `%s` and `%d` alone; anything else stays unknown. */
function formatted([pattern, ...things]: Things, look: Evaluator): Known {
  const form = pattern === undefined ? undefined : look.value(pattern)?.value;
  const known = things.flatMap((thing) => keyIn(thing, look) ?? []);
  if (typeof form !== 'string' || known.length < things.length || /%(?![sd])/.test(form)) return undefined;
  const rest = known.values();
  return shortText(form.replace(/%[sd]/g, () => String(rest.next().value ?? '')));
}

function shortText(value: string): Known {
  return value.length > TEXT_LIMIT_CHARS ? undefined : { value };
}

/** A function of one text and what tells how to change it. */
function text(change: (value: string, how: string, by: string) => string | number | undefined): Plain {
  return (things, look) => {
    const [value, how = '', by = ''] = things.map((thing) => look.text(thing));
    if (value === undefined || things.length > things.flatMap((thing) => look.text(thing) ?? []).length)
      return undefined;
    const changed = change(value, how, by);
    return changed === undefined
      ? undefined
      : typeof changed === 'number'
        ? { value: changed }
        : shortText(changed);
  };
}
