import { rowsOf } from '../../check/finding.js';
import type { Severity } from '../../config/configuration.js';
import type { Block } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import { clusterWords, recordCommand, type Belonging } from '../../report/telling/names.js';
import type { Aside, AsideList } from '../../report/telling/asides.js';
import {
  inputParts,
  partialSentence,
  type Section,
  sectionsOf,
  tellingOf,
  type WaivedLine,
} from '../../report/telling/telling.js';
import { countsText } from '../../report/verdict.js';
import { unplacedSentences } from '../../report/words/place-words.js';
import { say } from '../../report/words/text.js';
import { must } from '../../result.js';
import { CAUSE_LIMIT, firstFew, firstAsides, waivedTerms } from '../parts.js';
import type { Shown } from '../plain.js';
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
const WAIVED_LIMIT = 20;
/** Of the reason of a waiver. */
const REASON_LENGTH = 100;

/** The report for a terminal or a build log: the verdict, then what breaks, the worst first. */
export function renderText(
  report: Report,
  { colors, width = WIDTH, links, shownFile = (file) => file }: TextOptions,
): string {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const page = {
    ...{ report, telling },
    paint: paintOf(colors),
    link: terminalLink(links),
    shownFile,
    width: Math.max(MIN_WIDTH, width),
  };
  const parts = [
    verdictLines(page),
    ...sectionsOf(blocks.slice(0, BLOCK_LIMIT)).flatMap((section) => sectionLines(section, page)),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    [
      ...asides.flatMap((list) => asideLines(list, page)),
      ...waivedLines(waived, page),
      ...unplacedLines(page),
      ...endLines(page),
      ...modelLines(page),
    ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictLines(page: TextPage): readonly string[] {
  const { report, paint, telling, width } = page;
  const { mark: sign, word, counts } = telling.verdict;
  const mark = `${sign} ${word}`;
  const color = { '✔': paint.good, '▲': paint.warning, '✖': paint.critical }[sign];
  const text = `   ${terminalText(counts)}`;
  const shown = color(mark) + paint.strong(text);
  const input = { text: inputParts(report, (part) => terminalText(part)).join(' · '), indent: '  ' };
  const partial = partialSentence(report, terminalText);
  return [
    ...atTheEnd({ text: mark + text, shown }, input, page),
    ...(partial === undefined ? [] : hangMarked('  ▲ ', paint.warning, partial, width)),
  ];
}

/** The cluster's lines and its blocks, each a paragraph. */
function sectionLines(blocks: Section, page: TextPage): readonly (readonly string[])[] {
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

/** Where the text of an aside begins. */
const ASIDE_INDENT = 15;

/** One line an aside, the first few. */
function asideLines(list: AsideList, page: TextPage): readonly string[] {
  const { paint, width, report } = page;
  const { shown, rest } = firstAsides(list);
  const isGood = list.label === 'mended';
  const mark = pad(`  ${isGood ? '✔' : '–'} ${list.label}`, ASIDE_INDENT);
  return [
    ...shown.flatMap((aside) => {
      const text = `${clusterPrefix(aside, report)}${terminalText(aside.text, SENTENCE_LENGTH)}`;
      return [
        ...hangMarked(mark, isGood ? paint.good : paint.weak, text, width),
        ...entryParts(aside, page).map((line) => ' '.repeat(ASIDE_INDENT) + line),
      ];
    }),
    ...rest.map((text) => `    ${text}`),
  ];
}

/** What to put into the configuration, and what puts it there. */
function entryParts({ entry, cluster = '' }: Aside, { report }: TextPage): readonly string[] {
  if (entry === undefined) return [];
  return [
    `${terminalText(entry.line)}   for ${terminalText(cluster)} in cce-plan-guard.yml`,
    `or: ${recordCommand(report)}`,
  ];
}

/** Why causes have no lines, each reason once. */
function unplacedLines({ telling, paint, width }: TextPage): readonly string[] {
  const causes = telling.blocks.slice(0, BLOCK_LIMIT).flatMap((block) => block.causes.slice(0, CAUSE_LIMIT));
  return unplacedSentences(causes).flatMap((text) =>
    hangMarked(pad('  – lines', ASIDE_INDENT), paint.weak, terminalText(text, SENTENCE_LENGTH), width),
  );
}

function waivedLines(waived: readonly WaivedLine[], page: TextPage): readonly string[] {
  const { shown, left } = firstFew(waived, WAIVED_LIMIT);
  return [
    ...shown.flatMap((one) => waivedText(one, page)),
    ...(left > 0 ? [`    and ${left} more are waived`] : []),
  ];
}

function waivedText({ finding, packets }: WaivedLine, { report, paint, width }: TextPage): readonly string[] {
  const { row, check } = finding;
  const id = row?.id ?? check.id;
  const subject = packets === undefined ? id : say`${id}  ${packets}`;
  const terms = waivedTerms(finding, (text) => terminalText(text, REASON_LENGTH), terminalText);
  const text = `${clusterPrefix(finding, report)}${terminalText(subject)}   ${terms}`;
  return hangMarked(pad('  – waived', ASIDE_INDENT), paint.weak, text, width);
}

/** Where to read on about the rows that are named above. */
function modelLines({ report, telling, paint }: TextPage): readonly string[] {
  const [row] = [
    ...telling.blocks.flatMap(({ named }) => named),
    ...report.untouched.flatMap(rowsOf),
    ...report.resolved.map((mended) => mended.row),
    ...telling.waived.flatMap(({ finding }) => finding.row ?? []),
  ];
  return row === undefined
    ? []
    : [paint.weak(`What a row is for, and where the vendor’s page has it: cce-plan-guard model ${row.id}`)];
}

/** How much holds, and where to go from here. */
function endLines({ report, telling, width, paint }: TextPage): readonly string[] {
  const { holds, page, assumed } = telling.rests;
  const isTold = report.findings.length > 0;
  // Nothing wrong is one line.
  const isMore = isTold || assumed !== undefined || telling.asides.some(({ all }) => all.length > 0);
  const judgedBy = isMore ? page : undefined;
  const sentences = [isTold ? holds : undefined, judgedBy, assumed, telling.accept].flatMap(
    (text: Shown | undefined) => (text === undefined ? [] : [terminalText(text, SENTENCE_LENGTH)]),
  );
  if (sentences.length === 0) return [];
  const line = sentences.join('  ');
  return (lengthOf(line) <= width ? [line] : sentences.flatMap((sentence) => wrap(sentence, width))).map(
    (text) => paint.weak(text),
  );
}
