import { groupBy, onlyOne } from '../collections.js';
import type { Role } from '../model/requirement.js';
import type { Plan, SecurityGroup } from '../plan/plan.js';
import { type NamedRole, roleOfName, roleOfPattern } from '../plan/references/group-names.js';
import { type GroupKey, knownKeys } from '../plan/rule.js';

/** A cluster that somebody asks for the groups of. */
export interface Owner {
  readonly name: string;
  /** Its ids; undefined when no resource or data source shows it. */
  readonly ids: readonly string[] | undefined;
}

/** The groups of a plan, by what tells whose they are. */
export interface GroupIndex {
  /** The group that CCE made for the cluster in this role, by its description, else by its name. */
  readonly madeFor: (owner: Owner, role: Role) => SecurityGroup | undefined;
  /** A group that is there after the plan: by its id, address or name. */
  readonly named: (text: string) => SecurityGroup | undefined;
  readonly isManaged: (key: GroupKey) => boolean;
}

/** Looks once at every group. */
export function indexGroups({ groups, clusters, nodePools }: Plan): GroupIndex {
  // The name of the plan's cluster, when it has just one: then a pattern for any cluster can mean no other.
  const only = onlyOne(clusters.map(({ before, after }) => (after ?? before)?.name?.text));
  const pooled = new Set(
    nodePools.flatMap(({ before, after }) =>
      knownKeys([before, after].flatMap((side) => side?.groups ?? [])),
    ),
  );
  const byDescription = indexBy(groups, ({ origin }) =>
    origin.kind === 'cce' ? [placeText(origin.clusterId, origin.role)] : [],
  );
  const byName = indexBy(groups, (group) =>
    group.origin.kind === 'own'
      ? []
      : rolesToldBy(group).map(({ cluster = only ?? '', role }) => placeText(cluster, role)),
  );
  const texts = new Map<string, SecurityGroup>();
  for (const group of groups.filter(({ existsAfter }) => existsAfter)) {
    for (const text of [group.key, group.address, group.nameAfter?.text, group.nameBefore?.text]) {
      if (text !== undefined && !texts.has(text)) texts.set(text, group);
    }
  }
  const managed = new Set(groups.flatMap(({ key, isData }) => (isData ? [] : [key])));
  return {
    madeFor: ({ name, ids }, role) => {
      const [described] = (ids ?? []).flatMap((id) => byDescription(placeText(id, role)));
      if (described !== undefined) return described;
      const candidates = byName(placeText(name, role)).filter(
        ({ origin }) => origin.kind !== 'cce' || (ids === undefined && origin.role === role),
      );
      // A pool names it: if another group may have the role, this one is the pool's own.
      return candidates.find(({ key }) => !pooled.has(key)) ?? candidates[0];
    },
    named: (text) => texts.get(text),
    isManaged: (key) => managed.has(key),
  };
}

function indexBy(
  groups: readonly SecurityGroup[],
  placesOf: (group: SecurityGroup) => readonly string[],
): (place: string) => readonly SecurityGroup[] {
  const placed = groups.flatMap((group) => placesOf(group).map((place) => ({ place, group })));
  const byPlace = groupBy(placed, ({ place }) => place);
  return (place) => (byPlace.get(place) ?? []).map(({ group }) => group);
}

function placeText(cluster: string, role: Role): string {
  return JSON.stringify([cluster, role]);
}

/** The role that the name of a group tells, or the pattern by which it is looked for. */
export function roleToldBy({ nameBefore, nameAfter }: SecurityGroup): NamedRole | undefined {
  const name = nameBefore ?? nameAfter;
  if (name === undefined) return undefined;
  return name.isPattern === true ? roleOfPattern(name.text) : roleOfName(name.text);
}

function rolesToldBy(group: SecurityGroup): readonly NamedRole[] {
  const told = roleToldBy(group);
  if (told !== undefined) return [told];
  const { text = '' } = group.nameBefore ?? group.nameAfter ?? {};
  // One page of the vendor writes `{cluster}-control-{random}`; the name of a cluster may hold the word as well.
  return [...text.matchAll(/-control-/g)].map(({ index }) => ({
    cluster: text.slice(0, index),
    role: 'control',
  }));
}
