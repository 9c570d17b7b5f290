import { distinct, groupBy } from '../collections.js';
import type { BelievedRule } from '../cluster/belief/belief.js';
import { listedUnmanaged } from '../cluster/belief/believe.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { GroupView } from '../cluster/group-view.js';
import type { Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import type { DefaultRuleRecord } from '../config/default-rules-schema.js';
import { tableOf } from '../model/model.js';
import { ROLES } from '../model/requirement.js';
import type { RecordTrouble } from './finding.js';

/** What `default-rules` of a cluster says against its network model, the plan, the facts or a list of rule ids. */
export function recordTroubles(cluster: BoundCluster, { viewOf, world }: Subjects): readonly RecordTrouble[] {
  const record = cluster.configuration?.defaultRules;
  if (record === undefined) return [];
  const keys = ROLES.flatMap((role) => [cluster[role]?.before ?? [], cluster[role]?.also ?? []].flat());
  const views = distinct(keys)
    .map(viewOf)
    .filter((view) => view.cluster === cluster);
  const single = views.flatMap((view) => [
    ...view.defaults.flatMap((rule) => contradictionOf(rule, record)),
    ...tooFewListed(view, world),
  ]);
  const alike = groupBy(single, ({ kind, record: as }) => JSON.stringify([kind, as]));
  return [
    ...strangeRows(record, cluster),
    ...[...alike.values()].map((some) => ({
      ...some[0],
      rows: distinct(some.flatMap(({ rows }) => rows)),
    })),
  ];
}

/** Rows that the cluster does not have. */
function strangeRows(
  { gone, standing }: DefaultRuleRecord,
  { model }: BoundCluster,
): readonly RecordTrouble[] {
  if (model === undefined) return [];
  const own = new Set(ROLES.flatMap((role) => tableOf(role, model)?.rows.map(({ id }) => id) ?? []));
  const unknown = (ids: readonly string[], record: RecordTrouble['record']): readonly RecordTrouble[] => {
    const rows = ids.filter((id) => !own.has(id));
    return rows.length === 0 ? [] : [{ kind: 'other-model', record, rows }];
  };
  return [...unknown(gone, 'gone'), ...unknown(standing === 'all' ? [] : standing, 'standing')];
}

/**
 * What the plan or the cloud shows against the record. That a row is recorded as gone which this very plan takes away is
 * no contradiction; that one is recorded as standing which it takes away will hide what breaks from the next plan.
 */
function contradictionOf(
  { requirement, belief, stands, isTakenAway }: BelievedRule,
  { gone, standing }: DefaultRuleRecord,
): readonly RecordTrouble[] {
  if (requirement === undefined || (belief.kind !== 'plan' && belief.kind !== 'seen')) return [];
  const by = belief.kind === 'plan' ? 'plan' : 'facts';
  const rows = [requirement.id];
  if (gone.includes(requirement.id)) {
    return stands === 'surely' && !isTakenAway ? [{ kind: by, record: 'gone', rows }] : [];
  }
  const isRecorded = standing === 'all' || standing.includes(requirement.id);
  const isGone = belief.kind === 'plan' ? isTakenAway : stands === 'no';
  return isRecorded && isGone ? [{ kind: by, record: 'standing', rows }] : [];
}

/** The group's list of rule ids has not even as many rules that nobody manages as are recorded as standing. */
function tooFewListed({ key, defaults }: GroupView, { plan, rulesOf }: World): readonly RecordTrouble[] {
  const list = plan.ruleIds.find(({ group }) => group === key);
  const recorded = defaults.filter(({ belief, stands }) => belief.kind === 'recorded' && stands !== 'no');
  if (list === undefined || listedUnmanaged(list, rulesOf(key)) >= recorded.length) return [];
  const rows = recorded.flatMap(({ requirement }) => requirement?.id ?? []);
  return [{ kind: 'rule-ids', record: 'standing', rows }];
}
