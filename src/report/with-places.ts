import type { Place } from '../source/place.js';
import type { Report } from './report.js';

/** The report with the lines of its causes; `places` are by address, plan by plan. */
export function withPlaces(report: Report, places: readonly ReadonlyMap<string, Place>[]): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      causes: finding.causes.map((cause) => {
        const place = places[finding.plan]?.get(cause.address);
        return place === undefined ? cause : { ...cause, file: place.file, line: place.line };
      }),
    })),
  };
}
