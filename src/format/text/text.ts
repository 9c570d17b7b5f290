import { distinct, groupBy, type NonEmpty } from '../../collections.js';
import { rowsOf } from '../../check/finding.js';
import type { Severity } from '../../config/configuration.js';
import { type Block, blocksOf } from '../../report/blocks.js';
import {
  assumedSentence,
  believedGroups,
  believedLabel,
  cloudWords,
  recordingWords,
} from '../../report/words/belief-words.js';
import { packetPhrases } from '../../report/words/packet-words.js';
import { capitalised, count, holdsPhrase, madeBy } from '../../report/words/phrases.js';
import { joined, say } from '../../report/words/text.js';
import type { Report, ReportPlan, WaivedFinding } from '../../report/report.js';
import { countsText, verdictMark, verdictOf } from '../../report/verdict.js';
import { must } from '../../result.js';
import {
  type Belonging,
  CAUSE_LIMIT,
  clusterWords,
  firstFew,
  type GroupLine,
  mendedOf,
  openLines,
  PARTIAL,
  planName,
  plansToName,
  untouchedLines,
  waivedTerms,
} from '../parts.js';
import { blockLines, SENTENCE_LENGTH } from './block.js';
import { clusterLines } from './cluster-lines.js';
import { atTheEnd, hangMarked, lengthOf, pad, paintOf, terminalLink, type TextPage, wrap } from './page.js';
import { terminalText } from './terminal-text.js';

/** How the text is to look. */
export interface TextOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
  /** The terminal knows links. */
  readonly links?: boolean;
  /** How the reader names a file of the repository; left out: from its root. */
  readonly shownFile?: ((file: string) => string) | undefined;
}

/** Columns where nobody says how many. */
export const WIDTH = 120;
/** Fewer cannot be read. */
export const MIN_WIDTH = 40;
const BLOCK_LIMIT = 40;
const OPEN_LIMIT = 5;
const BELIEVED_LIMIT = 10;
/** Of what is believed of a group. */
const BELIEVED_LENGTH = 600;
const WAIVED_LIMIT = 20;
/** Of the reason of a waiver. */
const REASON_LENGTH = 100;

