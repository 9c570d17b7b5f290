/** Small changes of JSON documents, by their structure. A document is never changed in place. */
import { ACTIONS, TEXTS, VALUES } from './hostile-values.js';
import { bytesMutated } from './mutate-text.js';
import type { Random } from './random.js';

type Path = readonly (string | number)[];

/** A document, and the places in it. */
export interface JsonBase {
  readonly document: unknown;
  readonly spots: readonly Path[];
  /** Of spots whose key is one that somebody reads. */
  readonly worthy: readonly Path[];
}

const WORTH =
  /cidr|prefix|port|protocol|name|id$|ids$|security|direction|ether|action|address|index|mode|type|reference|constant|unknown|sensitive|priority|dns|subnet|network|key|value|regex|gone|standing|waiver|severity|packets|row|expires|patch|file|sha|login|body|status|change/i;

/** Finds the places of a document, once for many cases. */
export function jsonBase(document: unknown): JsonBase {
  const spots: Path[] = [];
  const look = (value: unknown, at: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const place = [...at, Array.isArray(value) ? Number(key) : key];
      spots.push(place);
      look(part, place);
    }
  };
  look(document, []);
  const worthy = spots.filter((path) =>
    WORTH.test(String(path.findLast((step) => typeof step === 'string'))),
  );
  return { document, spots, worthy: worthy.length === 0 ? spots : worthy };
}

/** The document with one to six changes; another document is where values may come from. */
export function mutated(base: JsonBase, other: JsonBase, random: Random): unknown {
  let { document } = base;
  if (base.spots.length === 0) return anyValue(random);
  for (let edits = 1 + random.nat(1 + random.nat(6)); edits > 0; edits--) {
    const path = random.pick(random.percent(75) ? base.worthy : base.spots);
    document = edited(document, path, { base, other, random });
  }
  return document;
}

/** A document with changes of its structure, now and then of its bytes. */
export function jsonBytes(bases: readonly JsonBase[], random: Random): Uint8Array {
  const document = mutated(random.pick(bases), random.pick(bases), random);
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return random.percent(10) ? bytesMutated(bytes, random) : bytes;
}

/** Any of the values that mean something. */
export function anyValue(random: Random): unknown {
  return random.pick(random.pick(VALUES));
}

interface Tools {
  readonly base: JsonBase;
  readonly other: JsonBase;
  readonly random: Random;
}

/** The kinds of changes: each gives what stands there instead, or takes it away. */
const GONE = Symbol('gone');
type Edit = (old: unknown, tools: Tools) => unknown;

const EDITS: readonly Edit[] = [
  (_, { random }) => anyValue(random),
  (_, { random }) => anyValue(random),
  () => GONE,
  (_, { base, random }) => valueAt(base.document, random.pick(base.spots)),
  (_, { other, random }) =>
    other.spots.length === 0 ? null : valueAt(other.document, random.pick(other.spots)),
  (old, { base, random }) => sameKind(old, base, random),
  (old, { random }) => (typeof old === 'string' ? textChanged(old, random) : anyValue(random)),
  (old, { random }) => (typeof old === 'number' ? old + random.pick([-1, 1, 65_536, 0.5, -1e9]) : [old]),
  (old, { random }) => (Array.isArray(old) ? repeated(old, random) : keyed(old, random)),
  (old, { random }) => wrapped(old, random),
  (old) => (typeof old === 'boolean' ? !old : true),
  (old, { random }) => (isActions(old) ? random.pick(ACTIONS) : anyValue(random)),
  (old, { random }) => marked(old, random),
];

function edited(document: unknown, path: Path, tools: Tools): unknown {
  return replaced(document, path, 0, (old) => tools.random.pick(EDITS)(old, tools));
}

/** Copies what lies on the way, and no more. */
function replaced(value: unknown, path: Path, depth: number, change: (old: unknown) => unknown): unknown {
  const step = path[depth];
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    if (!(Number(step) in value)) return value;
    const next = replaced(value[Number(step)], path, depth + 1, change);
    return next === GONE ? value.filter((_, i) => i !== Number(step)) : value.with(Number(step), next);
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  const next = replaced(value[step], path, depth + 1, change);
  const entries = Object.entries(value).flatMap(([key, part]) =>
    key === String(step) ? (next === GONE ? [] : [[key, next] as const]) : [[key, part] as const],
  );
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a place. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    document,
  );
}

/** Another value under the same key: ids, names, addresses and CIDRs change places. */
function sameKind(old: unknown, { document, spots }: JsonBase, random: Random): unknown {
  for (let tries = 0; tries < 8; tries++) {
    const value = valueAt(document, random.pick(spots));
    if (typeof value === typeof old && value !== old) return value;
  }
  return old;
}

/** A text with something hostile in it, cut, doubled, or in another case. */
export function textChanged(text: string, random: Random): string {
  const at = random.nat(text.length + 1);
  switch (random.nat(6)) {
    case 0:
      return text.slice(0, at) + random.pick(TEXTS) + text.slice(at);
    case 1:
      return text.slice(0, at);
    case 2:
      return text + random.pick(TEXTS);
    case 3:
      return text.slice(0, at) + String(anyValue(random)) + text.slice(at + random.nat(4));
    case 4:
      return random.percent(50) ? text.toUpperCase() : ` ${text}`;
    default:
      return text + text;
  }
}

function repeated(list: readonly unknown[], random: Random): unknown {
  const one = list.length === 0 ? anyValue(random) : random.pick(list);
  const times = random.percent(97) ? random.nat(4) : random.nat(200);
  return random.percent(20) ? [...list].reverse() : [...list, ...Array.from({ length: times }, () => one)];
}

function keyed(old: unknown, random: Random): unknown {
  if (!isObject(old)) return { [String(anyValue(random))]: old };
  const entries = Object.entries(old);
  const value = entries.length === 0 ? anyValue(random) : random.pick(entries)[1];
  return Object.fromEntries([...entries, [String(anyValue(random)), value]]);
}

function wrapped(old: unknown, random: Random): unknown {
  let value = old;
  const depth = random.percent(90) ? random.nat(4) : random.nat(150);
  for (let i = 0; i < depth; i++)
    value = random.percent(50) ? [value] : { module_calls: { x: { module: value } } };
  return value;
}

function isActions(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    ['no-op', 'create', 'read', 'update', 'delete'].includes(String(value[0]))
  );
}

const MARKED: readonly string[] = [
  ...[
    'id',
    'security_group_id',
    'remote_ip_prefix',
    'remote_group_id',
    'protocol',
    'port_range_min',
    'direction',
  ],
  ...[
    'security_group_ids',
    'name',
    'container_network_cidr',
    'container_network_type',
    'vpc_id',
    'subnet_id',
    'cidr',
  ],
];

/** Marks of unknown and sensitive attributes that are not there otherwise. */
function marked(old: unknown, random: Random): unknown {
  return isObject(old)
    ? { ...old, [random.pick(MARKED)]: random.percent(80) ? true : [true] }
    : random.percent(50);
}
