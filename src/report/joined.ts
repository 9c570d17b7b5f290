import { compare, distinct, firstOfEach, groupBy, lazily, type NonEmpty } from '../collections.js';
import { byGravity, type Severity } from '../config/severity.js';
import { err, must, ok, type Result } from '../result.js';
import { joinedRecords } from './defaults.js';
import { joinedFingerprint } from './effective-fingerprint.js';
import { uniqueFingerprints } from './identity.js';
import type {
  Holds,
  Report,
  ReportCluster,
  ReportFinding,
  ReportGroup,
  ReportPlan,
  ReportResolved,
} from './report.js';

/*
 * What a run comes to is put together from what each of its plans comes to, here and nowhere else: so reports of several
 * runs, put together again, say what one run over all of their plans says.
 */

const CHANGES = ['introduced', 'transient', 'undecided', 'pre-existing'];

/** Whether one of the findings fails what they are about. */
export function conclusionOf(
  findings: readonly Pick<ReportFinding, 'waived' | 'severity'>[],
  failOn: Severity | 'never',
): Report['conclusion'] {
  const fails = findings.some(
    ({ waived, severity }) => waived === undefined && failOn !== 'never' && byGravity(severity, failOn) <= 0,
  );
  return fails ? 'fail' : 'pass';
}

/** Findings in the order in which they are told, and what they come to. */
export function tallied(
  findings: readonly ReportFinding[],
  failOn: Severity | 'never',
): Pick<Report, 'conclusion' | 'summary' | 'findings'> {
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity, waived } of findings) if (waived === undefined) summary[severity]++;
  return {
    conclusion: conclusionOf(findings, failOn),
    summary,
    findings: findings.toSorted(asTold),
  };
}

function asTold(a: ReportFinding, b: ReportFinding): number {
  return (
    byGravity(a.severity, b.severity) ||
    CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
    a.plan - b.plan ||
    compare(a.cluster ?? '', b.cluster ?? '')
  );
}

/** What plans come to together, beside their findings. */
export function totalsOf(
  plans: readonly ReportPlan[],
): Pick<Report, 'plans' | 'holds' | 'records' | 'effectiveFingerprint'> {
  const fingerprint = lazily(() =>
    joinedFingerprint(plans.map(({ effectiveFingerprint }) => effectiveFingerprint())),
  );
  const sumOf = (what: keyof Holds): number => plans.reduce((sum, { holds }) => sum + holds[what], 0);
  return {
    plans,
    holds: { groups: sumOf('groups'), rows: sumOf('rows'), of: sumOf('of') },
    records: joinedRecords(plans.map(({ records }) => records)),
    effectiveFingerprint: fingerprint,
  };
}

/** In the order of label, then path: that of every run. */
export function byName(a: Pick<ReportPlan, 'label' | 'path'>, b: Pick<ReportPlan, 'label' | 'path'>): number {
  return compare(a.label ?? '', b.label ?? '') || compare(a.path, b.path);
}

/** All that a report says of one of its plans. */
export interface PlanPart {
  readonly plan: ReportPlan;
  readonly clusters: readonly Omit<ReportCluster, 'plan'>[];
  readonly groups: readonly Omit<ReportGroup, 'plan'>[];
  readonly findings: readonly Omit<ReportFinding, 'plan'>[];
  readonly untouched: readonly Omit<ReportFinding, 'plan'>[];
  readonly resolved: readonly Omit<ReportResolved, 'plan'>[];
}

/** What a report says of the configuration and facts of a run. */
export interface RunPart {
  /** Which configuration it was. */
  readonly configuration: string;
  readonly findings: readonly Omit<ReportFinding, 'plan'>[];
}

/** A report as it is put together with others. */
export interface Shard {
  /** Where it comes from, for people. */
  readonly name: string;
  /** In their order. */
  readonly plans: NonEmpty<PlanPart>;
  readonly runs: readonly RunPart[];
  readonly failOn: Severity | 'never';
  /** Where findings without a place are shown. */
  readonly fallbackFile: string;
  readonly unreported: readonly string[];
}