/** The report for a terminal or a build log: the verdict, then what breaks, the worst first. */
export function renderText(
  report: Report,
  { colors, width = WIDTH, links, shownFile = (file) => file }: TextOptions,
): string {
  const page = {
    report,
    paint: paintOf(colors),
    link: terminalLink(links),
    shownFile,
    width: Math.max(MIN_WIDTH, width),
  };
  const { blocks, waived } = blocksOf(report);
  const sections = groupBy(blocks.slice(0, BLOCK_LIMIT), ({ plan, cluster }) =>
    JSON.stringify([plan, cluster]),
  );
  const parts = [
    verdictLines(blocks, page),
    ...[...sections.values()].flatMap((section) => sectionLines(section, page)),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    [
      ...mendedLines(page),
      ...openBeforeLines(page),
      ...undecidedLines(page),
      ...believedLines(page),
      ...recordLines(page),
      ...waivedLines(waived, page),
      ...unplacedLines(blocks, page),
      ...holdsLines(page),
      ...modelLines(blocks, waived, page),
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictLines(blocks: readonly Block[], page: TextPage): readonly string[] {
  const { report, paint } = page;
  const { mark: sign, word } = verdictMark(report);
  const mark = `${sign} ${word}`;
  const color = { '✔': paint.good, '▲': paint.warning, '✖': paint.critical }[sign];
  const text = `   ${terminalText(verdictOf(report, blocks))}`;
  const shown = color(mark) + paint.strong(text);
  const input = { text: inputText(report), indent: '  ' };
  return [
    ...atTheEnd({ text: mark + text, shown }, input, page),
    ...report.plans.flatMap((plan) => partialPlanLines(plan, page)),
  ];
}

function inputText({ plans, cloud }: Report): string {
  const [plan] = plans;
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  if (plan !== undefined && cloud !== undefined) {
    return [planName(plan, terminalText), terminalText(cloudWords(cloud))].join(' · ');
  }
  const name =
    plan === undefined || plans.length > 1
      ? [count(plans.length, 'plan')]
      : [planName(plan, terminalText), madeBy(plan, terminalText)];
  return [...name, ...(changes > 0 ? [count(changes, 'change')] : [])].join(' · ');
}

function partialPlanLines(plan: ReportPlan, { report, paint, width }: TextPage): readonly string[] {
  if (plan.complete) return [];
  const what = report.plans.length > 1 ? planName(plan, terminalText) : 'This plan';
  return hangMarked('  ▲ ', paint.warning, `${what} covers ${PARTIAL}`, width);
}

/** The cluster's lines and its blocks, each a paragraph. */
function sectionLines(blocks: NonEmpty<Block>, page: TextPage): readonly (readonly string[])[] {
  const [{ cluster }] = blocks;
  const heading = cluster === undefined ? [] : clusterLines({ ...blocks[0], cluster }, page);
  return [heading, ...blocks.map((block) => blockLines(block, page))];
}

function hiddenLines(hidden: readonly Block[], { paint }: TextPage): readonly string[] {
  if (hidden.length === 0) return [];
  const of = (severity: Severity): number => hidden.filter((block) => block.severity === severity).length;
  const counts = countsText({ critical: of('critical'), warning: of('warning'), notice: of('notice') });
  return [paint.weak(`  and ${must(counts, 'some are hidden')} more, which --format json lists`)];
}

/** The name of a cluster before what is said of it, and its plan, where there are several. */
function clusterPrefix(of: Belonging, report: Report): string {
  const { clusters, plans } = report;
  const words = clusters.length + plans.length > 2 ? clusterWords(of, report, terminalText) : undefined;
  return words === undefined ? '' : `${words}: `;
}

function mendedLines({ report, paint, width }: TextPage): readonly string[] {
  return mendedOf(report).flatMap((mended) => {
    const text = `${clusterPrefix(mended, report)}${terminalText(mended.rows)} ${mended.holds}`;
    return hangMarked('  ✔ mended     ', paint.good, text, width);
  });
}

function undecidedLines(page: TextPage): readonly string[] {
  const lines = untouchedLines(page.report);
  return groupLines(page, lines, {
    label: 'undecided',
    limit: SENTENCE_LENGTH,
    more: 'more groups have undecided rows',
  });
}

function openBeforeLines(page: TextPage): readonly string[] {
  return groupLines(page, openLines(page.report), { label: 'open', more: 'more groups are open' });
}

/** A line a group, the first few; `limit` is how long each may be, `more` what is true of the others. */
function groupLines(
  { report, paint, width }: TextPage,
  lines: readonly GroupLine[],
  { label, limit, more }: { readonly label: string; readonly limit?: number; readonly more: string },
): readonly string[] {
  const { shown, left } = firstFew(lines, OPEN_LIMIT);
  return [
    ...shown.flatMap((line) =>
      hangMarked(
        `  – ${label.padEnd(11)}`,
        paint.weak,
        `${clusterPrefix(line, report)}${terminalText(line.text, limit)}`,
        width,
      ),
    ),
    ...(left > 0 ? [`    and ${left} ${more}`] : []),
  ];
}

/** Groups of which more is known than what the plan shows, or less than what is assumed. */
function believedLines({ report, paint, width }: TextPage): readonly string[] {
  const { shown, left } = firstFew(believedGroups(report), BELIEVED_LIMIT);
  return [
    ...shown.flatMap((group) =>
      hangMarked(
        pad(`  – ${believedLabel(report)}`, RECORD_INDENT),
        paint.weak,
        `${clusterPrefix(group, report)}${terminalText(group.text, BELIEVED_LENGTH)}`,
        width,
      ),
    ),
    ...(left > 0 ? [`    and ${left} more groups, which --format json lists`] : []),
  ];
}

/** What to commit with the plan. */
function recordLines({ report, paint, width }: TextPage): readonly string[] {
  return recordingWords(report).flatMap(({ cluster, why, line }) => {
    const ways =
      line === undefined
        ? []
        : [
            `${terminalText(line)}   for ${terminalText(cluster)} in cce-plan-guard.yml`,
            `or: cce-plan-guard record ${plansToName(report)}`,
          ];
    return [
      ...hangMarked(
        '  – record     ',
        paint.weak,
        `${report.clusters.length > 1 ? `${terminalText(cluster)}: ` : ''}${terminalText(why)}`,
        width,
      ),
      ...ways.map((way) => ' '.repeat(RECORD_INDENT) + way),
    ];
  });
}

const RECORD_INDENT = 15;

/** Why causes have no lines, each reason once. */
function unplacedLines(blocks: readonly Block[], { paint, width }: TextPage): readonly string[] {
  const causes = blocks.slice(0, BLOCK_LIMIT).flatMap((block) => block.causes.slice(0, CAUSE_LIMIT));
  const why = causes
    .flatMap(({ unplaced }) => unplaced ?? [])
    .map((text) => terminalText(text, SENTENCE_LENGTH));
  return distinct(why).flatMap((text) =>
    hangMarked(NO_LINE, paint.weak, `where none is shown, ${text}`, width),
  );
}

const NO_LINE = '  – lines      ';

function waivedLines(waived: readonly WaivedFinding[], page: TextPage): readonly string[] {
  const { shown, left } = firstFew(waived, WAIVED_LIMIT);
  return [
    ...shown.flatMap((finding) => waivedLine(finding, page)),
    ...(left > 0 ? [`    and ${left} more are waived`] : []),
  ];
}

function waivedLine(finding: WaivedFinding, { report, paint, width }: TextPage): readonly string[] {
  const { row, check, missing } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => say`${what} ${peers}`);
  const id = row?.id ?? check.id;
  const subject = packets.length === 0 ? id : say`${id}  ${joined(packets, '; ')}`;
  const terms = waivedTerms(finding, (text) => terminalText(text, REASON_LENGTH), terminalText);
  const text = `${clusterPrefix(finding, report)}${terminalText(subject)}   ${terms}`;
  return hangMarked('  – waived     ', paint.weak, text, width);
}

/** Where to read on about the rows that are named above. */
function modelLines(
  blocks: readonly Block[],
  waived: readonly WaivedFinding[],
  { report, paint }: TextPage,
): readonly string[] {
  const [row] = [
    ...blocks.flatMap(({ named }) => named),
    ...report.untouched.flatMap(rowsOf),
    ...report.resolved.map((mended) => mended.row),
    ...waived.flatMap((finding) => finding.row ?? []),
  ];
  return row === undefined
    ? []
    : [paint.weak(`What a row is for, and where the vendor’s page has it: cce-plan-guard model ${row.id}`)];
}

/** How much holds, and where to go from here. */
function holdsLines({ report, width, paint }: TextPage): readonly string[] {
  const { holds, findings } = report;
  const assumed = assumedSentence(report);
  const held = holdsPhrase(holds);
  const isTold = findings.length > 0;
  // Of notices nothing has to be accepted.
  const canAccept = findings.some(({ severity, waived }) => severity !== 'notice' && waived === undefined);
  const sentences = [
    ...(isTold && held !== undefined ? [`${capitalised(held)}.`] : []),
    ...(assumed === undefined ? [] : [terminalText(assumed, BELIEVED_LENGTH)]),
    ...(canAccept
      ? ['To accept a finding, paste the waiver that `fix` prints into cce-plan-guard.yml.']
      : []),
  ];
  if (sentences.length === 0) return [];
  const line = sentences.join('  ');
  return (lengthOf(line) <= width ? [line] : sentences.flatMap((sentence) => wrap(sentence, width))).map(
    (text) => paint.weak(text),
  );
}
