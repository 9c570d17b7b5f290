import type { Block, Blocks } from './blocks.js';
import { hang } from './layout.js';
import { capped, count, packetPhrases } from './phrases.js';
import type { Report, ReportFinding } from './report.js';
import { terminalText } from './terminal-text.js';
import type { Page } from './text.js';

const WAIVED_LIMIT = 20;
const RESOLVED_LIMIT = 12;

/** What is mended, what is waived, how much holds, and where to go from here. */
export function endLines({ blocks, waived }: Blocks, page: Page): readonly string[] {
  const { report, paint } = page;
  const shown = waived.slice(0, WAIVED_LIMIT);
  return [
    ...resolvedLines(report, page),
    ...shown.flatMap((finding) => waivedLines(finding, page)),
    ...(waived.length > shown.length ? [`  and ${waived.length - shown.length} more are waived`] : []),
    ...fixLines(blocks, report),
    ...holdsLines(report).map((line) => paint.weak(line)),
  ];
}

function resolvedLines({ resolved, clusters }: Report, { paint, width }: Page): readonly string[] {
  const byCluster = new Map<string, Set<string>>();
  for (const { cluster, requirement } of resolved) {
    byCluster.set(cluster, (byCluster.get(cluster) ?? new Set()).add(requirement));
  }
  return [...byCluster].flatMap(([cluster, rows]) => {
    const where = clusters.length > 1 ? `${terminalText(cluster)}: ` : '';
    const ids = terminalText(capped([...rows], RESOLVED_LIMIT));
    const verb = rows.size === 1 ? 'was missing before, and holds' : 'were missing before, and hold';
    const [first = '', ...rest] = hang('  ✔ mended   ', `${where}${ids} ${verb} after the plan`, width);
    return [first.replace('✔ mended', paint.good('✔ mended')), ...rest];
  });
}

function waivedLines(finding: ReportFinding, { paint }: Page): readonly string[] {
  const { waived, requirement, check, missing, cluster, report } = { ...finding, report: undefined };
  void report;
  if (waived === null) return [];
  return [`${requirement ?? check} ${String(cluster)} ${String(missing.length)} ${paint.weak(waived.reason)}`];
}

/** Says how to get the missing rules, where there are some. */
function fixLines(blocks: readonly Block[], { plans }: Report): readonly string[] {
  const isMissing = ({ rows, change }: Block): boolean =>
    (change === 'introduced' || change === 'pre-existing') && rows.some(({ what }) => what !== '');
  return plans
    .filter((_, index) => blocks.some((block) => block.plan === index && isMissing(block)))
    .map(({ path }) => path)
    .filter((path) => /^[\w.][\w./-]*$/.test(path))
    .map((path) => `The missing rules as HCL: cce-plan-guard fix ${path}`);
}

function holdsLines({ holds, findings, summary }: Report): readonly string[] {
  if (findings.length === 0) return [];
  const held = `${count(holds.groups, 'group')}, ${count(holds.rows, 'row holds', 'rows hold')}.`;
  void summary;
  void packetPhrases;
  return [`${held}  A waiver, a severity or a CIDR is changed in cce-plan-guard.yml.`];
}
