import { affordable, budgetInForce, spend } from '../budget.js';
import { distinct, groupBy, memoOfObject } from '../collections.js';
import { type Finding, rowsOf } from '../check/finding.js';
import type { Reach } from '../cluster/addresses.js';
import type { GroupView } from '../cluster/group-view.js';
import type { Subjects } from '../cluster/subject.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import { linkedPlans } from '../cluster/surroundings.js';
import type { World } from '../cluster/world.js';
import type { Configuration, Severity } from '../config/configuration.js';
import type { Requirement } from '../model/requirement.js';
import { doesSomething } from '../plan/instance.js';
import type { Name } from '../plan/plan.js';
import { type GroupKey, isChanging } from '../plan/rule.js';
import { intersect, isEmpty } from '../net/region.js';
import { must } from '../result.js';
import { openBefore } from '../weigh/openings.js';
import { packetsOf, type Witness, witnessOf } from '../weigh/packets.js';
import { allRows } from '../weigh/row-sets.js';
import { unchangedBy } from '../weigh/unchanged.js';
import { effectiveFingerprint } from './effective-fingerprint.js';
import { believedOnce, recordsOf, seenRecords } from './defaults.js';
import { configurationId } from './identity.js';
import { tallied, totalsOf } from './joined.js';
import type {
  GroupName,
  Holds,
  Report,
  ReportAddresses,
  ReportCloud,
  ReportCluster,
  ReportFinding,
  ReportGroup,
  ReportPlan,
} from './report.js';
import { type JudgedPlan, type ToldFinding, toldFindings } from './told-findings.js';
import { isOfThisPlan, isShownIn } from './shown-clusters.js';
import { SENSITIVE } from './words/phrases.js';

/** What the report needs to know beside the verdicts. */
export interface ReportOptions {
  /** The mildest severity that fails. */
  readonly failOn: Severity | 'never';
  /** The configuration as the change under review leaves it: what it records is not asked for again. */
  readonly proposed: Configuration;
}

/** The findings of a run as they are told, and what they come to. */
export type ToldFindings = Pick<Report, 'conclusion' | 'summary' | 'findings' | 'untouched'>;

/** Tells the findings of all plans, the worst first. */
export function findingsOf(
  judged: readonly JudgedPlan[],
  { failOn }: Pick<ReportOptions, 'failOn'>,
): ToldFindings {
  const reported = (told: readonly ToldFinding[]): ReportFinding[] =>
    told.map((one) =>
      reportFinding(one, must(judged[one.plan], 'a finding is of a plan that was judged').subjects),
    );
  const { told, aside } = toldFindings(judged);
  return { ...tallied(reported(told), failOn), untouched: reported(aside) };
}

/** Puts the verdicts of all plans together, the worst finding first. */
export function reportOf(judged: readonly JudgedPlan[], { failOn, proposed }: ReportOptions): Report {
  const worlds = judged.map(({ subjects }) => subjects);
  const budget = budgetInForce();
  const fingerprintOf = memoOfObject((of: Subjects) =>
    affordable(budget, 'report', () => effectiveFingerprint(of)),
  );
  const held = holdsOf(judged);
  const plans = judged.map((one, plan): ReportPlan => ({
    ...reportPlan(one),
    holds: must(held[plan], 'each plan has its rows'),
    records: recordsOf(one.subjects, proposed),
    effectiveFingerprint: () => fingerprintOf(one.subjects),
  }));
  const totals = totalsOf(plans);
  return {
    ...totals,
    ...findingsOf(judged, { failOn }),
    unreported: [],
    configurations: distinct(worlds.map(({ world }) => configurationId(world.configuration))),
    cloud: cloudOf(judged),
    clusters: judged.flatMap(({ subjects }, plan) =>
      subjects.world.clusters
        .filter((cluster) => isOfThisPlan(cluster, subjects))
        .map((cluster) => ({ plan, ...reportCluster(cluster, subjects) })),
    ),
    groups: judged.flatMap(({ subjects }, plan) => reportGroups(subjects, plan)),
    resolved: judged.flatMap(({ subjects, verdict }, plan) =>
      verdict.resolved.map(({ check, row, cluster, group }) => ({
        plan,
        check,
        row,
        cluster: cluster.label,
        group: groupName(group, subjects),
      })),
    ),
    seen: seenRecords(worlds, proposed, totals.records),
  };
}

function reportPlan({
  path,
  label,
  root,
  subjects,
}: JudgedPlan): Omit<ReportPlan, 'holds' | 'records' | 'effectiveFingerprint'> {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(isChanging);
  const unchanged = changed.length === 0 ? undefined : unchangedBy(subjects, changed);
  return {
    ...{ path, label, root },
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    program: header.program,
    changes: header.changeCount,
    showsCluster: subjects.world.clusters.some(isShownIn(subjects)),
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: unchanged !== undefined,
    unchangedIf: distinct(unchanged?.restsOn.map(({ requirement }) => requirement) ?? []),
  };
}

