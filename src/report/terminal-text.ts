/** The longest text from outside that is shown whole, in characters. */
const LIMIT = 240;

/**
 * What a terminal or a log would not show as it is: control characters (escape sequences begin with one, lines end
 * with one), format characters (they turn the writing direction round, or have no width), half characters, private
 * ones, and the two Unicode line ends.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** What build services read as a command to themselves: `::error::` at a word's start, `##[` and `##vso[` anywhere. */
const LOG_COMMAND = /(?<=^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;

/** More marks on one letter than any writing needs; they would cover the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * Makes a text from outside fit to print on one line of a terminal or of a build log: what cannot be seen is shown as
 * its code point, and what is too long is cut. Every text of a plan goes through here, once.
 */
export function terminalText(text: string, limit = LIMIT): string {
  // A character is at most two units long: no need to take a text of megabytes apart.
  const characters = [...text.slice(0, 2 * limit + 2)];
  const isCut = characters.length > limit;
  const shown = isCut ? characters.slice(0, limit).join('') : characters.join('');
  const safe = shown
    .replaceAll(UNPRINTABLE, codePoint)
    .replaceAll(PILED_MARKS, '$1')
    .replaceAll(LOG_COMMAND, ([first = '', ...rest]) => codePoint(first) + rest.join(''));
  return isCut ? `${safe}…` : safe;
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code === 0x0a ? '\\n' : `\\u{${code.toString(16)}}`;
}
