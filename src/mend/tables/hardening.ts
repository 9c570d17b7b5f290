import { distinct, firstOfEach } from '../../collections.js';
import type { BoundCluster } from '../../cluster/bound-cluster.js';
import type { Subject, Subjects } from '../../cluster/subject.js';
import { withGone } from '../../config/default-rules.js';
import type { DefaultRuleRecord } from '../../config/default-rules-schema.js';
import type { EffectiveRule } from '../../effective/group-rules.js';
import { allowsEverybody } from '../../effective/rule-identity.js';
import type { Requirement } from '../../model/requirement.js';
import { planWith } from '../../plan/edit.js';
import type { Plan } from '../../plan/plan.js';
import type { GroupKey, Rule } from '../../plan/rule.js';
import type { FixRule } from '../../report/fix.js';
import type { ReportFinding } from '../../report/report.js';
import type { JudgedPlan } from '../../report/told-findings.js';
import { err, must, ok, type Result } from '../../result.js';
import { type Run, run, type RunInput } from '../../run.js';
import { usualApi } from '../writing/naming.js';
import { appliedPlan } from '../applied.js';
import { isDone, minimumDuties, type NeededRange, unnamedRanges } from './duties.js';
import { additions, type LabelledRule, labelledRules } from './labelled-rules.js';
import { leastRules } from './least-rules.js';
import { labelsBeside } from '../writing/naming.js';
import type { NewRule } from '../writing/new-rule.js';
import {
  changedCluster,
  clusterNamed,
  keysAfter,
  type NoRules,
  onlySubjects,
  type OwnGroupWish,
  withGiven,
} from './own-group.js';
import { differenceOf } from '../wire.js';

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
  readonly prefix: string;
  /** The new rules have to be there before the plan is applied. */
  readonly isFirst: boolean;
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
export function hardened(asked: RunInput, wish: OwnGroupWish): Result<Hardening, NoRules> {
  const named = clusterNamed(onlySubjects(asked), wish.cluster);
  if (!named.ok) return named;
  const { name, label } = named.value;
  const configuration = changedCluster(asked.configuration, name, (known) => withGiven(known, wish.given));
  const input = { ...asked, configuration };
  const first = run(input);
  const { subjects } = onlyJudged(first);
  const nodes = firstOfEach(
    subjects.subjects.filter(
      ({ cluster, role, unknownGroups }) =>
        cluster.name === name && role === 'node' && unknownGroups.length === 0,
    ),
    ({ groups: [group] }) => group?.key,
  );
  const [node] = nodes;
  if (node === undefined) return err({ kind: 'no-group', cluster: label });
  const plans = nodes.map((subject) => lacking(subject, subjects));
  const ranges = distinct(plans.flatMap((one) => one.unnamed));
  if (ranges.length > 0) return err({ kind: 'unknown-ranges', ranges });
  const denied = distinct(plans.flatMap((one) => one.denied));
  if (denied.length > 0) return err({ kind: 'denied', rows: denied });
  const groups = labelledIn(plans, subjects, wish);
  return stepsOf({ input, first, cluster: node.cluster, groups, prefix: wish.prefix });
}

/** The rules with labels, in the style of their groups. */
function labelledIn(
  plans: readonly Lacking[],
  subjects: Subjects,
  { api, prefix }: Pick<OwnGroupWish, 'api' | 'prefix'>,
): readonly HardenedGroup[] {
  const labels = labelsBeside(subjects);
  return plans.map(({ key, rules, open, openDefaults }) => {
    const usual = usualApi(key, subjects.world) === 'v3' ? 'v3' : 'v2';
    const labelled = labelledRules(rules, { labels, prefix, api: api ?? usual });
    return { key, open, openDefaults, rules: [...labelled.values()] };
  });
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

interface Steps extends Pick<Hardening, 'cluster' | 'groups' | 'prefix'> {
  readonly input: RunInput;
  readonly first: Run;
}

/** The applies, judged one after the other. */
function stepsOf({ input, first, ...steps }: Steps): Result<Hardening, NoRules> {
  const { cluster, groups } = steps;
  const plan = onlyPlan(input);
  const edits = groups.flatMap(({ rules }) => additions(rules));
  // Where this plan takes away what let everything out, its successors have to be there before.
  const tried = [false, true].map((isFirst) => {
    const filled = planWith(
      plan,
      edits.map((edit) => ({ ...edit, isFirst })),
    );
    const withRules = run(withPlan(input, filled));
    return { isFirst, filled, withRules, broken: newFindings(first, withRules) };
  });
  const [best = must(tried[0], 'there are two')] = tried.filter(({ broken }) => broken.length === 0);
  const { isFirst, filled, withRules, broken } = best;
  if (broken.length > 0) return err({ kind: 'not-clean', findings: broken });
  const applied = appliedPlan(filled);
  const narrowed = withoutRules(applied, new Set(groups.flatMap(({ open }) => open)));
  const record = recordFor(cluster, groups);
  const configuration = changedCluster(input.configuration, cluster.name, (known) => ({
    ...known,
    defaultRules: record ?? known.defaultRules,
  }));
  const lost = newFindings(
    run(withPlan(input, applied)),
    run({ ...withPlan(input, narrowed), configuration }),
  );
  if (lost.length > 0) return err({ kind: 'not-clean', findings: lost });
  const { subjects } = onlyJudged(withRules);
  return ok({
    ...{ ...steps, subjects, record, isFirst },
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
