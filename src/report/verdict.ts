import { distinct } from '../collections.js';
import { type Block, causeCount } from './blocks.js';
import type { Report } from './report.js';
import { type Reason, rowsOf } from '../check/finding.js';
import { ifTheyStand } from './words/belief-words.js';
import { capped, count } from './words/phrases.js';
import { say, shownValue, type Text, toText } from './words/text.js';

/** Pass or fail at a glance. */
export interface VerdictMark {
  readonly mark: '✔' | '▲' | '✖';
  readonly word: string;
}

/**
 * What a plan comes to. A pass is a reason to look where something critical does not fail, where the apply stops half-way,
 * and where nothing is judged although something should be.
 */
export function verdictMark(report: Report): VerdictMark {
  if (report.conclusion === 'fail') return { mark: '✖', word: 'fail' };
  if (stopsApply(report)) return { mark: '▲', word: `pass, ${STOPS}` };
  const isUnjudged = isNothingJudged(report) && unplacedGroups(report) > 0;
  return { mark: report.summary.critical > 0 || isUnjudged ? '▲' : '✔', word: 'pass' };
}

/** What is said of a plan that passes and cannot be applied. */
export const STOPS = 'but the apply will stop';

/** Whether the API or the provider surely refuses something that the plan does, and nobody has accepted that. */
export function stopsApply({ findings }: Pick<Report, 'findings'>): boolean {
  return findings.some(({ reason, waived }) => waived === undefined && isRefused(reason));
}

function isRefused(reason: Reason): boolean {
  if (reason.kind === 'repeats') return !('isSure' in reason.twin) || reason.twin.isSure;
  if (reason.kind === 'rule-problem') return reason.problem.kind === 'refused';
  return reason.kind === 'group-goes' || reason.kind === 'key-renamed';
}

/**
 * The verdict in a few words, without its mark: counts, or why there is nothing to count. Holds no text of a plan, but
 * the names of plans of which there is no report.
 */
export function verdictOf(report: Report, blocks: readonly Block[]): Text {
  const { unreported } = report;
  const verdict = verdictWords(report, blocks);
  if (unreported.length === 0) return verdict;
  return say`no report of ${capped(unreported.map(shownValue), NAME_LIMIT)}, not judged · ${verdict}`;
}

const NAME_LIMIT = 5;

function verdictWords(report: Report, blocks: readonly Block[]): Text {
  const { critical, warning } = report.summary;
  const counts = countsText(report.summary);
  if (isNothingJudged(report)) {
    return toText([notJudged(report), counts].filter((part) => part !== undefined).join(' · '));
  }
  if (counts === undefined) return toText(nothingWrong(report));
  const isSame = blocks.some(movesPackets) ? undefined : identical(report);
  const causes = causeCount(blocks);
  // One cause of one finding is no news.
  const isTold = causes > 0 && causes < critical + warning;
  const scope = blocks.some(isFilterChange) ? 'security groups only' : undefined;
  const parts = [counts, ...(isTold ? [count(causes, 'cause')] : []), isSame, scope];
  return toText(parts.filter((part) => part !== undefined).join(' · '));
}

/** Why nothing is judged: something was not placed, something is not ours, or nothing is there. */
function notJudged({ findings }: Report): string {
  const unplaced = unplacedGroups({ findings });
  if (unplaced > 0) return `nothing judged: ${count(unplaced, 'security group')} cannot be placed`;
  const sisters = findings.filter(({ reason }) => reason.kind === 'sister-cluster').length;
  const others = sisters === 0 ? '' : `, but ${count(sisters, 'cluster')} of another provider`;
  return `nothing to judge: no CCE cluster or group of one in this run${others}`;
}

/** Whether no plan of the run shows a cluster, or a group of one. */
export function isNothingJudged({ plans }: Pick<Report, 'plans'>): boolean {
  return !plans.some(({ showsCluster }) => showsCluster);
}

/** How many groups change of which nothing tells whether they are a cluster's. */
export function unplacedGroups({ findings }: Pick<Report, 'findings'>): number {
  return findings.filter(({ reason }) => reason.kind === 'group-not-placed').length;
}

function isFilterChange({ findings }: Block): boolean {
  return findings.some(({ reason }) => reason.kind === 'packet-filters-change');
}

/** Findings about packets contradict "identical"; a warning about a twin does not. */
function movesPackets({ change, checks }: Block): boolean {
  return change === 'introduced' && checks.some(({ about }) => about === 'packets');
}

/** `3 critical, 1 warning`; undefined when there is nothing. */
export function countsText({ critical, warning, notice }: Report['summary']): string | undefined {
  const counts = [
    ...(critical > 0 ? [`${critical} critical`] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(notice > 0 ? [count(notice, 'notice')] : []),
  ];
  return counts.length === 0 ? undefined : counts.join(', ');
}

function nothingWrong(report: Report): string {
  const { plans, findings } = report;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const rules = plans.reduce((sum, plan) => sum + plan.ruleChanges, 0);
  const rest =
    findings.length > 0
      ? `${count(findings.length, 'finding is', 'findings are')} waived`
      : rowsThatHold(report);
  if (report.cloud !== undefined) return rest;
  if (changes === 0) return `nothing changes, ${rest}`;
  return identical(report) ?? `${rules === 0 ? 'no rule changes' : rulesChange(rules)}, ${rest}`;
}

function rowsThatHold({ holds: { rows }, untouched }: Report): string {
  const open = new Set(
    untouched.flatMap((finding) => {
      const { plan, cluster, pool, group } = finding;
      return rowsOf(finding).map(({ id }) => JSON.stringify([plan, cluster, pool, group?.key, id]));
    }),
  ).size;
  if (open > 0) return `${count(rows, 'row holds', 'rows hold')}, ${open} cannot be decided`;
  return rows === 0 ? 'no table applies' : `all ${count(rows, 'row holds', 'rows hold')}`;
}

function identical({ plans }: Report): string | undefined {
  const changing = plans.filter(({ ruleChanges }) => ruleChanges > 0);
  if (changing.length === 0 || !changing.every(({ isUnchanged }) => isUnchanged)) return undefined;
  const rules = changing.reduce((sum, { ruleChanges }) => sum + ruleChanges, 0);
  const names = distinct(changing.flatMap(({ unchangedIf }) => unchangedIf));
  return names.length === 0
    ? `${rulesChange(rules)}, the effective rule sets are identical`
    : `${rulesChange(rules)}; nothing that is let through changes ${ifTheyStand(names)}`;
}

function rulesChange(n: number): string {
  return count(n, 'rule changes', 'rules change');
}
