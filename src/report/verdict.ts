import { type Block, causeCount } from './blocks.js';
import { count } from './phrases.js';
import type { Report } from './report.js';

/** The verdict in a few words, without its mark: counts, or why there is nothing to count. Holds no text of a plan. */
export function verdictOf(report: Report, blocks: readonly Block[]): string {
  const { critical, warning } = report.summary;
  const counts = countsText(report.summary);
  if (counts === '') return nothingWrong(report);
  const isSame = blocks.some(breaks) ? undefined : identical(report);
  const causes = causeCount(blocks);
  // One cause of one finding is no news.
  const isTold = causes > 0 && causes < critical + warning;
  return [
    counts,
    ...(isTold ? [count(causes, 'cause')] : []),
    ...(isSame === undefined ? [] : [isSame]),
  ].join(' · ');
}

/** Findings about packets contradict "identical"; a warning about a twin does not. */
function breaks({ change, checks }: Block): boolean {
  return change === 'introduced' && checks.some((check) => ABOUT_PACKETS.has(check));
}

const ABOUT_PACKETS: ReadonlySet<string> = new Set([
  'essential-rule',
  'required-access',
  'egress-minimum',
  'exposed-port',
]);

/** `3 critical, 1 warning`; empty when there is nothing. */
export function countsText({ critical, warning, notice }: Report['summary']): string {
  return [
    ...(critical > 0 ? [`${critical} critical`] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(notice > 0 ? [count(notice, 'notice')] : []),
  ].join(', ');
}

function nothingWrong(report: Report): string {
  const { plans, clusters, holds, findings } = report;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const rules = plans.reduce((sum, plan) => sum + plan.ruleChanges, 0);
  if (clusters.length === 0) return 'no CCE cluster found, so there was nothing to check';
  const rest =
    findings.length > 0
      ? `${count(findings.length, 'finding is', 'findings are')} waived`
      : `all ${count(holds.rows, 'row holds', 'rows hold')}`;
  if (changes === 0) return `nothing changes, ${rest}`;
  return identical(report) ?? `${rules === 0 ? 'no rule changes' : rulesChange(rules)}, ${rest}`;
}

function identical({ plans }: Report): string | undefined {
  const changing = plans.filter(({ ruleChanges }) => ruleChanges > 0);
  if (changing.length === 0 || !changing.every(({ isUnchanged }) => isUnchanged)) return undefined;
  const rules = changing.reduce((sum, { ruleChanges }) => sum + ruleChanges, 0);
  return `${rulesChange(rules)}, the effective rule sets are identical`;
}

function rulesChange(n: number): string {
  return count(n, 'rule changes', 'rules change');
}
