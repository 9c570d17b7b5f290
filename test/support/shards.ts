/** Reports as shards of a run, put together again. */
import { joinedReports, type JoinedReport, type JoinOptions } from '../../src/report/joined.js';
import { renderJson } from '../../src/format/json/json.js';
import { readShard } from '../../src/format/json/values/read.js';
import { planText } from '../../src/format/json/values/values.js';
import type { Report } from '../../src/report/report.js';
import type { Result } from '../../src/result.js';
import { renderGitlab } from '../../src/format/gitlab/gitlab.js';
import { renderHtml } from '../../src/format/html/html.js';
import { renderJunit } from '../../src/format/junit/junit.js';
import { renderJobSummary } from '../../src/format/markdown/job-summary.js';
import { renderMarkdown, renderSummaryComment } from '../../src/format/markdown/markdown.js';
import { renderSarif } from '../../src/format/sarif/sarif.js';
import { renderText } from '../../src/format/text/text.js';
import { CHECKS } from '../../src/check/checks.js';

/** As the command and the Action write it. */
export const SHARD_OPTIONS = { failOn: 'critical', fallbackFile: 'main.tf' } as const;

/** The JSON report that a run writes. */
export function shardText(report: Report): string {
  return renderJson(report, SHARD_OPTIONS);
}

/** What a merge makes of such reports. */
export function mergedTexts(
  texts: readonly string[],
  options: Partial<JoinOptions> = {},
): Result<JoinedReport, string> {
  const shards = texts.map((text, index) => {
    const shard = readShard(text, `shard ${index}`);
    if (!shard.ok) throw new Error(shard.error);
    return shard.value;
  });
  const [first, ...others] = shards;
  if (first === undefined) throw new Error('no report');
  return joinedReports(
    [first, ...others],
    { failOn: undefined, expected: [], mayLack: false, ...options },
    planText,
  );
}

/** The report that a merge makes of such reports. */
export function merged(texts: readonly string[], options: Partial<JoinOptions> = {}): Report {
  const joined = mergedTexts(texts, options);
  if (!joined.ok) throw new Error(joined.error);
  return joined.value.report;
}

/** The report in every form. */
export function allForms(report: Report): Readonly<Record<string, string>> {
  return {
    json: shardText(report),
    text: renderText(report, { colors: false }),
    markdown: renderMarkdown(report),
    summary: renderSummaryComment(report, { label: 'fleet' }),
    job: renderJobSummary(report),
    sarif: renderSarif(report, CHECKS, SHARD_OPTIONS),
    junit: renderJunit(report, SHARD_OPTIONS),
    gitlab: renderGitlab(report, SHARD_OPTIONS),
    html: renderHtml(report, {}),
  };
}
