import { isRecord } from '../plan/document/marks.js';
import * as schema from './schema.js';

/** What an entry of a file is, each with its schema. */
export const KINDS = {
  group: schema.group,
  rule: schema.ruleInList,
  'address-group': schema.addressGroup,
  cluster: schema.cluster,
  'node-pool': schema.nodePool,
  vpc: schema.vpc,
  subnet: schema.subnet,
  'group-row': schema.groupRow,
  'rule-row': schema.ruleRow,
} as const;

export type Kind = keyof typeof KINDS;

/** One object of a file, not looked at yet. */
export interface FactsEntry {
  readonly kind: Kind;
  /** Where it is, as `jq` would say it. */
  readonly place: string;
  readonly value: unknown;
}

/** The lists that answers of the APIs are, and what our own file puts side by side. */
const LISTS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['security_groups', 'group'],
  ['security_group_rules', 'rule'],
  ['address_groups', 'address-group'],
  ['clusters', 'cluster'],
  ['node_pools', 'node-pool'],
  ['vpcs', 'vpc'],
  ['subnets', 'subnet'],
]);

/** The same for one object. */
const SINGLES: ReadonlyMap<string, Kind> = new Map(
  [...LISTS].map(([name, kind]) => [name.replace(/s$/, ''), kind]),
);

/** Something that has the name of a list and is none. */
export interface WrongPlace {
  readonly wrong: string;
}

/** The objects of a file, by its shape; undefined: it is nothing that we know. */
export function entriesOf(value: unknown): readonly FactsEntry[] | WrongPlace | undefined {
  if (Array.isArray(value)) return entriesIn(value, '', undefined);
  if (!isRecord(value)) return undefined;
  const items = value['items'];
  if (Array.isArray(items)) return entriesIn(items, 'items', undefined);
  const found: FactsEntry[] = [];
  let isKnown = false;
  for (const [name, content] of Object.entries(value)) {
    const [kind, single] = [LISTS.get(name), SINGLES.get(name)];
    if (single !== undefined) found.push({ kind: single, place: name, value: content });
    isKnown ||= kind !== undefined || single !== undefined;
    if (kind === undefined || content === null) continue;
    if (!Array.isArray(content)) return { wrong: name };
    const inner = entriesIn(content, name, kind);
    for (const entry of inner ?? []) found.push(entry);
  }
  if (isKnown) return found;
  const kind = kindOf(value);
  return kind === undefined ? undefined : [{ kind, place: '.', value }];
}

/** Whether the file has a list of one of these kinds, be it empty. */
export function hasListOf(value: unknown, kinds: ReadonlySet<Kind>): boolean {
  return isRecord(value) && [...LISTS].some(([name, kind]) => kinds.has(kind) && Object.hasOwn(value, name));
}

function entriesIn(
  list: readonly unknown[],
  name: string,
  kind: Kind | undefined,
): readonly FactsEntry[] | undefined {
  const entries: FactsEntry[] = [];
  for (const [i, value] of list.entries()) {
    const own = kind ?? kindOf(value);
    if (own === undefined) return undefined;
    entries.push({ kind: own, place: `${name}[${String(i)}]`, value });
  }
  return entries;
}

/** What an object is that no name tells of, from what tells most to what tells least. */
function kindOf(value: unknown): Kind | undefined {
  if (!isRecord(value)) return undefined;
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(value, name));
  if (has('ID', 'IP Range')) return 'rule-row';
  if (has('ID', 'Name')) return 'group-row';
  if (value['kind'] === 'NodePool') return 'node-pool';
  if (value['kind'] === 'Cluster') return 'cluster';
  if (has('id', 'direction')) return 'rule';
  if (has('id', 'security_group_rules') || has('id', 'rules')) return 'group';
  if (has('id', 'ip_set') || has('id', 'ip_extra_set')) return 'address-group';
  if (has('id', 'cidr', 'vpc_id') || has('id', 'cidr', 'network_id')) return 'subnet';
  return has('id', 'cidr') ? 'vpc' : undefined;
}

/** Whether it is the name of a kind. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name);
}
