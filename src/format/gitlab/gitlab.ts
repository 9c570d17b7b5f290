import type { Severity } from '../../config/configuration.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { type AlertOptions, alertPlaces, alertSentences } from '../alerts.js';
import { jsonText } from '../json-text.js';
import { plain } from '../plain.js';

/** One violation, as GitLab's code quality reports have it. */
export interface GitlabViolation {
  readonly description: string;
  readonly check_name: string;
  /** GitLab tells by it what is new in a merge request. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'major' | 'critical';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** `minor` and `blocker` are left: three words of ours are three of GitLab's. */
const SEVERITIES = { critical: 'critical', warning: 'major', notice: 'info' } as const satisfies Readonly<
  Record<Severity, GitlabViolation['severity']>
>;

const DESCRIPTION_LIMIT = 1000;

/**
 * GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/): a list, the worst first. What is
 * waived is left out: the format knows nothing that is accepted.
 */
export function renderGitlab(report: Report, options: AlertOptions = {}): string {
  const open = report.findings.filter(({ waived }) => waived === undefined);
  return jsonText(open.map((finding) => violationOf(finding, report, options)));
}

function violationOf(finding: ReportFinding, report: Report, options: AlertOptions): GitlabViolation {
  const [place] = alertPlaces(finding, options);
  const text = alertSentences(finding, place, report).map((sentence) => plain(sentence, DESCRIPTION_LIMIT));
  return {
    description: plain(text.join(' '), DESCRIPTION_LIMIT),
    check_name: finding.check.id,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[finding.severity],
    location: { path: place.path, lines: { begin: place.line } },
  };
}
