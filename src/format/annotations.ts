import type { Severity } from '../config/configuration.js';
import { type Block, type BlockRow, blocksOf } from '../report/blocks.js';
import { bytesOf, cutToBytes } from './budget.js';
import { rowIds } from './markdown/markdown-block.js';
import { actionsPhrase, capped, count } from '../report/phrases.js';
import { plain } from './plain.js';
import { isInCheckout } from '../report/place-notes.js';
import { NO_PLACE, type Report, type ReportCause } from '../report/report.js';

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
  const { blocks } = blocksOf(report);
  const used = { error: 0, warning: 0, notice: 0 };
  const shown = blocks.filter(({ severity }) => ++used[LEVELS[severity]] <= limits[LEVELS[severity]]);
  const left = new Map<AnnotationLevel, number>();
  for (const { severity } of blocks) {
    const level = LEVELS[severity];
    left.set(level, Math.max(0, used[level] - Math.max(0, limits[level])));
  }
  const tail = leftText(left);
  return shown.map((block, index) =>
    annotation(block, tail !== '' && index === shown.length - 1 ? tail : ''),
  );
}

function leftText(left: ReadonlyMap<AnnotationLevel, number>): string {
  const counts = [...left].filter(([, n]) => n > 0).map(([level, n]) => count(n, `more ${level}`));
  return counts.length === 0 ? '' : ` No room here for ${counts.join(', ')}: see the job summary.`;
}

function annotation(block: Block, tail: string): Annotation {
  const { file, line } = placeOf(block.causes);
  const room = MESSAGE_LIMIT - bytesOf(tail);
  return {
    level: LEVELS[block.severity],
    ...(file === null ? {} : { file }),
    ...(file === null || line === null ? {} : { line }),
    title: cutToBytes(titleOf(block), TITLE_LIMIT),
    message: cutToBytes(messageOf(block), room) + tail,
  };
}

/** The first cause that stands somewhere in the checkout. */
function placeOf(causes: readonly ReportCause[]): Pick<ReportCause, 'file' | 'line'> {
  const cause = causes.find((it) => isInCheckout(it) && plain(it.file ?? '', Infinity) === it.file);
  return cause ?? NO_PLACE;
}

const ID_LIMIT = 8;

function titleOf(block: Block): string {
  const ids = rowIds(block);
  // GitHub passes over what is blank.
  const title = plain(block.title, TITLE_LIMIT).trim() === '' ? block.checks.join(', ') : block.title;
  return plain(ids.length === 0 ? title : `${title} (${capped(ids, ID_LIMIT)})`, TITLE_LIMIT);
}

const ROW_LIMIT = 6;
const SENTENCE_LIMIT = 5;

function messageOf({ rows, sentences, causes, witness, remedy, cluster }: Block): string {
  const lost = rows.filter(({ what }) => what !== '');
  const [cause, ...others] = causes;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  const parts = [
    ...(cluster === null ? [] : [`Cluster ${cluster}.`]),
    ...(cause === undefined ? [] : [`Cause: ${cause.address}, ${actionsPhrase(cause.actions)}${more}.`]),
    ...(lost.length === 0 ? [] : [`${rowTexts(lost)}.`]),
    ...sentences.slice(0, SENTENCE_LIMIT),
    ...(witness === null ? [] : [`For example: ${witness}.`]),
    `To mend it: ${remedy}`,
  ];
  return parts.map((part) => plain(part, MESSAGE_LIMIT)).join(' ');
}

function rowTexts(rows: readonly BlockRow[]): string {
  const texts = rows
    .slice(0, ROW_LIMIT)
    .map(({ requirement, what, peers, impact }) =>
      [`${requirement} ${what} ${peers}`, ...(impact === '' ? [] : [impact])].join(': '),
    );
  const left = rows.length - texts.length;
  return [...texts, ...(left > 0 ? [`${left} more`] : [])].join('; ');
}
