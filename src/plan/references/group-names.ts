import { groupBy, lazily, onlyOne } from '../../collections.js';
import { type Role, ROLES } from '../../model/requirement.js';
import { type Instance, isReplaced } from '../instance.js';
import type { Side } from '../document/document.js';
import { hasMark, isMarked } from '../document/marks.js';
import type { GroupOrigin, Name } from '../plan.js';
import type { Resolver } from './resolve.js';
import type { ReferenceEnd } from './walk.js';
import type { GroupKey } from '../rule.js';
import { flagAt, idOf, ifKnown, knownText, textAt } from '../value.js';

/** Types whose `id` is that of a security group. */
export const GROUP_TYPES: ReadonlySet<string> = new Set([
  'opentelekomcloud_networking_secgroup_v2',
  'opentelekomcloud_vpc_secgroup_v3',
  'opentelekomcloud_compute_secgroup_v2',
]);
export const CLUSTER_TYPE = 'opentelekomcloud_cce_cluster_v3';

/** The name by which a plan knows the group that an attribute of an instance holds. */
export function keyOfAttribute(instance: Instance, attribute: string): GroupKey {
  return attribute === 'id' ? instance.address : `${instance.address}.${attribute}`;
}

/** What the name of a group tells; without a cluster, the pattern is that of any cluster. */
export interface NamedRole {
  readonly cluster: string | undefined;
  readonly role: Role;
}

/** The role and cluster that a group's name tells: `{cluster}-cce-{role}-{random}`. */
export function roleOfName(text: string): NamedRole | undefined {
  return roleIn(text, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)-/);
}

/** The same of a `name_regex`: people leave the end out, put groups around names, and write `.` or `.*` for a part. */
export function roleOfPattern(text: string): NamedRole | undefined {
  const plain = text
    .replace(/^\^/, '')
    .replace(/[()]|\?:/g, '')
    .replace(/\\([-.])/g, '$1')
    .replace(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, '-');
  return (
    roleIn(plain, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)(?![a-z0-9])/) ??
    roleIn(plain, /^(?:\.[*+]\??)?()-?cce-(node|control|eni)(?![a-z0-9])/)
  );
}

function roleIn(text: string, pattern: RegExp): NamedRole | undefined {
  const [, cluster, role] = pattern.exec(text) ?? [];
  const known = ROLES.find((one) => one === role);
  return known === undefined ? undefined : { cluster: cluster === '' ? undefined : cluster, role: known };
}

/** The provider itself finds CCE's groups by words of their descriptions. (Source: otc.md 1.7.) */
const CCE_DESCRIPTION = /\bcreated by CCE cluster ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b(.*)/is;

const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['control', /\bmaster\b/i],
  ['eni', /\beni\b/i],
  ['node', /\bnode\b/i],
];

/**
 * Who made the group that an instance was or is; of a replaced one, the old object. A group that this plan makes, or
 * that it manages with `delete_default_rules` or with another description, is the user's own, whatever its name.
 */
export function groupOriginOf(instance: Instance): GroupOrigin {
  const { before } = instance;
  const after = isReplaced(instance) ? undefined : instance.after;
  const sides = [before, after].filter((side) => side !== undefined);
  const isManaged = instance.mode === 'managed';
  if (isManaged && (before === undefined || sides.some(hasNoDefaultRules))) return { kind: 'own' };
  const told = sides.flatMap((side) => nameOfSide(side, 'description') ?? []);
  const [made] = told.flatMap((description) => madeByCce(description) ?? []);
  return made ?? { kind: isManaged && told.length > 0 ? 'own' : 'not-told' };
}

/** What CCE's own description of a group tells. */
export function madeByCce({ text, isSensitive }: Name): (GroupOrigin & { kind: 'cce' }) | undefined {
  const [, clusterId, words = ''] = CCE_DESCRIPTION.exec(text) ?? [];
  const [role] = ROLE_WORDS.find(([, word]) => word.test(words)) ?? [];
  return clusterId === undefined || role === undefined
    ? undefined
    : { kind: 'cce', clusterId, role, isSensitive };
}

/** `delete_default_rules`: the rules of a new group were removed as it was made. */
export function hasNoDefaultRules(side: Side): boolean {
  return ifKnown(flagAt(side, 'delete_default_rules')) === true;
}

/** A name, unless it is unset or unknown. */
export function nameOfSide(side: Side | undefined, attribute = 'name'): Name | undefined {
  const value = side === undefined ? undefined : textAt(side, attribute);
  return value?.kind === 'known' ? { text: value.value, isSensitive: value.isSensitive } : undefined;
}

