import type { Located, SourcePlace, Spot } from '../source/locate/place.js';
import { must } from '../result.js';
import type { CausePlace, Report, ReportCause } from './report.js';
import { toText } from './words/text.js';

/** The report with the lines of its causes, or why there are none; `located` is plan by plan. */
export function withPlaces(report: Report, located: readonly Located[]): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { places, without, standIns } = must(located[finding.plan], 'each plan has been looked for');
      const placed = (cause: ReportCause): ReportCause => {
        const place = places.get(cause.address);
        const standIn = standIns.get(cause.address);
        if (place !== undefined) return { ...cause, place: causePlace(place), standIn };
        const why = without.get(cause.address);
        return { ...cause, standIn, unplaced: why === undefined ? undefined : toText(why) };
      };
      return { ...finding, causes: finding.causes.map(placed) };
    }),
  };
}

/** The place as a report has it. */
export function causePlace(place: SourcePlace): CausePlace {
  const { file, line, endLine, isBase } = place;
  return { file, line, endLine, isBase, block: beside(place.block, place), call: beside(place.call, place) };
}

/** Lines that the place itself does not stand in. */
function beside(spot: Spot | undefined, { file, line }: Spot): Spot | undefined {
  const isWithin = spot === undefined || (spot.file === file && spot.line <= line && line <= spot.endLine);
  return isWithin ? undefined : { file: spot.file, line: spot.line, endLine: spot.endLine };
}

/** Where the cause stands in the checkout, if it does. */
export function placeInCheckout({ place }: ReportCause): CausePlace | undefined {
  return place?.isBase === false ? place : undefined;
}
