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

/** Words as a text. */
export function toText(words: string): Text {
  return { [characters]: words };
}

/** Longest value of a plan that a report shows, in characters: about what a screen has room for. */
export const VALUE_LIMIT = 300;

/** A value from outside as far as it is shown; what is cut ends in `…`, and no character is halved. */
export function shownValue(value: string): string {
  if (value.length <= VALUE_LIMIT) return value;
  const near = Array.from(value.slice(0, 2 * VALUE_LIMIT));
  return near.length > VALUE_LIMIT || value.length > 2 * VALUE_LIMIT
    ? `${near.slice(0, VALUE_LIMIT - 1).join('')}…`
    : value;
}

/** A text put together: say`${title} (${ids})`. Strings are values, and cut as such. */
export function say(words: TemplateStringsArray, ...parts: readonly (Text | string | number)[]): Text {
  return toText(
    words.reduce((whole, word, index) => {
      const part = must(parts[index - 1], 'between two words there is a part');
      return whole + (typeof part === 'object' ? part[characters] : shownValue(String(part))) + word;
    }),
  );
}

/** The texts, one behind the other. */
export function joined(texts: readonly Text[], between: string): Text {
  return toText(texts.map((text) => text[characters]).join(between));
}

/** The text as a sentence: with a full stop, unless it ends with one. */
export function asSentence(text: Text): Text {
  return /[.!?]$/.test(text[characters]) ? text : say`${text}.`;
}

/** What stands in a text. Only for escapers of a format and for the JSON report, which is written with it as it is. */
export function openText(text: Text): string {
  return text[characters];
}
