import { distance } from 'fastest-levenshtein';

const LONGEST_KEY_SHOWN = 40;
const LONGEST_COMPARED = 100;

/**
 * The known word that was probably meant: at most one letter in three differs; case, `-` and `_` do not count.
 * Of several equally near ones the first.
 */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const word = lettersOf(text);
  if (word === '' || word.length > LONGEST_COMPARED) return undefined;
  let best: { readonly name: string; readonly steps: number } | undefined;
  for (const name of known) {
    const other = lettersOf(name);
    const steps = distance(word, other);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, other.length) / 3));
    if (steps <= allowed && steps < (best?.steps ?? Infinity)) best = { name, steps };
  }
  return best?.name;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[-_\s]/g, '');
}

/** A key of the file, fit for one line of a message. */
export function shownKey(key: string): string {
  const plain = key.replace(/[^\p{L}\p{N}\p{P}\p{S} ]|[`\p{Default_Ignorable_Code_Point}]/gu, '?');
  const [short = ''] = new RegExp(`^.{0,${LONGEST_KEY_SHOWN}}`, 'u').exec(plain) ?? [];
  return short === plain ? `\`${plain}\`` : `\`${short}…\``;
}

/** `a, b or c`. */
export function orList(words: readonly (string | number)[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