/** The report in the parts that it was put together from. */
export function shardParts(report: Report): Pick<Shard, 'runs'> & { readonly plans: readonly PlanPart[] } {
  const clusters = byPlan(report.clusters);
  const groups = byPlan(report.groups);
  const findings = byPlan(report.findings.filter(({ ofRun }) => ofRun === undefined));
  const untouched = byPlan(report.untouched);
  const resolved = byPlan(report.resolved);
  return {
    plans: report.plans.map((plan, at) => ({
      plan,
      clusters: clusters(at),
      groups: groups(at),
      findings: findings(at),
      untouched: untouched(at),
      resolved: resolved(at),
    })),
    runs: report.configurations.map((configuration) => ({
      configuration,
      findings: report.findings.filter(({ ofRun }) => ofRun === configuration),
    })),
  };
}

function byPlan<T extends { readonly plan: number }>(all: readonly T[]): (plan: number) => readonly T[] {
  const known = groupBy(all, ({ plan }) => plan);
  return (plan) => known.get(plan) ?? [];
}

/** What is to be said of reports that are put together. */
export interface JoinOptions {
  /** Left out: as all of them were judged. */
  readonly failOn: Severity | 'never' | undefined;
  /** Labels or paths of plans that are to be there. */
  readonly expected: readonly string[];
  /** One that is not there is told, and does not fail. */
  readonly mayLack: boolean;
}

/** Reports put together, and what formats ask for beside them. */
export interface JoinedReport extends Pick<Shard, 'failOn' | 'fallbackFile'> {
  readonly report: Report;
}

/** A plan of a report, and a form of all that is said of it that is the same for equal ones. */
interface NamedPart {
  readonly part: PlanPart;
  readonly shard: Shard;
}

/**
 * One report of many. Their order does not matter, and a plan that several of them have counts once. The error says in a
 * line which of them do not go together.
 *
 * @param textOf all that is said of a plan, to compare two of one name
 */
export function joinedReports(
  shards: NonEmpty<Shard>,
  { failOn: asked, expected, mayLack }: JoinOptions,
  textOf: (part: PlanPart) => string,
): Result<JoinedReport, string> {
  const levels = distinct(shards.map((one) => one.failOn));
  const [level, ...otherLevels] = levels;
  const failOn = asked ?? level;
  if (failOn === undefined || (asked === undefined && otherLevels.length > 0)) {
    return err(`the reports were judged with different --fail-on (${levels.join(', ')}): say which counts`);
  }
  const all = shards.flatMap((shard) => shard.plans.map((part): NamedPart => ({ part, shard })));
  const named = [...groupBy(all, ({ part: { plan } }) => JSON.stringify([plan.label, plan.path])).values()];
  const clash = named.find(
    (same) => same.length > 1 && distinct(same.map(({ part }) => textOf(part))).length > 1,
  );
  if (clash !== undefined) return err(clashLine(clash));
  const sorted = named.map(([first]) => first).sort((a, b) => byName(a.part.plan, b.part.plan));
  const [{ shard: first }] = mustHaveOne(sorted);
  const known = new Set(sorted.flatMap(({ part: { plan } }) => [plan.label, plan.path]));
  const wanted = distinct([...expected, ...shards.flatMap(({ unreported }) => unreported)]);
  const unreported = wanted.filter((name) => !known.has(name)).toSorted(compare);
  const report = reportOfParts(
    sorted.map(({ part }) => part),
    runFindings(shards, sorted),
    failOn,
  );
  const fails = unreported.length > 0 && !mayLack;
  return ok({
    report: {
      ...report,
      unreported,
      conclusion: fails ? 'fail' : report.conclusion,
      configurations: configurationsOf(shards),
    },
    ...{ failOn, fallbackFile: first.fallbackFile },
  });
}