const RULE_TYPES: ReadonlySet<string> = new Set([
  'opentelekomcloud_networking_secgroup_rule_v2',
  'opentelekomcloud_vpc_secgroup_rule_v3',
]);

/**
 * The groups that postponed data sources will find, by the address of the data source: `depends_on` a cluster that
 * changes postpones the read, and the id is not known. The name tells whose group it is; the group of pods, of which no
 * attribute tells, is the one that a rule which names the data source belonged to so far.
 */
export function postponedGroups(
  instances: readonly Instance[],
  resolver: Pick<Resolver, 'resolve'>,
): ReadonlyMap<string, GroupKey> {
  const keys = new Map<string, GroupKey>();
  const clusters = instances.filter(
    ({ type, mode, after }) => type === CLUSTER_TYPE && mode === 'managed' && after !== undefined,
  );
  const postponed = instances.filter(
    ({ type, mode, after }) =>
      GROUP_TYPES.has(type) && mode === 'data' && after !== undefined && idOf(after) === undefined,
  );
  const byName = groupBy(clusters, ({ after }) => knownText(after, 'name'));
  const clustersNamed = ({ cluster }: NamedRole): readonly Instance[] =>
    cluster === undefined ? clusters : (byName.get(cluster) ?? []);
  // Only few plans have data sources of which no name tells.
  const former = lazily(() => formerGroups(instances, resolver));
  for (const { address, after } of postponed) {
    const name = knownText(after, 'name');
    const pattern = knownText(after, 'name_regex');
    const told =
      name !== undefined ? roleOfName(name) : pattern === undefined ? undefined : roleOfPattern(pattern);
    const made = told === undefined ? undefined : groupMadeFor(told, clustersNamed);
    const key = made ?? onlyOne(former().get(address) ?? []);
    if (key !== undefined) keys.set(address, key);
  }
  return keys;
}

function groupMadeFor(
  told: NamedRole,
  clustersNamed: (told: NamedRole) => readonly Instance[],
): GroupKey | undefined {
  const { role } = told;
  const [own, ...others] = clustersNamed(told);
  if (own === undefined || others.length > 0 || role === 'eni') return undefined;
  const attribute = `security_group_${role}`;
  const id = isReplaced(own) ? undefined : knownText(own.after, attribute);
  return id ?? keyOfAttribute(own, attribute);
}

/** The ids in the place of which rules now name just one object, by its address. */
function formerGroups(
  instances: readonly Instance[],
  { resolve }: Pick<Resolver, 'resolve'>,
): ReadonlyMap<string, readonly GroupKey[]> {
  const named: { readonly address: string; readonly id: GroupKey }[] = [];
  for (const instance of instances) {
    const { type, before, after } = instance;
    if (!RULE_TYPES.has(type) || before === undefined || after === undefined) continue;
    for (const attribute of ['security_group_id', 'remote_group_id']) {
      const id = knownText(before, attribute);
      if (id === undefined || !isMarked(after.unknown, attribute)) continue;
      const address = onlyTarget(resolve(instance, attribute));
      if (address !== undefined) named.push({ address, id });
    }
  }
  const byAddress = groupBy(named, ({ address }) => address);
  return new Map([...byAddress].map(([address, same]) => [address, same.map(({ id }) => id)]));
}

/** The one object that all of these are attributes of. */
function onlyTarget(ends: readonly ReferenceEnd[]): string | undefined {
  return onlyOne(ends.map((end) => (end.kind === 'target' ? end.address : undefined)));
}

/** Attributes by which groups are named. */
const ID_ATTRIBUTES = [
  'id',
  'secgroup_id',
  'security_group_id',
  'remote_group_id',
  'security_group_ids',
  'security_groups',
  'security_group_node',
  'security_group_control',
] as const;

/**
 * Every id that is marked sensitive somewhere in the plan: it is printed nowhere. A list that is not known as a whole
 * may have elements that its references tell.
 */
export function sensitiveIdsOf(
  instances: readonly Instance[],
  { resolve }: Pick<Resolver, 'resolve'>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const instance of instances) {
    for (const side of [instance.before, instance.after, instance.drifted]) {
      if (side === undefined || !hasMark(side.sensitive)) continue;
      for (const name of ID_ATTRIBUTES.filter((attribute) => isMarked(side.sensitive, attribute))) {
        const told = isMarked(side.unknown, name) ? resolve(instance, name).flatMap(constantOf) : [];
        for (const value of [side.values[name], told].flat(2)) {
          if (typeof value === 'string' && value !== '') ids.add(value);
        }
      }
    }
  }
  return ids;
}

function constantOf(outcome: ReferenceEnd): readonly unknown[] {
  return outcome.kind === 'constant' ? [outcome.value] : [];
}
