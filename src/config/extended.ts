import type { Configuration } from './configuration.js';
import { OVERRIDABLE, type Overridable } from './extends.js';

/** A configuration with what it extends, and the keys of its own that do not count because of that. */
export interface Extended {
  readonly configuration: Configuration;
  readonly overruled: readonly Overridable[];
}

/**
 * What counts of a configuration that extends another. What the other one says counts, unless it may be overridden;
 * where it says nothing, the own word counts, but for what accepts something: waivers and packets that are allowed.
 */
export function extended(own: Configuration, base: Configuration): Extended {
  const may = (key: Overridable): boolean => base.mayOverride.includes(key);
  const both = <T>(key: Overridable, ours: T | undefined, theirs: T | undefined): T | undefined =>
    may(key) ? (ours ?? theirs) : (theirs ?? ours);
  const beside = <T>(key: Overridable, ours: readonly T[], theirs: readonly T[]): readonly T[] =>
    may(key) ? [...theirs, ...ours] : theirs;
  const clusters = may('clusters')
    ? clustersOnce(own.clusters, base.clusters)
    : clustersOnce(base.clusters, own.clusters);
  return {
    configuration: {
      ...own,
      failOn: both('fail-on', own.failOn, base.failOn),
      defaultRulePriority: both('default-rule-priority', own.defaultRulePriority, base.defaultRulePriority),
      severity: may('severity')
        ? levelsOnce(own.severity, base.severity)
        : levelsOnce(base.severity, own.severity),
      allow: beside('allow', own.allow, base.allow),
      waivers: beside('waivers', own.waivers, base.waivers),
      clusters,
    },
    overruled: OVERRIDABLE.filter((key) => !may(key) && isOverruled(key, own, base)),
  };
}

type Clusters = Configuration['clusters'];

/** The first's entries, and the others' of clusters that the first does not name. */
function clustersOnce(first: Clusters, others: Clusters): Clusters {
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...others.filter(({ name }) => !names.has(name))];
}

type Severities = Configuration['severity'];

/** Check by check and change by change, the first's word before the others'. */
function levelsOnce(first: Severities, others: Severities): Severities {
  const ids = new Set([...Object.keys(first), ...Object.keys(others)]);
  return Object.fromEntries([...ids].map((id) => [id, { ...others[id], ...first[id] }]));
}

function isOverruled(key: Overridable, own: Configuration, base: Configuration): boolean {
  switch (key) {
    case 'fail-on':
      return isOther(own.failOn, base.failOn);
    case 'default-rule-priority':
      return isOther(own.defaultRulePriority, base.defaultRulePriority);
    case 'severity':
      return Object.entries(own.severity).some(([id, levels]) =>
        Object.entries(levels ?? {}).some(([change, level]) =>
          isOther(level, new Map(Object.entries(base.severity[id] ?? {})).get(change)),
        ),
      );
    case 'allow':
    case 'waivers':
      return own[key].length > 0;
    case 'clusters':
      return own.clusters.some(({ name }) => base.clusters.some((one) => one.name === name));
  }
}

function isOther<T>(own: T | undefined, base: T | undefined): boolean {
  return own !== undefined && base !== undefined && own !== base;
}
