import { type Block, blocksOf } from '../../report/blocks.js';
import { bytesOf, fitItems } from '../budget.js';
import { codeInCell, fence, proseInCell } from './escape-markdown.js';
import { blockSection } from './markdown-block.js';
import { statesTable, waivedList } from './markdown-lists.js';
import { countsLine, details, heading, partLines, resolvedLines, smallPrint } from './markdown-parts.js';
import { pictureOf } from './mermaid.js';
import { capped, count, networkName } from '../../report/phrases.js';
import type { Report, ReportCluster } from '../../report/report.js';
import { subjectTable } from './subject-table.js';

/** GitHub throws a summary of more than 1 MiB away, and has done so with one of just that size. */
const LIMIT = 1_000_000;
/** What each list and table may take; the findings come first. */
const LISTS_LIMIT = 100_000;

/** The page of the job: subjects against tables, a picture of the lost paths, and every finding that fits. */
export function renderJobSummary(report: Report): string {
  const { blocks, waived } = blocksOf(report);
  const more = (left: number): string => `${left} more, not shown here`;
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partLines(report),
    subjectTable(report, { blocks, waived }, LISTS_LIMIT),
    picture(blocks),
  ];
  const states = statesTable(report, LISTS_LIMIT, more);
  const mended = resolvedLines(report);
  const hidden = waivedList(waived, LISTS_LIMIT, more);
  const end = [
    fitItems({ items: mended, total: mended.length, limit: LISTS_LIMIT, more }),
    states === '' ? '' : details('How each row stands: before, while applying, after', states),
    hidden === '' ? '' : details(`Waived: ${waived.length}`, hidden),
    clusterTable(report),
    smallPrint(report),
  ];
  const fixed = [...head, ...end].filter((part) => part !== '');
  const used = fixed.reduce((sum, part) => sum + bytesOf(part) + 2, 1);
  const findings = fitItems({
    items: sections(blocks, report),
    total: blocks.length,
    limit: LIMIT - used,
    more: (left) => `\n**${left} more** are in the report file and not shown here.`,
  });
  return `${[...head, findings, ...end].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The blocks, an empty line between two. */
function* sections(blocks: readonly Block[], report: Report): Generator<string> {
  let space = '';
  for (const block of blocks) {
    yield space + blockSection(block, report, {});
    space = '\n';
  }
}

function picture(blocks: readonly Block[]): string {
  const drawn = pictureOf(blocks);
  if (drawn === undefined) return '';
  const left = drawn.left === 0 ? '' : ` ${count(drawn.left, 'more path is', 'more paths are')} not drawn.`;
  return `${fence(drawn.text, 'mermaid')}\n\n<sub>Crossed: no longer let through. Dotted: may be cut while the plan is applied.${left}</sub>`;
}

const CLUSTER_LIMIT = 50;
const CIDR_LIMIT = 4;

/** What each cluster is taken to be, and where that comes from. */
function clusterTable({ clusters }: Report): string {
  if (clusters.length === 0) return '';
  const head = '| cluster | network | VPC | containers | masters | DNS servers |\n|---|---|---|---|---|---|';
  const body = fitItems({
    items: clusters.slice(0, CLUSTER_LIMIT).map(clusterLine),
    total: clusters.length,
    limit: LISTS_LIMIT,
    more: (left) => `| ${left} more | | | | | |`,
  });
  return details('What each cluster is taken to be', `${head}\n${body}`);
}

function clusterLine({ name, networkModel, sources, ...cluster }: ReportCluster): string {
  const cell = (values: readonly string[], source: string): string => {
    const shown = capped(values.map(codeInCell), CIDR_LIMIT);
    return values.length === 0 ? 'not known' : `${shown} from ${codeInCell(source)}`;
  };
  return `| ${[
    codeInCell(name),
    proseInCell(networkName(networkModel)),
    cell(cluster.vpcCidrs, sources.vpcCidrs),
    cell(cluster.containerCidrs, sources.containerCidrs),
    cell(cluster.masterCidrs, sources.masterCidrs),
    cell(cluster.dnsServers, sources.dnsServers),
  ].join(' | ')} |`;
}
