import { distinct, firstOfEach } from '../collections.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import type { Configuration } from '../config/configuration.js';
import { withGone } from '../config/default-rules.js';
import type { DefaultRuleRecord } from '../config/default-rules-schema.js';
import type { EffectiveRule } from '../effective/effective.js';
import { allowsEverybody } from '../effective/rule-identity.js';
import type { Requirement } from '../model/requirement.js';
import { planWith } from '../plan/edit.js';
import type { Plan } from '../plan/plan.js';
import type { GroupKey, Rule } from '../plan/rule.js';
import type { FixRule } from '../report/fix.js';
import type { ReportFinding } from '../report/report.js';
import type { JudgedPlan } from '../report/report-of.js';
import { err, must, ok, type Result } from '../result.js';
import { type Run, run, type RunInput } from '../run.js';
import { appliedPlan } from './applied.js';
import { isDone, minimumDuties, type NeededRange, unnamedRanges } from './duties.js';
import { additions, type LabelledRule, labelledRules } from './labelled-rules.js';
import { leastRules } from './least-rules.js';
import { labelsBeside } from './naming.js';
import type { NewRule } from './new-rule.js';
import { clusterNamed, keysAfter, type NoRules, type OwnGroupWish, UNCONFIGURED } from './own-group.js';
import { differenceOf } from './wire.js';

/** What lets everything out of a group of worker nodes, and what may take its place. */
export interface HardenedGroup {
  readonly key: GroupKey;
  /** What the group lacks of Table 8 once nothing lets everything out. */
  readonly rules: readonly LabelledRule[];
  /** Managed rules that let everything out. */
  readonly open: readonly string[];
  /** Default rules that do, which no plan shows; undefined: those of a group that nobody made for CCE. */
  readonly openDefaults: readonly (Requirement | undefined)[];
}

/** The steps by which the egress of a cluster's worker nodes becomes as narrow as the page allows, each judged. */
export interface Hardening {
  readonly cluster: BoundCluster;
  readonly groups: readonly HardenedGroup[];
  readonly api: 'v2' | 'v3';
  readonly prefix: string;
  readonly subjects: Subjects;
  /** The rules as the API knows them. */
  readonly adds: readonly FixRule[];
  readonly removes: readonly { readonly address: string; readonly id: string | null }[];
  /** What the configuration is to say once default rules are gone; undefined when none goes. */
  readonly record: DefaultRuleRecord | undefined;
}

/**
 * What takes the place of "everything out" in the groups of a cluster's worker nodes: first the rules of Table 8 that they
 * lack, then, in an apply of its own, what lets everything out goes. Both plans are judged, and nothing is given that would
 * bring a finding above notice.
 */
export function hardened(
  input: RunInput,
  { cluster: name, api, prefix }: Pick<OwnGroupWish, 'cluster' | 'api' | 'prefix'>,
): Result<Hardening, NoRules> {
  const first = run(input);
  const { subjects } = onlyJudged(first);
  const cluster = clusterNamed(subjects, name);
  if (!cluster.ok) return cluster;
  const nodes = firstOfEach(
    subjects.subjects.filter(
      (one) => one.cluster === cluster.value && one.role === 'node' && one.unknownGroups.length === 0,
    ),
    ({ groups: [group] }) => group?.key,
  );
  if (nodes.length === 0) return err({ kind: 'no-group', cluster: cluster.value.label });
  const plans = nodes.map((subject) => lacking(subject, subjects));
  const ranges = distinct(plans.flatMap((one) => one.unnamed));
  if (ranges.length > 0) return err({ kind: 'unknown-ranges', ranges });
  const denied = distinct(plans.flatMap((one) => one.denied));
  if (denied.length > 0) return err({ kind: 'denied', rows: denied });
  const labels = labelsBeside(subjects);
  const labelled = labelledRules(
    plans.flatMap(({ rules }) => rules),
    { labels, prefix, api },
  );
  const groups = plans.map(({ key, rules, open, openDefaults }): HardenedGroup => ({
    ...{ key, open, openDefaults },
    rules: rules.map((rule) => must(labelled.get(rule), 'each rule has its label')),
  }));
  return stepsOf({ input, first, cluster: cluster.value, groups, api, prefix });
}

interface Lacking extends Pick<HardenedGroup, 'key' | 'open' | 'openDefaults'> {
  readonly rules: readonly NewRule[];
  readonly unnamed: readonly NeededRange[];
  /** Rows that no rule can let through, for a deny takes them. */
  readonly denied: readonly Requirement[];
}

