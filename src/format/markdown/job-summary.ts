import type { Block } from '../../report/blocks.js';
import type { Report, ReportAddresses, ReportCluster } from '../../report/report.js';
import { planWords } from '../../report/telling/names.js';
import { tellingOf } from '../../report/telling/telling.js';
import { statesTitle, TITLES, waivedTitle } from '../../report/telling/titles.js';
import { cidrTexts, hostTexts } from '../../report/words/cluster-words.js';
import { capped, count, networkName } from '../../report/words/phrases.js';
import { bytesOf, fitItems } from '../budget.js';
import { blockSection } from './block.js';
import { codeInCell, fence, proseInCell } from './escape-markdown.js';
import { pictureOf } from './mermaid.js';
import {
  apartFrom,
  beliefList,
  countsLine,
  cutTable,
  foldedPart,
  heading,
  type MarkdownContext,
  asideItems,
  partialNote,
  planColumn,
  smallPrint,
  statesTable,
  waivedList,
} from './parts.js';
import { subjectTable } from './subject-table.js';

/** GitHub throws a summary of more than 1 MiB away, and has done so with one of just that size. */
const LIMIT = 1_000_000;
/** What each list and table may take; the findings come first. */
const LISTS_LIMIT = 100_000;

/** The page of the job: subjects against tables, a picture of the lost paths, and every finding that fits. */
export function renderJobSummary(report: Report, context: Pick<MarkdownContext, 'label'> = {}): string {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const more = (left: number): string => `${left} more, not shown here`;
  const head = [
    heading(telling, context),
    countsLine(telling, {}),
    ...partialNote(report),
    subjectTable(telling, LISTS_LIMIT),
    picture(blocks, report),
  ];
  // What is believed of all groups stands in a list of its own.
  const said = asideItems(
    asides.filter(({ label }) => label !== 'believed'),
    report,
  );
  const end = [
    fitItems({ items: apartFrom(said), total: said.length, limit: LISTS_LIMIT, more }),
    foldedPart(statesTitle(report), statesTable(report, LISTS_LIMIT, more)),
    foldedPart(TITLES.believed, beliefList(report, LISTS_LIMIT, more)),
    foldedPart(waivedTitle(waived), waivedList(waived, report, { limit: LISTS_LIMIT, more })),
    clusterTable(report),
    smallPrint(telling),
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

function picture(blocks: readonly Block[], report: Report): string {
  const drawn = pictureOf(blocks, report);
  if (drawn === undefined) return '';
  const left = drawn.left === 0 ? '' : ` ${count(drawn.left, 'more path is', 'more paths are')} not drawn.`;
  return `${fence(drawn.text, 'mermaid')}\n\n<sub>Crossed: no longer let through. Dotted: may be cut while the plan is applied.${left}</sub>`;
}

const CLUSTER_LIMIT = 50;
const CIDR_LIMIT = 4;

/** What each cluster is taken to be, and where that comes from. */
function clusterTable(report: Report): string {
  const { clusters } = report;
  const cells = cutTable({
    head: [...planColumn(report), 'cluster', 'network', 'VPC', 'containers', 'masters', 'DNS servers'],
    lines: clusters
      .slice(0, CLUSTER_LIMIT)
      .map((cluster) => [...planWords(cluster, report).map(codeInCell), ...clusterCells(cluster)]),
    total: clusters.length,
    limit: LISTS_LIMIT,
    more: (left) => [`${left} more`],
  });
  return foldedPart(TITLES.clusters, cells);
}

function clusterCells({ name, networkType, addresses }: ReportCluster): readonly string[] {
  return [
    codeInCell(name),
    proseInCell(networkName(networkType)),
    addressCell(addresses?.vpc),
    addressCell(addresses?.container),
    addressCell(addresses?.master),
    addressCell(addresses?.dns, hostTexts),
  ];
}

function addressCell(addresses: ReportAddresses | undefined, textsOf = cidrTexts): string {
  const texts = addresses === undefined ? [] : textsOf(addresses);
  if (addresses === undefined || texts.length === 0) return 'not known';
  return `${capped(texts.map(codeInCell), CIDR_LIMIT)} from ${codeInCell(addresses.source)}`;
}
