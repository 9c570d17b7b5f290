import { openText, type Text, VALUE_LIMIT } from '../report/words/text.js';

/** What only an escaper writes down: words of the report, or a value of a plan. */
export type Shown = Text | string;

function rawText(shown: Shown): string {
  return typeof shown === 'string' ? shown : openText(shown);
}

/** Nothing at all; what cannot be seen is something. */
export function isBlank(shown: Shown): boolean {
  return rawText(shown) === '';
}

// Controls, format characters (bidirectional, zero width), half characters and whatever else has no picture.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gu;

// Of Latin-1, punctuation, arrows and signs, what is seen as it is: words of ours hold no others.
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2190-\u21ff\u2713-\u2718]*$/;

/** More marks on one letter than any writing needs; they would cover the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * Text from outside as one visible line: no control, bidirectional or zero-width character is left, line breaks show
 * as `↵`, and what is longer than `limit` characters ends in `…`. Every escaper of GitHub's sinks starts from this.
 */
export function plain(shown: Shown, limit = VALUE_LIMIT): string {
  const text = rawText(shown);
  // Cut first, with room for what goes away: a text of megabytes is not worth reading to its end.
  const near = text.length > 4 * limit ? text.slice(0, 4 * limit) : text;
  const seen = visible(near.replaceAll(BREAKS, '↵').replaceAll('\t', ' '));
  // A text has no more characters than code units, which need no counting.
  if (near === text && seen.length <= limit) return seen;
  const characters = Array.from(seen);
  if (near === text && characters.length <= limit) return seen;
  return `${characters.slice(0, limit - 1).join('')}…`;
}

/** The lines of a text, each visible; tabs stay. */
export function plainLines(text: string): readonly string[] {
  return text.split(BREAKS).map((line) => line.split('\t').map(visible).join('\t'));
}

function visible(text: string): string {
  // Nearly every text: the tables of Unicode are slow to ask.
  if (PLAIN.test(text)) return text;
  return text.replaceAll(INVISIBLE, '').replaceAll(PILED_MARKS, '$1');
}
