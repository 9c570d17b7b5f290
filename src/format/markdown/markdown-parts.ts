import type { Severity } from '../../config/configuration.js';
import type { Block } from '../../report/blocks.js';
import { code, codeInCell, escapeHtml, prose } from './escape-markdown.js';
import { capped, count } from '../../report/phrases.js';
import type { Report, ReportCause, ReportPlan } from '../../report/report.js';
import { verdictOf } from '../../report/verdict.js';

/** What the edge knows of the run; nothing of it has to be there. */
export interface MarkdownContext {
  /** Tells several plans of one repository apart. */
  readonly label?: string | undefined;
  /** The whole hash of the commit that is judged; with it, places become links. */
  readonly commit?: string | undefined;
  /** `https://github.com`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  /** Of this run: its job summary shows everything. */
  readonly runUrl?: string | undefined;
}

/** One sign for each severity, the same in every format. */
export const MARKS: Readonly<Record<Severity, string>> = { critical: '✖', warning: '▲', notice: '●' };

const BREAKING: ReadonlySet<string> = new Set([
  'essential-rule',
  'required-access',
  'egress-minimum',
  'group-lifecycle',
]);
const CLUSTER_LIMIT = 3;

/** The verdict as a heading: pass or fail, and what breaks. */
export function heading(report: Report, blocks: readonly Block[]): string {
  const isFail = report.conclusion === 'fail';
  const isClean = blocks.every(({ severity }) => severity === 'notice');
  return `### ${isFail ? '✖' : isClean ? '✔' : '▲'} ${headline(report, blocks)}`;
}

function headline({ conclusion, summary, clusters, findings }: Report, blocks: readonly Block[]): string {
  const critical = blocks.filter(({ severity }) => severity === 'critical');
  const breaking = critical.filter(({ checks }) => checks.some((check) => BREAKING.has(check)));
  if (breaking.length > 0) return `This plan breaks ${clustersOf(breaking)}`;
  if (critical.length > 0) return `This plan is dangerous for ${clustersOf(critical)}`;
  if (conclusion === 'fail') return 'This plan does not pass';
  if (blocks.length === 0) {
    if (clusters.length === 0) return 'No CCE cluster in this plan';
    return findings.length > 0 ? 'This plan breaks nothing that is not waived' : 'This plan breaks nothing';
  }
  const counts = [
    ...(summary.warning > 0 ? [count(summary.warning, 'warning')] : []),
    ...(summary.notice > 0 ? [count(summary.notice, 'notice')] : []),
  ];
  return `This plan passes, with ${counts.join(' and ')}`;
}

function clustersOf(blocks: readonly Block[]): string {
  const names = [...new Set(blocks.map(({ cluster }) => cluster).filter((name) => name !== null))];
  if (names.length === 0) return 'a cluster';
  const shown = capped(
    names.map((name) => `**${code(name)}**`),
    CLUSTER_LIMIT,
  );
  return `the ${names.length === 1 ? 'cluster' : 'clusters'} ${shown}`;
}

/** Counts, and what was judged. */
export function countsLine(report: Report, blocks: readonly Block[], context: MarkdownContext): string {
  const { label, commit } = context;
  return [
    verdictOf(report, blocks),
    ...(label === undefined || label === '' ? [] : [code(label)]),
    ...(commit === undefined || commit === '' ? [] : [`commit ${code(commit.slice(0, 7))}`]),
  ].join(' · ');
}

const PLAN_LIMIT = 10;

/** A line for each plan that covers only part of the configuration. */
export function partLines({ plans }: Report): readonly string[] {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return [];
  const names = parts.slice(0, PLAN_LIMIT).map(({ path, label }) => code(label ?? path));
  const more = parts.length > PLAN_LIMIT ? ` and ${parts.length - PLAN_LIMIT} more` : '';
  const covers = parts.length === 1 ? 'covers' : 'cover';
  return [
    '',
    `▲ ${names.join(', ')}${more} ${covers} only part of the configuration (\`-target\`, or changes put off to a later plan): the rest is not judged.`,
  ];
}

/** Which plans were read, and what was taken for granted: the small print. */
export function smallPrint({ plans, holds }: Report): string {
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const [plan] = plans;
  const input =
    plan !== undefined && plans.length === 1
      ? `${code(plan.path)} · Terraform ${code(plan.terraformVersion)}`
      : count(plans.length, 'plan');
  const held =
    holds.rows === 0 ? '' : ` ${count(holds.rows, 'row')} of ${count(holds.groups, 'group')} hold.`;
  return [
    `<sub>${input} · ${count(changes, 'change')}.${held}`,
    'What was assumed: the rules that CCE made are as its tables say. Waive or correct in `cce-plan-guard.yml`.</sub>',
  ].join(' ');
}

/** The plan's name for people, as markdown. */
export function planName({ path, label }: ReportPlan): string {
  return label === null ? code(path) : `${code(label)} (${code(path)})`;
}

/** Where a cause stands, as a link when it is known in which commit; its address when it stands nowhere. */
export function placeInCell(cause: ReportCause, context: MarkdownContext): string {
  const { file, line, address } = cause;
  if (file === null) return codeInCell(address);
  const place = codeInCell(line === null ? file : `${file}:${line}`);
  const url = linkTo(cause, context);
  return url === undefined ? place : `[${place}](${url})`;
}

/**
 * What stands at the base revision has no link. Nor has a name with brackets: at the start of a line it could be read
 * as the definition of a link.
 */
function linkTo({ file, line, isBase }: ReportCause, context: MarkdownContext): string | undefined {
  const { serverUrl = '', repository = '', commit = '' } = context;
  const isKnown =
    /^https?:\/\/[\w.-]+(:\d+)?$/.test(serverUrl) &&
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    /^[0-9a-f]{40,64}$/.test(commit);
  if (!isKnown || isBase || file === null || /[[\]]/.test(file)) return undefined;
  const path = file
    .replaceAll(/\p{Cs}/gu, '\u{fffd}')
    .split('/')
    .map(urlPart)
    .join('/');
  return `${serverUrl}/${repository}/blob/${commit}/${path}${line === null ? '' : `#L${line}`}`;
}

function urlPart(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}

/** `N more, see the job summary`. */
export function moreLine(left: number, { runUrl = '' }: MarkdownContext): string {
  const isUrl = /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.~-]+)*$/.test(runUrl);
  return `${left} more, see ${isUrl ? `[the job summary](${runUrl})` : 'the job summary'}`;
}

/** A part that opens with a click. */
export function details(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** Rows that the plan mends, each cluster with its own. */
export function resolvedLines({ resolved }: Report): readonly string[] {
  const byCluster = new Map<string, Set<string>>();
  for (const { cluster, requirement } of resolved) {
    byCluster.set(cluster, (byCluster.get(cluster) ?? new Set()).add(requirement));
  }
  return [...byCluster].map(([cluster, rows]) => {
    const verb = rows.size === 1 ? 'was missing before, and holds' : 'were missing before, and hold';
    return `✔ Mended in ${code(cluster)}: ${prose(capped([...rows], RESOLVED_LIMIT))} ${verb} after the plan.`;
  });
}

const RESOLVED_LIMIT = 12;
