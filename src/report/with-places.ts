import type { Located, SourcePlace, Spot } from '../source/locate/place.js';
import type { Report, ReportCause, ReportSpot } from './report.js';

/** The report with the lines of its causes, or why there are none; `located` is plan by plan. */
export function withPlaces(report: Report, located: readonly Located[]): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { places, without } = located[finding.plan] ?? {};
      const placed = (cause: ReportCause): ReportCause => {
        const place = places?.get(cause.address);
        if (place !== undefined) return { ...cause, ...linesOf(place) };
        return { ...cause, unplaced: without?.get(cause.address) ?? null };
      };
      return { ...finding, causes: finding.causes.map(placed) };
    }),
  };
}

function linesOf(place: SourcePlace): Omit<ReportCause, 'address' | 'actions' | 'unplaced'> {
  const { file, line, endLine, isBase } = place;
  return { file, line, endLine, isBase, block: apart(place.block, place), call: apart(place.call, place) };
}

/** Lines that the place itself does not stand in. */
function apart(spot: Spot | undefined, { file, line }: Spot): ReportSpot | null {
  const isWithin = spot === undefined || (spot.file === file && spot.line <= line && line <= spot.endLine);
  return isWithin ? null : { file: spot.file, line: spot.line, endLine: spot.endLine };
}
