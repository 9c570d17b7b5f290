import type { Blocks } from '../../report/blocks.js';
import { hang, lengthOf, wrap } from './layout.js';
import type { Page } from './page.js';
import { capped, count, packetPhrases } from '../../report/phrases.js';
import type { ReportFinding } from '../../report/report.js';
import { terminalText } from './terminal-text.js';

const WAIVED_LIMIT = 20;
const RESOLVED_LIMIT = 12;
const REASON_LENGTH = 100;

/** What is mended, what is waived, how much holds, and where to go from here. */
export function endLines({ waived }: Blocks, page: Page): readonly string[] {
  const { paint } = page;
  const shown = waived.slice(0, WAIVED_LIMIT);
  return [
    ...resolvedLines(page),
    ...shown.map((finding) => waivedLine(finding, page)),
    ...(waived.length > shown.length ? [`    and ${waived.length - shown.length} more are waived`] : []),
    ...holdsLines(page).map((line) => paint.weak(line)),
  ];
}

function resolvedLines({ report: { resolved, clusters }, paint, width }: Page): readonly string[] {
  const byCluster = new Map<string, Set<string>>();
  for (const { cluster, requirement } of resolved) {
    byCluster.set(cluster, (byCluster.get(cluster) ?? new Set()).add(requirement));
  }
  const mark = '  ✔ mended     ';
  return [...byCluster].flatMap(([cluster, rows]) => {
    const where = clusters.length > 1 ? `${terminalText(cluster)}: ` : '';
    const ids = terminalText(capped([...rows], RESOLVED_LIMIT));
    const verb = rows.size === 1 ? 'was missing before, and holds' : 'were missing before, and hold';
    const [first = '', ...rest] = hang(mark, `${where}${ids} ${verb} after the plan`, width);
    return [paint.good(mark) + first.slice(mark.length), ...rest];
  });
}

function waivedLine(finding: ReportFinding, { report: { clusters }, paint }: Page): string {
  const { requirement, check, cluster, missing, waived } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => `${what} ${peers}`);
  const subject = [requirement ?? check, ...(packets.length === 0 ? [] : [packets.join('; ')])].join('  ');
  const where = cluster !== null && clusters.length > 1 ? `${terminalText(cluster)}: ` : '';
  const terms =
    waived === null
      ? ''
      : `${terminalText(waived.reason, REASON_LENGTH)} (${terminalText(waived.owner)}, until ${terminalText(waived.expires)})`;
  return `${paint.weak('  – waived     ')}${where}${terminalText(subject)}   ${terms}`;
}

function holdsLines({ report: { holds, findings }, width }: Page): readonly string[] {
  if (findings.length === 0) return [];
  const advice = 'A waiver, a severity or a CIDR is changed in cce-plan-guard.yml.';
  if (holds.groups === 0) return wrap(advice, width);
  const held = `${count(holds.groups, 'group')}, ${count(holds.rows, 'row holds', 'rows hold')}.`;
  const line = `${held}  ${advice}`;
  return lengthOf(line) <= width ? [line] : [held, ...wrap(advice, width)];
}
