import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import type { Configuration } from './configuration.js';
import { list, oneOf, plainText, readAs } from './fields.js';

/** Where the configuration is that another one extends. */
export type Extends =
  /** From the folder of the file that names it, forward slashes. */
  | { readonly kind: 'file'; readonly path: string }
  /** As it is at a commit, which nobody can change. */
  | {
      readonly kind: 'repository';
      /** `owner/name`. */
      readonly repository: string;
      /** All 40 digits. */
      readonly commit: string;
      readonly path: string;
    };

const FORM = 'a path from this file, or OWNER/NAME@COMMIT:PATH with all 40 digits of the commit';

/** Reads `policy/base.yml` or `owner/name@COMMIT:base.yml`. The error goes after a subject. */
function readExtends(text: string): Result<Extends, string> {
  const [, repository, commit, inside] = /^([\w.-]+\/[\w.-]+)@([^:]*):(.*)$/.exec(text) ?? [];
  if (repository === undefined) {
    const isPlain = text.trim() !== '' && !/^[/\\]|^[a-z]:|[@\\\p{Cc}]/iu.test(text);
    return isPlain ? ok({ kind: 'file', path: text }) : err(`must be ${FORM}`);
  }
  if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) {
    return err(`names no commit: write ${FORM}. A branch or a tag can be moved`);
  }
  const isInside = inside !== undefined && /^[^/]/.test(inside) && !inside.split('/').includes('..');
  return isInside ? ok({ kind: 'repository', repository, commit, path: inside }) : err(`must be ${FORM}`);
}

/** `extends`: the file that this one builds on. */
export const extendsSchema = v.pipe(
  plainText(`must be ${FORM}`),
  v.metadata({
    description:
      'The configuration that this one builds on: a path from this file, or `OWNER/NAME@COMMIT:PATH` of another repository, which the Action fetches. What it says counts, unless its `may-override` names the key.',
    examples: [
      '../policy/cce-plan-guard.yml',
      'acme/policy@0123456789abcdef0123456789abcdef01234567:cce-plan-guard.yml',
    ],
  }),
  readAs(readExtends),
);

const OVERRIDABLE = ['fail-on', 'default-rule-priority', 'severity', 'allow', 'waivers', 'clusters'] as const;

/** A key that a file which is extended may leave to those that extend it. */
export type Overridable = (typeof OVERRIDABLE)[number];

/** `may-override`: what those may say that extend this file. */
export const mayOverrideSchema = v.pipe(
  list(oneOf(OVERRIDABLE, 'A key.')),
  v.description(
    'For those who extend this file: keys of theirs that count before the same here. Without it what is said here counts, and of `waivers` and `allow` nothing of theirs.',
  ),
  v.readonly(),
);

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
