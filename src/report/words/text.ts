import { must } from '../../result.js';

const characters: unique symbol = Symbol('characters');

/**
 * Words of a report, some values of a plan among them. Nobody can match, split, compare or print one: it has no
 * property that another file can name. Facts are read from the fields of the report; an escaper of a format, and the
 * JSON report, open it to write it down.
 */
export interface Text {
  readonly [characters]: string;
}

/** Longest value of a plan that a report shows, in characters: about what a screen has room for. */
export const VALUE_LIMIT = 300;

/** A value from outside as far as it is shown; what is cut ends in `…`, and no character is halved. */
export function shownValue(value: string): string {
  return cutAt(value, VALUE_LIMIT);
}

/** At most so many characters. A text of megabytes is not read to its end. */
function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const near = Array.from(text.slice(0, 2 * limit));
  const isWhole = near.length <= limit && text.length <= 2 * limit;
  return isWhole ? text : `${near.slice(0, limit - 1).join('')}…`;
}

/** Longest text, in characters: nobody reads on. */
const TEXT_LIMIT = 2000;
// What stands between spaces, and between the marks of code.
const LONG_VALUES = new RegExp(`[^\\s\`]{${VALUE_LIMIT + 1},}`, 'gu');

/** Words as a text. Values of a plan that are too long among them are cut, and so is what is too long altogether. */
export function toText(words: string): Text {
  if (words.length <= VALUE_LIMIT) return { [characters]: words };
  return { [characters]: cutAt(words.replaceAll(LONG_VALUES, shownValue), TEXT_LIMIT) };
}

/** A text put together: say`${title} (${ids})`. Strings are values, and cut as such. */
export function say(words: TemplateStringsArray, ...parts: readonly (Text | string | number)[]): Text {
  return {
    [characters]: words.reduce((whole, word, index) => {
      const part = must(parts[index - 1], 'between two words there is a part');
      return whole + (typeof part === 'object' ? part[characters] : shownValue(String(part))) + word;
    }),
  };
}

/** The texts, one behind the other. */
export function joined(texts: readonly Text[], between: string): Text {
  return { [characters]: texts.map((text) => text[characters]).join(between) };
}

/** The text as a sentence: with a full stop, unless it ends with one. */
export function asSentence(text: Text): Text {
  return /[.!?]$/.test(text[characters]) ? text : say`${text}.`;
}

/** What stands in a text. Only for escapers of a format and for the JSON report, which is written with it as it is. */
export function openText(text: Text): string {
  return text[characters];
}
