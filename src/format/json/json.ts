import type { Report } from '../../report/report.js';

/** The report as JSON, version 1. The same report gives the same bytes. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
