import { compare, distinct, firstOfEach, groupBy, memoOfObject } from '../collections.js';
import type { Belief, BelievedRule } from '../cluster/belief/belief.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { GroupView } from '../cluster/group-view.js';
import type { Subjects } from '../cluster/subject.js';
import type { Configuration } from '../config/configuration.js';
import { withGone, withSeen } from '../config/default-rules.js';
import type { DefaultRuleRecord } from '../config/default-rules-schema.js';
import type { Requirement } from '../model/requirement.js';
import type { DefaultName, ReportDefault, ReportGroup, ReportRecord, SeenRecord } from './report.js';

/** Default rules as they are told; several of one row, of which the same is believed, are one. */
export function believedOnce(defaults: readonly BelievedRule[]): readonly ReportDefault[] {
  const all = defaults.map(({ requirement, belief, stands, before }): ReportDefault => ({
    row: requirement,
    belief,
    stands,
    isNew: before === undefined,
  }));
  return [...groupBy(all, ({ row }) => row?.id).values()].flatMap((same) =>
    // Most rows have one rule.
    same.length === 1
      ? same
      : firstOfEach(same, ({ belief, stands, isNew }) => JSON.stringify([belief, stands, isNew])),
  );
}

/** Default rules of a group that are believed for the same reason. */
export interface BeliefPart extends Pick<ReportDefault, 'belief' | 'stands'> {
  /** In the page's order, each once. */
  readonly rows: readonly DefaultName[];
}

const ORDER = ['seen', 'plan', 'recorded', 'gone', 'doubted', 'assumed'] as const;

/** What is believed of the default rules of a group, but for those that come with the plan; the surest first. */
export const beliefParts = memoOfObject(
  ({ defaults }: Pick<ReportGroup, 'defaults'>): readonly BeliefPart[] => {
    const there = defaults.filter(({ isNew }) => !isNew);
    const alike = groupBy(there, ({ belief, stands }) => `${stands} ${beliefText(belief)}`);
    return [...alike.values()]
      .map((same) => ({ ...same[0], rows: distinct(same.map(({ row }) => row)) }))
      .sort((a, b) => ORDER.indexOf(a.belief.kind) - ORDER.indexOf(b.belief.kind));
  },
);

/** The same text for what is told as one; each rule of a plan has its own address. Most rules are assumed, in the same words. */
const beliefText = memoOfObject((belief: Belief) =>
  JSON.stringify(belief.kind === 'plan' ? belief.kind : belief),
);

/** What a plan takes away of CCE's own rules, cluster by cluster, and what of it is recorded already. */
export function recordsOf(plan: Subjects, proposed: Configuration): readonly ReportRecord[] {
  const gone = goingIn(plan);
  return [...groupBy(gone, ({ cluster }) => cluster.name).values()].map((same) => {
    const [{ cluster }] = same;
    const entry = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const rows = [...distinct(same.map(({ row }) => row))].sort(byTableAndNumber);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      gone: rows,
      recorded: rows.filter(({ id }) => entry?.gone.includes(id)),
      entry: withGone(
        entry,
        rows.map(({ id }) => id),
      ),
    };
  });
}

/** The same of all plans of a run: what several of them take away of a cluster is one record. */
export function joinedRecords(plans: readonly (readonly ReportRecord[])[]): readonly ReportRecord[] {
  const alike = groupBy(plans.flat(), (one) => (one.isNameable ? one.cluster : one));
  return [...alike.values()].map((same) => {
    const [first, ...others] = same;
    if (others.length === 0) return first;
    return {
      ...first,
      gone: [...distinct(same.flatMap(({ gone }) => gone))].sort(byTableAndNumber),
      recorded: [...distinct(same.flatMap(({ recorded }) => recorded))].sort(byTableAndNumber),
      entry: withGone(
        first.entry,
        others.flatMap(({ gone }) => gone.map(({ id }) => id)),
      ),
    };
  });
}

/** What facts show of the default rules of each cluster; what goes with this run (`records`) is gone then. */
export function seenRecords(
  plans: readonly Subjects[],
  proposed: Configuration,
  records: readonly ReportRecord[],
): readonly SeenRecord[] {
  const gone = new Map(records.map((record) => [record.cluster, record.gone]));
  const shown = plans.flatMap(({ subjects, world: { facts } }) =>
    // Where nobody has looked, nothing is seen.
    facts.seen.size === 0
      ? []
      : subjects.flatMap(({ cluster, groups }) =>
          groups.flatMap(({ defaults }) => defaults.map((rule) => ({ cluster, rule }))),
        ),
  );
  return [...groupBy(shown, ({ cluster }) => cluster.name).values()].flatMap((same) => {
    const [{ cluster }] = same;
    const rules = same.map(({ rule }) => rule);
    const rows = [...groupBy(rules, ({ requirement }) => requirement)].flatMap(([row, own]) =>
      row !== undefined && own.every(({ belief }) => belief.kind === 'seen')
        ? [{ id: row.id, isThere: own.every(({ stands }) => stands === 'surely') }]
        : [],
    );
    if (rows.length === 0) return [];
    const was = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const ids = (isThere: boolean): readonly string[] =>
      rows.filter((row) => row.isThere === isThere).map(({ id }) => id);
    const seen = withSeen(was, { gone: ids(false), standing: ids(true) });
    const going = gone.get(cluster.label)?.map(({ id }) => id) ?? [];
    const entry = withGone(seen, going);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      entry,
      isRecorded: was !== undefined && isSameEntry(was, entry),
    };
  });
}

function isSameEntry(a: DefaultRuleRecord, b: DefaultRuleRecord): boolean {
  const ids = ({ gone, standing }: DefaultRuleRecord): string =>
    JSON.stringify([[...gone].sort(), standing === 'all' ? standing : [...standing].sort()]);
  return ids(a) === ids(b);
}

interface Going {
  readonly cluster: BoundCluster;
  readonly row: Requirement;
}

function goingIn({ subjects }: Subjects): readonly Going[] {
  return subjects.flatMap(({ cluster, groups }) => {
    const { after, resource } = cluster;
    // The groups of a cluster that is made anew are new as well.
    if (after === undefined || resource?.isReplaced === true) return [];
    return groups
      .flatMap((view) => (view.kind === 'made' ? rowsTaken(view) : []))
      .map((row) => ({ cluster, row }));
  });
}

/** Rows of which no rule is left that nobody manages: of the others the next plan knows. */
function rowsTaken({ defaults }: GroupView): readonly Requirement[] {
  // Most plans leave all of them.
  if (!defaults.some(({ isTakenAway }) => isTakenAway)) return [];
  const isKnown = ({ belief, stands }: BelievedRule): boolean => belief.kind === 'plan' || stands === 'no';
  return [...groupBy(defaults, ({ requirement }) => requirement)].flatMap(([row, rules]) =>
    row !== undefined && rules.some(({ isTakenAway }) => isTakenAway) && rules.every(isKnown) ? [row] : [],
  );
}

/** For sorting: the page's order. */
export function byTableAndNumber(a: Requirement, b: Requirement): number {
  return compare(a.table, b.table) || compare(a.number, b.number);
}