function configurationsOf(shards: readonly Shard[]): readonly string[] {
  return distinct(shards.flatMap(({ runs }) => runs.map(({ configuration }) => configuration))).toSorted(
    compare,
  );
}

function mustHaveOne<T>(list: readonly T[]): NonEmpty<T> {
  const [first, ...others] = list;
  return [must(first, 'a report has a plan'), ...others];
}

function clashLine([{ part, shard }, ...others]: NonEmpty<NamedPart>): string {
  const other = must(others.at(-1), 'two differ').shard.name;
  const { label, path } = part.plan;
  return `${shard.name} and ${other} say different things of ${label ?? path}: give each plan a --label of its own, or leave out the older report`;
}

function reportOfParts(
  parts: readonly PlanPart[],
  ofRun: readonly ReportFinding[],
  failOn: Severity | 'never',
): Omit<Report, 'unreported' | 'configurations'> {
  const plans = parts.map(({ plan }) => plan);
  const of = <T>(get: (part: PlanPart) => readonly T[]): readonly (T & { readonly plan: number })[] =>
    parts.flatMap((part, plan) => get(part).map((one) => ({ ...one, plan })));
  const findings = [...of((part) => part.findings), ...ofRun];
  const known = findings.map((one) => ({ ...one, fingerprint: one.identity }));
  return {
    ...totalsOf(plans),
    ...tallied(uniqueFingerprints(known, plans), failOn),
    cloud: undefined,
    clusters: of((part) => part.clusters),
    groups: of((part) => part.groups),
    untouched: of((part) => part.untouched),
    resolved: of((part) => part.resolved),
    seen: [],
  };
}

/** What is said of one configuration, and the first plan that was judged by it. */
interface PlacedRun extends RunPart {
  readonly plan: number;
}

/** An entry of a configuration that serves a plan of one report is not idle because no plan of another one needs it. */
function runFindings(shards: readonly Shard[], sorted: readonly NamedPart[]): readonly ReportFinding[] {
  const places = new Map(sorted.map(({ part }, at) => [nameKey(part.plan), at]));
  const runs = shards.flatMap(({ runs: own, plans: [first] }) =>
    own.map((one): PlacedRun => ({
      ...one,
      plan: must(places.get(nameKey(first.plan)), 'each plan has its place'),
    })),
  );
  const same = groupBy(
    runs.sort((a, b) => a.plan - b.plan),
    ({ configuration }) => configuration,
  );
  return [...same.values()].flatMap((some) => {
    const [{ plan }] = some;
    const told = firstOfEach(gravestFirst(some.flatMap(({ findings }) => findings)), (one) => one.identity);
    const left = told.filter((one) => some.every((run) => tells(run, one)));
    const isWhole = some[0].findings.length === left.length;
    return left.map((one) => ({ ...one, plan, fixes: isWhole ? one.fixes : undefined }));
  });
}

function nameKey({ label, path }: ReportPlan): string {
  return JSON.stringify([label, path]);
}

type RunFinding = RunPart['findings'][number];

/** Of facts that are old by several plans, the oldest counts. */
function gravestFirst(findings: readonly RunFinding[]): readonly RunFinding[] {
  const hours = ({ reason }: RunFinding): number =>
    reason.kind === 'facts-flawed' && reason.flaw.kind === 'old' ? reason.flaw.hours : 0;
  return findings.toSorted((a, b) => hours(b) - hours(a));
}

/** Whether a run found the same to be idle, or more than that. */
function tells({ findings }: RunPart, { identity, reason, cluster }: RunFinding): boolean {
  if (reason.kind === 'facts-flawed' && reason.flaw.kind === 'old') return true;
  return findings.some(
    (one) =>
      one.identity === identity ||
      (reason.kind === 'group-not-found' &&
        one.reason.kind === 'entry-unused' &&
        one.cluster === cluster &&
        one.reason.groups.includes(reason.text)),
  );
}
