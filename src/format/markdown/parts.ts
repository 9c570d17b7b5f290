import type { CheckMetadata } from '../../check/finding.js';
import type { Severity } from '../../config/configuration.js';
import type { Block } from '../../report/blocks.js';
import { checkLink, rowLink } from '../../report/links.js';
import type { CausePlace, Report, ReportCause, WaivedFinding } from '../../report/report.js';
import { rowStates } from '../../report/row-states.js';
import { verdictOf } from '../../report/verdict.js';
import {
  allBelievedGroups,
  assumedSentence,
  believedGroups,
  believedLabel,
  cloudWords,
  recordingWords,
} from '../../report/words/belief-words.js';
import { capitalised, count, holdsPhrase, madeBy, ROLE_NAMES } from '../../report/words/phrases.js';
import { bytesOf, type Fit, fitItems } from '../budget.js';
import {
  andMore,
  type Belonging,
  clusterWords,
  firstFew,
  mendedOf,
  openLines,
  PARTIAL,
  plansToName,
  planWords,
  tableLinks,
  untouchedLines,
  uriOf,
  waivedTerms,
} from '../parts.js';
import { escapeHtml } from '../escape-html.js';
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

/** Counts, and what was judged. */
export function countsLine(report: Report, blocks: readonly Block[], context: MarkdownContext): string {
  return [prose(verdictOf(report, blocks)), ...commitWords(context)].join(' · ');
}

const PLAN_LIMIT = 10;

/** A line for each plan that covers only part of the configuration. */
export function partialPlansNote({ plans }: Report): readonly string[] {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return [];
  const { shown, left } = firstFew(parts, PLAN_LIMIT);
  const names = shown.map(({ path, label }) => code(label ?? path)).join(', ');
  const covers = parts.length === 1 ? 'covers' : 'cover';
  return ['', `▲ ${[names, ...andMore(left), covers].join(' ')} ${prose(PARTIAL)}.`];
}

/** Which plans were read, and what was taken for granted: the small print. */
export function smallPrint(report: Report): string {
  const { plans, holds, cloud } = report;
  const assumed = assumedSentence(report);
  const rests = assumed === undefined ? '' : `${prose(assumed)} `;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const [plan] = plans;
  const read = count(changes, 'change');
  const input =
    plan === undefined || plans.length > 1
      ? [count(plans.length, 'plan'), read]
      : cloud === undefined
        ? [code(plan.path), madeBy(plan, code), read]
        : [code(plan.path), prose(cloudWords(cloud))];
  const held = holdsPhrase(holds);
  return [
    `<sub>${input.join(' · ')}.${held === undefined ? '' : ` ${capitalised(held)}.`}`,
    `${rests}Waive or correct in \`cce-plan-guard.yml\`.</sub>`,
  ].join(' ');
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

/** Rows that the plan mends, each cluster with its own. */
export function mendedNotes(report: Report): readonly string[] {
  return mendedOf(report).map(
    (mended) => `✔ Mended${inWhich(mended, report)}: ${prose(mended.rows)} ${mended.holds}.`,
  );
}

const BELIEVED_LIMIT = 10;

/** Groups of which more is known than what the plan shows, or less than what is assumed; the same lines as in the text. */
export function believedNotes(report: Report): readonly string[] {
  const { shown, left } = firstFew(believedGroups(report), BELIEVED_LIMIT);
  const label = capitalised(believedLabel(report));
  return [
    ...shown.map((group) => `${label}${inWhich(group, report)}: ${prose(group.text)}.`),
    ...andMore(left).map((more) => `${more} groups, which the report file lists.`),
  ];
}

/** Why is believed what is believed of the default rules of every group. */
export function beliefList(report: Report, limit: number, more: (left: number) => string): string {
  const groups = allBelievedGroups(report);
  const items = groups.map((group) => `- ${clusterWords(group, report, code) ?? ''}: ${prose(group.text)}`);
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}

/** Over the list of beliefs, where it is folded. */
export const BELIEF_TITLE = 'What is believed of the rules that CCE made';

/** What to commit with a plan that takes default rules away, ready to paste. */
export function recordNotes(report: Report): readonly string[] {
  return recordingWords(report).map(({ cluster, why, line, lines = [] }) => {
    const said = `Record in ${code(cluster)}: ${prose(why)}.`;
    if (line === undefined) return said;
    const way = `Add to \`cce-plan-guard.yml\`, or run ${code(`cce-plan-guard record ${plansToName(report)}`)}:`;
    return [`${said} ${way}`, '', fence((lines.length > 0 ? lines : [line]).join('\n'), 'yaml')].join('\n');
  });
}

const OPEN_LIMIT = 5;

/** What was open to the internet before and still is; the same lines as in the text. */
export function openNotes(report: Report): readonly string[] {
  const { shown, left } = firstFew(openLines(report), OPEN_LIMIT);
  const notes = shown.map((line) => `Open${inWhich(line, report)}: ${prose(line.text)}.`);
  return [...notes, ...andMore(left)];
}

/** Rows that are undecided whatever the plan does; the same lines as in the text. */
export function undecidedNotes(report: Report): readonly string[] {
  const { shown, left } = firstFew(untouchedLines(report), OPEN_LIMIT);
  const notes = shown.map((line) => `Undecided${inWhich(line, report)}: ${prose(line.text)}`);
  return [...notes, ...andMore(left)];
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

/** Over the table of states, where it is folded. */
export const STATES_TITLE = 'How each row stands: before, while applying, after';

/** How the rows stand that do not simply hold. */
export function statesTable(report: Report, limit: number, more: (left: number) => string): string {
  const states = rowStates(report);
  // An id tells people less than what the group is.
  const nameless = new Map(
    report.groups.flatMap(({ key, name, address, role }) =>
      name === undefined && address === undefined ? [[key, ROLE_NAMES[role]] as const] : [],
    ),
  );
  const times = report.cloud === undefined ? ['before', 'while applying', 'after'] : ['now'];
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
  waived: readonly WaivedFinding[],
  report: Report,
  { limit, more }: Pick<Fit, 'limit' | 'more'>,
): string {
  const items = waived.map((finding) => {
    const { row, check } = finding;
    return `- ${row === undefined ? checkInCell(check) : rowInCell(row.id)}${inWhich(finding, report)}: ${waivedTerms(finding, prose, code)}`;
  });
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}