function reportCluster(cluster: BoundCluster, subjects: Subjects): Omit<ReportCluster, 'plan'> {
  const { label, resource, networkType, model, configuration } = cluster;
  const bound = cluster.after ?? cluster.before;
  return {
    name: label,
    address: resource?.address,
    networkType: networkType === undefined ? undefined : tellableName(networkType, subjects),
    model,
    isModelConfigured: configuration?.networkModel !== undefined,
    addresses: bound && {
      vpc: reportAddresses(bound.vpc),
      container: reportAddresses(bound.container),
      master: reportAddresses(bound.master),
      dns: reportAddresses(bound.dns),
    },
  };
}

function reportAddresses({ peers, isSensitive, source }: Reach): ReportAddresses {
  return { peers: isSensitive ? 'sensitive' : peers, source };
}

/** The name, unless it is a secret or tells the secret name of a cluster, as CCE's names of groups do. */
function tellableName({ text, isSensitive }: Name, { world }: Subjects): string {
  const hidden = hiddenNames(world.clusters);
  spend(hidden.length);
  const tellsName = hidden.some((name) => text.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text;
}

/** Names of clusters that must not be printed. */
const hiddenNames = memoOfObject((clusters: World['clusters']) => {
  const hidden = clusters.filter(({ name, label }) => label !== name);
  return hidden.map(({ name }) => name);
});

function reportGroups(all: Subjects, plan: number): readonly ReportGroup[] {
  const { subjects, world } = all;
  const groups = new Map<string, ReportGroup>();
  for (const { cluster, model, role, groups: views } of subjects) {
    const isOwn = isOfThisPlan(cluster, all);
    for (const view of isOwn ? views : views.filter(({ key }) => hasOwnChanges(key, world))) {
      const { key, resource } = view;
      const name = resource?.nameAfter ?? resource?.nameBefore;
      const id = resource === undefined ? (isId(key) ? key : undefined) : resource.id;
      groups.set(`${cluster.name} ${role} ${key}`, {
        plan,
        role,
        cluster: cluster.label,
        key,
        name: name === undefined ? undefined : tellableName(name, all),
        address: resource?.address,
        id: id !== undefined && world.plan.sensitiveIds.has(id) ? SENSITIVE : id,
        placedBy: (view.cluster === undefined ? undefined : cluster[role]?.placedBy) ?? 'reference',
        openBefore: isOwn && isTouched(view, world) ? openBefore(view, { role, model }, world) : [],
        defaults: believedOnce(view.defaults),
      });
    }
  }
  return [...groups.values()];
}

/** Whether this plan, not another one of the run, changes rules of the group. */
function hasOwnChanges(key: GroupKey, world: World): boolean {
  return world.rulesOf(key).some((rule) => isChanging(rule) && !world.isElsewhere(rule.address));
}

function isTouched({ key, resource }: GroupView, world: World): boolean {
  const isChanged = resource !== undefined && !resource.isData && doesSomething(resource.actions);
  return isChanged || world.rulesOf(key).some(isChanging);
}

function isId(key: GroupKey): boolean {
  return /^[0-9a-f]{8}-/.test(key);
}

/** How people know the group; free of values that are sensitive. */
export function groupName(key: GroupKey, subjects: Subjects): GroupName;
export function groupName(key: GroupKey | undefined, subjects: Subjects): GroupName | undefined;
export function groupName(key: GroupKey | undefined, subjects: Subjects): GroupName | undefined {
  if (key === undefined) return undefined;
  const { viewOf, world } = subjects;
  const { resource } = viewOf(key);
  const name = resource?.nameAfter ?? resource?.nameBefore;
  const text = name === undefined ? SENSITIVE : tellableName(name, subjects);
  if (text !== SENSITIVE) return { key, shown: text, isNameless: false };
  if (resource !== undefined) return { key, shown: resource.address, isNameless: false };
  if (world.plan.sensitiveIds.has(key)) return { key, shown: SENSITIVE, isNameless: false };
  return { key, shown: key, isNameless: NAMELESS.test(key) };
}

/** An id, or the attribute of a cluster. */
const NAMELESS = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/;

function reportFinding(
  { found, plan, fingerprint, identity }: ToldFinding,
  subjects: Subjects,
): ReportFinding {
  const { check, severity, change, occasion, row, cluster, pool, role, packets } = found;
  const { causes, reason, remedy, waived } = found;
  const missing = packets === undefined ? [] : packetsOf(packets.region, packets.naming);
  return {
    fingerprint,
    identity,
    plan,
    check,
    severity,
    change,
    occasion,
    row,
    cluster: cluster?.label,
    group: groupName(found.group, subjects),
    pool,
    role,
    missing,
    witness: witnessOfFinding(found),
    causes: causes.map((cause) => ({ ...cause, place: undefined, unplaced: undefined, standIn: undefined })),
    reason,
    remedy,
    restsOn: believedOnce(found.restsOn),
    fixes: undefined,
    waived,
    ofRun: found.isOfRun ? configurationId(subjects.world.configuration) : undefined,
  };
}

function witnessOfFinding({ packets, role }: Finding): Witness | undefined {
  if (packets === undefined) return undefined;
  const { region, naming, fate, passedBefore } = packets;
  const member = must(role, 'packets are those of a subject');
  if (fate !== 'lost' || passedBefore === undefined) return witnessOf(region, naming, { member, fate });
  // What is told as lost was there for certain.
  const lost = intersect(region, passedBefore);
  return isEmpty(lost)
    ? witnessOf(region, naming, { member, fate: 'perhaps-lost' })
    : witnessOf(lost, naming, { member, fate });
}

/**
 * Rows that hold, of how many subjects, plan by plan. A subject that loses a group, or whose rules are not all known, is
 * left out.
 */
function holdsOf(judged: readonly JudgedPlan[]): readonly Holds[] {
  const worlds = linkedPlans(judged.map(({ subjects }) => subjects.world.surroundings));
  const worldOf = new Map(worlds.flatMap((plans, at) => plans.map((plan) => [plan, at] as const)));
  const broken = brokenKeys(judged, worldOf);
  return judged.map(({ subjects }, plan) => {
    const isShown = isShownIn(subjects);
    const counted = subjects.subjects.filter(
      ({ cluster, isLosingGroup, unknownGroups }) =>
        isOfThisPlan(cluster, subjects) && isShown(cluster) && !isLosingGroup && unknownGroups.length === 0,
    );
    const scopes = [{ plan }, { world: worldOf.get(plan) }];
    const rows = counted.flatMap((subject) => {
      const own = scopes.flatMap((scope) => broken.get(ownerKey(scope, subject)) ?? []);
      return distinct(allRows(subject).map(({ row }) => row)).map(
        (row) => !own.some(({ id }) => id === row.id),
      );
    });
    return { groups: counted.length, rows: rows.filter((holds) => holds).length, of: rows.length };
  });
}

/** What an audit looked at: what files about groups or clusters say of their age counts. */
function cloudOf(judged: readonly JudgedPlan[]): ReportCloud | undefined {
  const [audit] = judged.filter(({ subjects }) => subjects.world.occasion === 'audit');
  if (audit === undefined) return undefined;
  const { lookedAt } = audit.subjects.world.facts;
  const telling = lookedAt.filter(({ isAboutGroups }) => isAboutGroups);
  const dates = (telling.length > 0 ? telling : lookedAt).map(({ since }) => since);
  const known = dates.filter((since) => since !== undefined).sort();
  return {
    files: lookedAt.map(({ name }) => name),
    since: known.length < dates.length ? undefined : known[0],
  };
}

/** Pools that do not reach one another hold their own rows, and so does a group that only CCE's check before upgrades refuses. */
function holdsAllTheSame({ reason }: Finding): boolean {
  return reason.kind === 'not-crosswise' || reason.kind === 'upgrade-refused';
}

/** The rows that do not hold, by whose they are. Of a cluster that another plan shows no plan is said, only those that learn from one another. */
function brokenKeys(
  judged: readonly JudgedPlan[],
  worldOf: ReadonlyMap<number, number>,
): ReadonlyMap<string, readonly Requirement[]> {
  const found = judged.flatMap(({ subjects, verdict }, plan) =>
    verdict.findings.map((one) => {
      const isOwn = one.cluster === undefined || isOfThisPlan(one.cluster, subjects);
      return { one, owner: ownerKey(isOwn ? { plan } : { world: worldOf.get(plan) }, one) };
    }),
  );
  const byOwner = [...groupBy(found, ({ owner }) => owner)];
  // What is waived does not hold.
  const rows = ({ one }: { readonly one: Finding }) => (holdsAllTheSame(one) ? [] : rowsOf(one));
  return new Map(byOwner.map(([owner, all]) => [owner, distinct(all.flatMap(rows))]));
}

/** Whose rows they are. */
function ownerKey(
  scope: { readonly plan: number } | { readonly world: number | undefined },
  { cluster, pool }: Pick<Finding, 'cluster' | 'pool'>,
): string {
  return JSON.stringify([scope, cluster?.name, pool]);
}