function lacking(subject: Subject, { world, viewOf }: Subjects): Lacking {
  const { cluster, after, groups } = subject;
  const { key } = must(groups[0], 'a subject has groups');
  const open = after.rules.filter(letsAllOut);
  const holder = { subject, world, standing: after.rules.filter((rule) => !letsAllOut(rule)) };
  const duties = minimumDuties(subject, {
    group: key,
    keys: keysAfter(cluster),
    addresses: after.addresses,
  }).filter((duty) => !isDone(duty, [], holder));
  const { rules } = leastRules(duties, holder);
  const unnamed = unnamedRanges(duties, after.addresses);
  const defaults = groups.flatMap((group) => viewOf(group.key).defaults);
  const isOf = (rule: EffectiveRule): readonly (Requirement | undefined)[] =>
    rule.address === undefined
      ? defaults.filter((one) => one.after === rule.sides[0]).map(({ requirement }) => requirement)
      : [];
  return {
    ...{ key, rules, unnamed },
    denied:
      unnamed.length > 0 ? [] : duties.filter((duty) => !isDone(duty, rules, holder)).map(({ row }) => row),
    open: distinct(open.flatMap(({ address }) => address ?? [])),
    openDefaults: distinct(open.flatMap(isOf)),
  };
}

function letsAllOut({ sides }: EffectiveRule): boolean {
  return sides.every(
    (side) => side.direction === 'egress' && side.action === 'allow' && allowsEverybody(side),
  );
}

interface Steps extends Pick<Hardening, 'cluster' | 'groups' | 'api' | 'prefix'> {
  readonly input: RunInput;
  readonly first: Run;
}

/** The two applies, judged one after the other. */
function stepsOf({ input, first, ...steps }: Steps): Result<Hardening, NoRules> {
  const { cluster, groups, api } = steps;
  const plan = onlyPlan(input);
  const edits = groups.flatMap(({ rules }) => additions(rules, api));
  const filled = planWith(plan, edits);
  const withRules = run(withPlan(input, filled));
  const broken = newFindings(first, withRules);
  if (broken.length > 0) return err({ kind: 'not-clean', findings: broken });
  const applied = appliedPlan(filled);
  const narrowed = withoutRules(applied, new Set(groups.flatMap(({ open }) => open)));
  const record = recordFor(cluster, groups);
  const configuration =
    record === undefined ? input.configuration : recorded(input.configuration, cluster.name, record);
  const before = run(withPlan(input, applied));
  const last = run({ ...withPlan(input, narrowed), configuration });
  const lost = newFindings(before, last);
  if (lost.length > 0) return err({ kind: 'not-clean', findings: lost });
  const { subjects } = onlyJudged(withRules);
  return ok({
    ...{ ...steps, subjects, record },
    adds: differenceOf(subjects, filled, plan).adds,
    removes: differenceOf(subjects, narrowed, applied).removes,
  });
}

function onlyPlan({ plans }: RunInput): Plan {
  return must(plans[0], 'there is one plan').plan;
}

function onlyJudged({ judged }: Run): JudgedPlan {
  return must(judged[0], 'a run of one plan has one verdict');
}

function withPlan(input: RunInput, plan: Plan): RunInput {
  return { ...input, plans: input.plans.map((one) => ({ ...one, plan })) };
}

/** Findings above notice that were not there. */
export function newFindings({ report: was }: Run, { report: is }: Run): readonly ReportFinding[] {
  const known = new Set(was.findings.map(({ fingerprint }) => fingerprint));
  return is.findings.filter(
    ({ fingerprint, severity, waived }) =>
      severity !== 'notice' && waived === undefined && !known.has(fingerprint),
  );
}

function withoutRules(plan: Plan, addresses: ReadonlySet<string>): Plan {
  const destroyed = (rule: Rule): Rule => ({
    ...rule,
    actions: ['delete'],
    change: 'destroyed',
    after: undefined,
  });
  return {
    ...plan,
    rules: plan.rules.map((rule) => (addresses.has(rule.address) ? destroyed(rule) : rule)),
  };
}

/** What the configuration says once the default rules that let everything out are gone. */
function recordFor(
  { configuration }: BoundCluster,
  groups: readonly HardenedGroup[],
): DefaultRuleRecord | undefined {
  const rows = groups.flatMap(({ openDefaults }) => openDefaults.flatMap((row) => row?.id ?? []));
  return rows.length === 0 ? undefined : withGone(configuration?.defaultRules, rows);
}

function recorded(
  configuration: Configuration,
  name: string,
  defaultRules: DefaultRuleRecord,
): Configuration {
  const known = configuration.clusters.find((one) => one.name === name) ?? { ...UNCONFIGURED, name };
  const others = configuration.clusters.filter((one) => one !== known);
  return { ...configuration, clusters: [...others, { ...known, defaultRules }] };
}
