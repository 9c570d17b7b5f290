import { bytesOf, fitItems } from '../budget.js';
import type { Block, BlockRow } from '../../report/blocks.js';
import { code, prose, proseInCell } from './escape-markdown.js';
import { details, MARKS, type MarkdownContext, placeInCell, planName } from './markdown-parts.js';
import { actionsPhrase, capped, count } from '../../report/phrases.js';
import { placeNotes } from '../../report/place-notes.js';
import type { Report } from '../../report/report.js';
import { fencedRules, mendingRules } from './rule-hcl.js';

const CAUSE_LIMIT = 5;
const SENTENCE_LIMIT = 5;
/** Rows that are not lost for good: so many are shown at once, more after a click. */
const MILD_ROW_LIMIT = 4;

/** The rows of a block, each once, in its order. */
export function rowIds({ rows }: Pick<Block, 'rows'>): readonly string[] {
  return [...new Set(rows.map(({ requirement }) => requirement))];
}

/** What the rows do not tell. */
export function sentenceParagraphs({ sentences }: Block): readonly string[] {
  const left = sentences.length - SENTENCE_LIMIT;
  return [...sentences.slice(0, SENTENCE_LIMIT).map(prose), ...(left > 0 ? [`and ${left} more.`] : [])];
}

/** The rows with the packets that they miss, as a table. */
export function rowTable(block: Block, limit: number): string {
  const { rows } = block;
  const ids = rowIds(block);
  // Sentences name rows without packets.
  if (rows.every(({ what }) => what === '')) return '';
  const hasImpact = rows.some(({ impact }) => impact !== '');
  const isMild = block.change === 'transient' || block.change === 'undecided';
  const impact = isMild ? 'what is at stake' : 'what is lost';
  const head = hasImpact
    ? `| row | packets | who | ${impact} |\n|---|---|---|---|`
    : '| row | packets | who |\n|---|---|---|';
  const body = fitItems({
    items: tableRows(rows, hasImpact),
    total: rows.length,
    limit: limit - head.length - ROOM_FOR_DETAILS,
    more: (left) => `| | ${count(left, 'more row')} | |${hasImpact ? ' |' : ''}`,
  });
  const table = `${head}\n${body}`;
  return isMild && rows.length > MILD_ROW_LIMIT ? details(count(ids.length, 'row'), table) : table;
}

const ROOM_FOR_DETAILS = 100;

function* tableRows(rows: readonly BlockRow[], hasImpact: boolean): Generator<string> {
  let last = '';
  for (const { requirement, what, peers, impact } of rows) {
    // A row that comes again says its name and its impact only once.
    const isAgain = requirement === last;
    last = requirement;
    const cells = [
      isAgain ? '' : proseInCell(requirement),
      proseInCell(what),
      proseInCell(peers),
      ...(hasImpact ? [isAgain ? '' : proseInCell(impact)] : []),
    ];
    yield `| ${cells.join(' | ')} |`;
  }
}

/** Which changes bring it about, and where they stand. */
export function causeList({ causes }: Block, context: MarkdownContext): string {
  const shown = causes.slice(0, CAUSE_LIMIT).map((cause) => {
    const place = cause.file === null ? '' : `${placeInCell(cause, context)} `;
    const words = [actionsPhrase(cause.actions), ...placeNotes(cause)].map(prose).join(' · ');
    return `- ${place}${code(cause.address)} ${words}`;
  });
  const left = causes.length - shown.length;
  return [...shown, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}

/** One packet that shows it. */
export function exampleLine({ witness }: Block): readonly string[] {
  return witness === null ? [] : [`For example ${code(witness)}`];
}

/** What to do, with the rules that would do it, within so many bytes. */
export function remedy(block: Block, report: Report, limit: number): string {
  const { rules, left } = mendingRules(block, report);
  const words = prose(block.remedy);
  if (rules.length === 0) return `To mend it: ${words}`;
  const note = [
    'Made of the rows above; the next plan shows whether they hold.',
    ...(left > 0 ? [`${count(left, 'more rule')} cannot be written from what the plan knows.`] : []),
  ].join(' ');
  const hcl = fencedRules(rules, limit - bytesOf(words) - bytesOf(note) - ROOM_FOR_DETAILS);
  const title = `How to mend it: ${count(rules.length, 'rule')}`;
  return hcl === '' ? `To mend it: ${words}` : details(title, `${words}\n\n${hcl}\n\n${note}`);
}

const SECTION_ROWS = 30_000;
const SECTION_RULES = 20_000;
const CHECK_LIMIT = 4;

/** A block as a section of a page, with its heading. */
export function blockSection(block: Block, report: Report, context: MarkdownContext): string {
  const { severity, checks, change, cluster, pool, plan, title } = block;
  const input = report.plans[plan];
  const facts = [
    severity,
    prose(capped(checks, CHECK_LIMIT)),
    change,
    ...(cluster === null ? [] : [`cluster ${code(cluster)}`]),
    ...(pool === null ? [] : [`pool ${code(pool)}`]),
    ...(report.plans.length > 1 && input !== undefined ? [planName(input)] : []),
  ];
  const paragraphs = [
    `#### ${MARKS[severity]} ${prose(title)}`,
    facts.join(' · '),
    causeList(block, context),
    rowTable(block, SECTION_ROWS),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    remedy(block, report, SECTION_RULES),
  ];
  return paragraphs.filter((text) => text !== '').join('\n\n');
}
