import { NO_PLACE, type Report, type ReportCause } from '../../report/report.js';
import type { Diff } from './diff.js';
import { deletedPlace, type PlaceSearch, shownPlace } from './places.js';

/**
 * The report with the lines that the diff alone tells: of blocks that it deletes, when there is no history to find them
 * in, and of blocks that it shows, when nothing is checked out. `roots` are the folders of the root modules, plan by
 * plan.
 */
export function withDiffPlaces(report: Report, diff: Diff, roots: readonly (string | undefined)[]): Report {
  const findings = report.findings.map((finding) => {
    const search = { diff, root: roots[finding.plan] };
    return { ...finding, causes: finding.causes.map((cause) => withLines(cause, search)) };
  });
  return { ...report, findings };
}

function withLines(cause: ReportCause, search: PlaceSearch): ReportCause {
  if (cause.file !== null) return cause;
  const { address, actions } = cause;
  const gone = deletedPlace(cause, search);
  if (gone !== undefined) {
    const { line, startLine = line } = gone.anchor;
    const lines = { file: gone.path, line: startLine, endLine: line, isBase: true };
    return { ...NO_PLACE, address, actions, ...lines };
  }
  const shown = shownPlace(cause, search);
  return shown === undefined ? cause : { ...NO_PLACE, address, actions, ...shown, endLine: shown.line };
}
