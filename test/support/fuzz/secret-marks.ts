/** Values of a plan that are marked as sensitive and stand out, and how JSON is changed for that. */

/** An object of JSON. */
export type Json = Record<string, unknown>;
/** A place in a value. */
export type Where = readonly (string | number)[];

/** A value that stands out, and how it or a part of it reads. */
export interface Marker {
  readonly value: string | number;
  readonly trace: RegExp;
}

/** Values that stand out, by the kind of value in whose place they are put. */
export const MARKERS = {
  /** What is around it, too: the rest of a range names its borders. */
  v4: { value: '198.51.77.0/24', trace: /\b198\.(?:5[01]|48)\.\d|\b198\.51\b/ },
  v6: { value: '2001:db8:feed:77::/64', trace: /feed:7[5-9]/i },
  address: { value: '198.51.77.9', trace: /\b198\.51\b/ },
  id: { value: 'feedface-0000-4000-8000-000000000077', trace: /feedface/ },
  word: { value: 'geheimzq', trace: /geheimzq/i },
  number: { value: 47_113, trace: /4711[234]|47,11[234]/ },
  ports: { value: '47113', trace: /4711[234]|47,11[234]/ },
} as const satisfies Readonly<Record<string, Marker>>;

/** A marker that is taken where the value is. */
export function markerLike(value: unknown, key: string): Marker | undefined {
  if (typeof value === 'number') return MARKERS.number;
  if (typeof value !== 'string' || value === '') return undefined;
  if (/^[\d.]+\/\d+$/.test(value)) return MARKERS.v4;
  if (/^[0-9a-f:]+\/\d+$/i.test(value)) return MARKERS.v6;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) return MARKERS.address;
  if (/^[\d,-]+$/.test(value)) return MARKERS.ports;
  return /^[0-9a-f-]{32,36}$/.test(value) || /(?:^|_)ids?$/.test(key) ? MARKERS.id : MARKERS.word;
}

/** Whether it is an object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts and numbers within a value. */
export function leavesOf(value: unknown, at: Where = []): readonly Where[] {
  if (typeof value === 'string' || typeof value === 'number') return value === '' ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The value with another one at a place; what lacks on the way is made. */
function withAt(value: unknown, where: Where, part: unknown): unknown {
  const [step, ...rest] = where;
  if (step === undefined) return part;
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [];
    while (list.length < step) list.push(false);
    list[step] = withAt(list[step], rest, part);
    return list;
  }
  return {
    ...(isJson(value) ? value : {}),
    [step]: withAt(isJson(value) ? value[step] : undefined, rest, part),
  };
}

/** What stands at a place. */
export function at(value: unknown, where: Where): unknown {
  return where.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Json)[step] : undefined),
    value,
  );
}

/** Which sides of an object are marked: those that have the value, or one of them. */
export type Sides = 'all' | 'before' | 'after';

/** Lists of changes of a plan. */
export const CHANGES = ['resource_changes', 'resource_drift'] as const;

/** A value of a resource that is to be sensitive. */
export interface Marking {
  readonly address: string;
  readonly where: Where;
  readonly marker: Marker;
  readonly sides: Sides;
}

/** Marks a value of a resource as sensitive, and puts the marker there, wherever the plan shows this resource. */
export function marked(plan: Json, { address, where, marker, sides }: Marking): Json {
  const inSide = (change: Json, side: 'before' | 'after'): Json => {
    if (at(change[side], where) === undefined || (sides !== 'all' && sides !== side)) return {};
    const marks = change[`${side}_sensitive`];
    return {
      [side]: withAt(change[side], where, marker.value),
      [`${side}_sensitive`]: withAt(marks === true ? {} : marks, where, true),
    };
  };
  const inChange = (entry: unknown): unknown => {
    if (!isJson(entry) || entry['address'] !== address || !isJson(entry['change'])) return entry;
    const { change } = entry as { change: Json };
    return { ...entry, change: { ...change, ...inSide(change, 'before'), ...inSide(change, 'after') } };
  };
  const changes = CHANGES.flatMap((key) => {
    const list = plan[key];
    return Array.isArray(list) ? [[key, list.map(inChange)] as const] : [];
  });
  const state =
    sides === 'after'
      ? plan['prior_state']
      : inModules(plan['prior_state'], (resource) =>
          resource['address'] !== address || at(resource['values'], where) === undefined
            ? resource
            : {
                ...resource,
                values: withAt(resource['values'], where, marker.value),
                sensitive_values: withAt(resource['sensitive_values'], where, true),
              },
        );
  return { ...plan, ...Object.fromEntries(changes), ...(state === undefined ? {} : { prior_state: state }) };
}

/** Each resource of a state becomes another one. */
function inModules(value: unknown, change: (resource: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => inModules(part, change));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === 'resources' && Array.isArray(part)
        ? [key, part.map((resource: unknown) => (isJson(resource) ? change(resource) : resource))]
        : [key, inModules(part, change)],
    ),
  );
}
