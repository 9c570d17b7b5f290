/** Longest text that is shown of one value, in characters. */
const VALUE_LIMIT = 300;

// Controls, format characters (bidirectional, zero width), half characters and whatever else has no picture.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gu;

/**
 * Text of a plan as one visible line: no control, bidirectional or zero-width character is left, line breaks show as
 * `↵`, and what is longer than `limit` characters ends in `…`. Every sink starts from this.
 */
export function plain(text: string, limit = VALUE_LIMIT): string {
  // Cut first, with room for what goes away: a text of megabytes is not worth reading to its end.
  const near = text.length > 4 * limit ? text.slice(0, 4 * limit) : text;
  const clean = near.replace(BREAKS, '↵').replaceAll('\t', ' ').replace(INVISIBLE, '');
  const characters = [...clean];
  if (characters.length <= limit && near === text) return clean;
  return `${characters.slice(0, limit - 1).join('')}…`;
}

/** The same for text of several lines: `\n` and tabs stay. */
export function plainLines(text: string): readonly string[] {
  return text.split(BREAKS).map((line) =>
    line
      .split('\t')
      .map((part) => part.replace(INVISIBLE, ''))
      .join('\t'),
  );
}
