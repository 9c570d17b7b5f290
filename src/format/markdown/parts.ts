import type { CheckMetadata } from '../../check/finding.js';
import type { Severity } from '../../config/configuration.js';
import { checkLink, rowLink } from '../../report/links.js';
import type { CausePlace, Report, ReportCause } from '../../report/report.js';
import { rowStates } from '../../report/row-states.js';
import { type Belonging, clusterWords, planWords, recordCommand } from '../../report/telling/names.js';
import type { Aside, AsideList } from '../../report/telling/asides.js';
import { inputParts, partialSentence, type Telling, type WaivedLine } from '../../report/telling/telling.js';
import { timesOf } from '../../report/telling/titles.js';
import { verdictSentence } from '../../report/telling/verdict-sentence.js';
import { allBelievedGroups } from '../../report/words/belief-words.js';
import { capitalised, ROLE_NAMES } from '../../report/words/phrases.js';
import { asSentence } from '../../report/words/text.js';
import { bytesOf, type Fit, fitItems } from '../budget.js';
import { escapeHtml } from '../escape-html.js';
import { firstAsides, tableLinks, uriOf, waivedTerms } from '../parts.js';
import { code, codeInCell, fence, prose, proseInCell } from './escape-markdown.js';

/** What the edge knows of the run; nothing of it has to be there. */
export interface MarkdownContext {
  /** Tells several plans of one repository apart. */
  readonly label?: string | undefined;
  /** The whole hash of the commit that is judged; with it, places become links. */
  readonly commit?: string | undefined;
  /** `https://github.com`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  /** Where files are shown at the commit, on servers that have another form of addresses than GitHub. */
  readonly blobUrl?: string | undefined;
  /** Of this run: its job summary shows everything. */
  readonly runUrl?: string | undefined;
  /** What shows everything where there is no job summary. */
  readonly wholeIn?: string | undefined;
}

/** The commit that is judged, where it is known. */
export function commitWords({ commit = '' }: MarkdownContext): readonly string[] {
  return commit === '' ? [] : [`commit ${code(commit.slice(0, 7))}`];
}

/** The verdict as a heading, and which of several uses says so. */
export function heading(telling: Telling, { label = '' }: Pick<MarkdownContext, 'label'>): string {
  const named = { cluster: (name: string) => `**${code(name)}**`, plan: code };
  const sentence = `### ${telling.verdict.mark} ${verdictSentence(telling, named)}`;
  return label === '' ? sentence : `${sentence} · ${code(label)}`;
}

/** Counts, and what was judged. */
export function countsLine({ verdict }: Telling, context: MarkdownContext): string {
  return [prose(verdict.counts), ...commitWords(context)].join(' · ');
}

/** That plans cover only part of the configuration. */
export function partialNote(report: Report): readonly string[] {
  const sentence = partialSentence(report, code);
  return sentence === undefined ? [] : [`▲ ${sentence}`];
}

/** Which plans were read, and what was taken for granted: the small print. */
export function smallPrint({ report, rests, accept }: Telling): string {
  const read = inputParts(report, (part) => (typeof part === 'string' ? code(part) : prose(part)));
  const sentences = [rests.holds, rests.page, rests.assumed, accept].flatMap((text) =>
    text === undefined ? [] : [prose(text)],
  );
  return `<sub>${[`${read.join(' · ')}.`, ...sentences].join(' ')}</sub>`;
}

/** Where a cause stands, as a link when it is known in which commit; its address when it stands nowhere. */
export function placeIn(
  cause: ReportCause,
  context: MarkdownContext,
  asCode: (text: string) => string = code,
): string {
  const { place, address } = cause;
  if (place === undefined) return asCode(address);
  const shown = asCode(`${place.file}:${place.line}`);
  const url = linkTo(place, context);
  return url === undefined ? shown : `[${shown}](${url})`;
}

/** GitHub's own boxes, in the colour of a severity. */
const ALERTS: Readonly<Record<Severity, string>> = {
  critical: 'CAUTION',
  warning: 'WARNING',
  notice: 'NOTE',
};

/** Lines in a box that shows how grave it is at once; elsewhere than on GitHub it is a quotation. */
export function alertBox(severity: Severity, lines: readonly string[]): string {
  return [`[!${ALERTS[severity]}]`, ...lines].map((line) => `> ${line}`).join('\n');
}

/** In which cluster, and of which plan where there are several. */
function inWhich(of: Belonging, report: Report): string {
  const words = clusterWords(of, report, code);
  return words === undefined ? '' : ` in ${words}`;
}

/**
 * What stands at the base revision has no link. Nor has a name with brackets: at the start of a line it could be read
 * as the definition of a link.
 */
function linkTo({ file, line, isBase }: CausePlace, context: MarkdownContext): string | undefined {
  const home = context.blobUrl ?? blobsOfGitHub(context);
  if (home === undefined || isBase || /[[\]]/.test(file)) return undefined;
  // What markdown gives a meaning is escaped as well.
  const path = uriOf(file).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${home}/${path}#L${line}`;
}

function blobsOfGitHub({
  serverUrl = '',
  repository = '',
  commit = '',
}: MarkdownContext): string | undefined {
  const isKnown =
    /^https?:\/\/[\w.-]+(:\d+)?$/.test(serverUrl) &&
    /^[\w.-]+\/[\w.-]+$/.test(repository) &&
    /^[0-9a-f]{40,64}$/.test(commit);
  return isKnown ? `${serverUrl}/${repository}/blob/${commit}` : undefined;
}

/** `N more, see the job summary`. */
export function moreLine(left: number, { runUrl = '', wholeIn }: MarkdownContext): string {
  if (wholeIn !== undefined) return `${left} more, see ${wholeIn}`;
  const isUrl = /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.~-]+)*$/.test(runUrl);
  return `${left} more, see ${isUrl ? `[the job summary](${runUrl})` : 'the job summary'}`;
}

