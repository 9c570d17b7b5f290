import { groupBy } from '../collections.js';
import type { Severity } from '../config/configuration.js';
import { type Block, type BlockRow, blocksOf } from '../report/blocks.js';
import { bytesOf, cutToBytes } from './budget.js';
import { actionsPhrase, capped, count } from '../report/phrases.js';
import { andMore, firstOf, rowIds, SENTENCE_LIMIT } from './parts.js';
import { plain } from './plain.js';
import { isInCheckout } from '../report/place-notes.js';
import { NO_PLACE, type Report } from '../report/report.js';

/** What GitHub shows on a line of the changed files; plain text. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** From the repository's root. */
  readonly file?: string;
  readonly line?: number;
  readonly title: string;
  readonly message: string;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** GitHub drops what is more than this in one step, without a word. */
const LIMITS: Readonly<Record<AnnotationLevel, number>> = { error: 10, warning: 10, notice: 10 };

const TITLE_LIMIT = 255;
const MESSAGE_LIMIT = 4096;

const LEVELS: Readonly<Record<Severity, AnnotationLevel>> = {
  critical: 'error',
  warning: 'warning',
  notice: 'notice',
};

/** One for each block, the worst first; what does not fit is counted in the last one. */
export function annotationsOf(
  report: Report,
  limits: Readonly<Record<AnnotationLevel, number>> = LIMITS,
): readonly Annotation[] {
  const byLevel = groupBy(blocksOf(report).blocks, ({ severity }) => LEVELS[severity]);
  const levels = [...byLevel].map(([level, blocks]) => ({
    level,
    ...firstOf(blocks, Math.max(0, limits[level])),
  }));
  const counts = levels.filter(({ left }) => left > 0).map(({ level, left }) => count(left, `more ${level}`));
  const tail = counts.length === 0 ? '' : ` No room here for ${counts.join(', ')}: see the job summary.`;
  const shown = levels.flatMap((entry) => entry.shown);
  return shown.map((block, index) => annotation(block, index === shown.length - 1 ? tail : ''));
}

function annotation(block: Block, tail: string): Annotation {
  const level = LEVELS[block.severity];
  const title = cutToBytes(annotationTitle(block), TITLE_LIMIT);
  const message = cutToBytes(annotationText(block), MESSAGE_LIMIT - bytesOf(tail)) + tail;
  const cause = block.causes.find((it) => isInCheckout(it) && plain(it.file ?? '', Infinity) === it.file);
  const { file, line } = cause ?? NO_PLACE;
  if (file === null) return { level, title, message };
  return { level, file, ...(line === null ? {} : { line }), title, message };
}

const ID_LIMIT = 8;

function annotationTitle(block: Block): string {
  const ids = rowIds(block);
  // GitHub passes over what is blank.
  const title = plain(block.title, TITLE_LIMIT).trim() === '' ? block.checks.join(', ') : block.title;
  return plain(ids.length === 0 ? title : `${title} (${capped(ids, ID_LIMIT)})`, TITLE_LIMIT);
}

const ROW_LIMIT = 6;

function annotationText({ rows, sentences, causes, witness, remedy, cluster }: Block): string {
  const lost = rows.filter(({ what }) => what !== '');
  const [cause] = causes;
  const others = andMore(causes.length - 1).map((more) => `, ${more}`);
  const parts = [
    ...(cluster === null ? [] : [`Cluster ${cluster}.`]),
    ...(cause === undefined
      ? []
      : [`Cause: ${cause.address}, ${actionsPhrase(cause.actions)}${others.join('')}.`]),
    ...(lost.length === 0 ? [] : [`${rowsText(lost)}.`]),
    ...sentences.slice(0, SENTENCE_LIMIT),
    ...(witness === null ? [] : [`For example: ${witness}.`]),
    `To mend it: ${remedy}`,
  ];
  return parts.map((part) => plain(part, MESSAGE_LIMIT)).join(' ');
}

function rowsText(rows: readonly BlockRow[]): string {
  const { shown, left } = firstOf(rows, ROW_LIMIT);
  const texts = shown.map(({ requirement, what, peers, impact }) =>
    [`${requirement} ${what} ${peers}`, ...(impact === '' ? [] : [impact])].join(': '),
  );
  return [...texts, ...(left > 0 ? [`${left} more`] : [])].join('; ');
}
