import { fitItems } from '../budget.js';
import { code, codeInCell, prose, proseInCell } from './escape-markdown.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { rowStates } from '../../report/row-states.js';

const STATES_HEAD = '| row | cluster | group | before | while applying | after |\n|---|---|---|---|---|---|';

/** How the rows stand that do not simply hold. */
export function statesTable(report: Report, limit: number, more: (left: number) => string): string {
  const states = rowStates(report);
  const body = fitItems({
    items: (function* () {
      for (const { requirement, cluster, subject, before, during, after } of states) {
        const names = [cluster, subject].map((name) => (name === null ? '' : codeInCell(name)));
        yield `| ${[proseInCell(requirement), ...names, before, during, after].join(' | ')} |`;
      }
    })(),
    total: states.length,
    limit: limit - STATES_HEAD.length,
    more: (left) => `| | ${more(left)} | | | | |`,
  });
  return body === '' ? '' : `${STATES_HEAD}\n${body}`;
}

/** What a waiver hides, and whose it is. */
export function waivedList(
  waived: readonly ReportFinding[],
  limit: number,
  more: (left: number) => string,
): string {
  return fitItems({
    items: waived.map(
      ({ requirement, check, cluster, waived: waiver }) =>
        `- ${prose(requirement ?? check)}${cluster === null ? '' : ` in ${code(cluster)}`}: ${
          waiver === null
            ? ''
            : `${prose(waiver.reason)} (${code(waiver.owner)}, until ${prose(waiver.expires)})`
        }`,
    ),
    total: waived.length,
    limit,
    more: (left) => `- ${more(left)}`,
  });
}
