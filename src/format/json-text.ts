// Controls, format characters (bidirectional, zero width), separators of lines, and whatever else has no picture. Line
// ends stand between the lines alone: within strings JSON escapes them.
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A value as JSON for files and logs: nothing in it hides, moves a cursor or turns the writing direction. */
export function jsonText(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same for JSON that is there already. */
export function visibleJson(json: string): string {
  return json.replaceAll(INVISIBLE, escaped);
}

/** A character beyond U+FFFF is two units, each escaped. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
