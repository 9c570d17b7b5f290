import { groupBy } from '../collections.js';
import type { Severity } from '../config/configuration.js';
import { type Block, type BlockRow, isMild } from '../report/blocks.js';
import { placeInCheckout } from '../report/places.js';
import type { Report } from '../report/report.js';
import { whereSentences } from '../report/telling/finding-sentences.js';
import { tellingOf } from '../report/telling/telling.js';
import { actionsPhrase, capitalised, capped, count } from '../report/words/phrases.js';
import { remedyLabel } from '../report/words/remedy-words.js';
import { joined, say, type Text, toText } from '../report/words/text.js';
import { bytesOf, cutToBytes } from './budget.js';
import { andMore, firstFew, rowIds, SENTENCE_LIMIT } from './parts.js';
import { plain, type Shown } from './plain.js';

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
  const byLevel = groupBy(tellingOf(report).blocks, ({ severity }) => LEVELS[severity]);
  const levels = [...byLevel].map(([level, blocks]) => ({
    level,
    ...firstFew(blocks, Math.max(0, limits[level])),
  }));
  const counts = levels.filter(({ left }) => left > 0).map(({ level, left }) => count(left, `more ${level}`));
  const tail = counts.length === 0 ? '' : ` No room here for ${counts.join(', ')}: see the job summary.`;
  const shown = levels.flatMap((entry) => entry.shown);
  return shown.map((block, index) => annotation(block, report, index === shown.length - 1 ? tail : ''));
}

function annotation(block: Block, report: Report, tail: string): Annotation {
  const ids = rowIds(block);
  const title = ids.length === 0 ? block.title : say`${block.title} (${capped(ids, ID_LIMIT)})`;
  // GitHub finds no file whose name has to be shown in another way.
  const place = block.causes
    .flatMap((cause) => placeInCheckout(cause) ?? [])
    .find(({ file }) => plain(file, Infinity) === file);
  return {
    level: LEVELS[block.severity],
    ...(place === undefined ? {} : { file: place.file, line: place.line }),
    title: cutToBytes(plain(title, TITLE_LIMIT), TITLE_LIMIT),
    message: cutToBytes(annotationText(block, report), MESSAGE_LIMIT - bytesOf(tail)) + tail,
  };
}

const ID_LIMIT = 8;
const ROW_LIMIT = 6;

function annotationText(block: Block, report: Report): string {
  const { rows, sentences, causes, example, remedy } = block;
  const lost = rows.flatMap((row) => packetsOfRow(row, isMild(block)));
  const [cause] = causes;
  const others = andMore(causes.length - 1).map((more) => `, ${more}`);
  const parts = [
    ...whereSentences(block, report),
    ...(cause === undefined
      ? []
      : [say`Cause: ${cause.address}, ${actionsPhrase(cause.actions)}${others.join('')}.`]),
    ...(lost.length === 0 ? [] : [say`${joined(firstRows(lost), '; ')}.`]),
    ...sentences.slice(0, SENTENCE_LIMIT),
    ...(example === undefined ? [] : [say`For example: ${example}.`]),
    say`${capitalised(remedyLabel(block))} it: ${remedy}`,
  ];
  return parts.map((part: Shown) => plain(part, MESSAGE_LIMIT)).join(' ');
}

function packetsOfRow({ row, packets, impact }: BlockRow, isAtStake: boolean): readonly Text[] {
  if (packets === undefined) return [];
  const what = say`${row.id} ${packets.what} ${packets.peers}`;
  return [impact === undefined ? what : say`${what}${isAtStake ? ', at stake' : ''}: ${impact}`];
}

function firstRows(texts: readonly Text[]): readonly Text[] {
  const { shown, left } = firstFew(texts, ROW_LIMIT);
  return left > 0 ? [...shown, toText(`${left} more`)] : shown;
}