/** A part that opens with a click. */
export function details(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** The same, when there is something to open. */
export function foldedPart(summary: string, body: string): string {
  return body === '' ? '' : details(summary, body);
}

/** What is said beside the findings, list by list. */
export function asideItems(lists: readonly AsideList[], report: Report): readonly string[] {
  return lists.flatMap((list) => {
    const { shown, rest } = firstAsides(list);
    return [...shown.map((aside) => asideItem(list, aside, report)), ...rest.map((text) => `${text}.`)];
  });
}

/** The items with an empty line between two. */
export function apartFrom(items: readonly string[]): readonly string[] {
  return items.map((text, index) => (index === 0 ? text : `\n${text}`));
}

function asideItem({ label }: AsideList, aside: Aside, report: Report): string {
  const mark = label === 'mended' ? '✔ ' : '';
  const said = `${mark}${capitalised(label)}${inWhich(aside, report)}: ${prose(asSentence(aside.text))}`;
  if (aside.entry === undefined) return said;
  // What to commit, ready to paste.
  const way = `Add to \`cce-plan-guard.yml\`, or run ${code(recordCommand(report))}:`;
  return [`${said} ${way}`, '', fence(aside.entry.lines.join('\n'), 'yaml')].join('\n');
}

/** Why is believed what is believed of the default rules of every group. */
export function beliefList(report: Report, limit: number, more: (left: number) => string): string {
  const groups = allBelievedGroups(report);
  const items = groups.map((group) => `- ${clusterWords(group, report, code) ?? ''}: ${prose(group.text)}`);
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}

/** A table that is cut to a length. Its cells are escaped already. */
interface Table extends Pick<Fit, 'total' | 'limit'> {
  readonly head: readonly string[];
  readonly lines: Iterable<readonly string[]>;
  /** The first cells of the line that counts what is left out. */
  readonly more: (left: number) => readonly string[];
}

/** The table; of lines that do not fit, the last line tells the number. Empty when none fits. */
export function cutTable({ head, lines, total, limit, more }: Table): string {
  const ownLine = (cells: readonly string[]): string =>
    `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
  const top = `${ownLine(head)}\n|${'---|'.repeat(head.length)}`;
  const body = fitItems({
    items: cellLines(lines),
    total,
    limit: limit - top.length - 1,
    more: (left) => ownLine(more(left)) + ' |'.repeat(head.length - more(left).length),
  });
  return body === '' ? '' : `${top}\n${body}`;
}

function* cellLines(lines: Iterable<readonly string[]>): Generator<string> {
  for (const cells of lines) yield `| ${cells.join(' | ')} |`;
}

/** Row ids for a cell: the first of many. */
export function idsInCell(ids: readonly string[]): string {
  const shown = ids.length > CELL_IDS + 1 ? ids.slice(0, CELL_IDS) : ids;
  return [...shown.map(rowInCell), ...(shown.length < ids.length ? ['…'] : [])].join(' ');
}

/** The id of a row, with a link to what there is to read of it; in a cell or elsewhere. */
export function rowInCell(id: string): string {
  return `[${proseInCell(id)}](${rowLink({ id })})`;
}

/** The id of a check, likewise. */
export function checkInCell(check: Pick<CheckMetadata, 'id'>): string {
  return `[${proseInCell(check.id)}](${checkLink(check)})`;
}

const CELL_IDS = 6;

/** How the rows stand that do not simply hold. */
export function statesTable(report: Report, limit: number, more: (left: number) => string): string {
  const states = rowStates(report);
  // An id tells people less than what the group is.
  const nameless = new Map(
    report.groups.flatMap(({ key, name, address, role }) =>
      name === undefined && address === undefined ? [[key, ROLE_NAMES[role]] as const] : [],
    ),
  );
  const times = timesOf(report);
  const lines = states.map(({ plan, row, cluster, subject, before, during = '', after, isWaived }) => [
    rowInCell(row.id),
    ...planWords({ plan }, report).map(codeInCell),
    cluster === undefined ? '' : codeInCell(cluster),
    subject === undefined ? '' : (nameless.get(subject) ?? codeInCell(subject)),
    ...[before, during, isWaived ? `${after} (waived)` : after].slice(-times.length),
  ]);
  // What the blocks do not tell has no link there.
  const untold = states.filter(({ during, isWaived }) => during === undefined || isWaived);
  const links = tableLinks(untold.map(({ row }) => row)).map(({ table, url }) => `[${table}](${url})`);
  const page = links.length === 0 ? '' : `\n\nOn the vendor's page: ${links.join(', ')}.`;
  const table = cutTable({
    head: ['row', ...planColumn(report), 'cluster', 'group', ...times],
    lines,
    total: states.length,
    limit: limit - bytesOf(page),
    more: (left) => ['', more(left)],
  });
  return table === '' ? '' : table + page;
}

/** The heading of a column that says which plan it is, where there are several. */
export function planColumn({ plans }: Report): readonly string[] {
  return plans.length > 1 ? ['plan'] : [];
}

/** What a waiver hides, and whose it is. */
export function waivedList(
  waived: readonly WaivedLine[],
  report: Report,
  { limit, more }: Pick<Fit, 'limit' | 'more'>,
): string {
  const items = waived.map(({ finding, packets }) => {
    const { row, check } = finding;
    const what = [
      `${row === undefined ? checkInCell(check) : rowInCell(row.id)}${inWhich(finding, report)}`,
      ...(packets === undefined ? [] : [prose(packets)]),
    ];
    return `- ${what.join(', ')}: ${waivedTerms(finding, prose, code)}`;
  });
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}
