import { plain, type Shown } from '../plain.js';

/** The longest text from outside that is shown whole, in characters. */
const LIMIT = 240;

/** What build services read as a command to themselves: `::error::` at a word's start, `##[` and `##vso[` anywhere. */
const LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;

/**
 * Makes a text from outside fit to print on one line of a terminal or of a build log: nothing in it moves the cursor,
 * turns the writing direction, hides, or is taken for a command, and what is too long is cut. Every text of a report
 * goes through here, once.
 */
export function terminalText(text: Shown, limit = LIMIT): string {
  return plain(text, limit).replaceAll(LOG_COMMAND, (command) =>
    command.replace(/::|##/, ([sign = '']) => `${sign} ${sign}`),
  );
}
