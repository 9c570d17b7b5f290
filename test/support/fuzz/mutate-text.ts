/** Small changes of texts and bytes, whatever they mean. */
import { TEXTS, TOKENS } from './hostile-values.js';
import type { Random } from './random.js';

/** The text with one to five changes; another text is where pieces may come from. */
export function textMutated(base: string, other: string, random: Random): string {
  let text = base;
  if (random.percent(40)) {
    for (let edits = 1 + random.nat(3); edits > 0; edits--) text = wordChanged(text, other, random);
    return text;
  }
  for (let edits = 1 + random.nat(1 + random.nat(5)); edits > 0; edits--) text = changed(text, other, random);
  return text;
}

function changed(text: string, other: string, random: Random): string {
  const [from, to] = rangeIn(text, random);
  switch (random.nat(10)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(from);
    case 2:
      return text.slice(0, from) + random.pick(TEXTS) + text.slice(from);
    case 3:
      return text.slice(0, from) + other.slice(...rangeIn(other, random)) + text.slice(to);
    case 4:
      return text.slice(0, from) + String.fromCodePoint(random.nat(0x3000)) + text.slice(from + 1);
    case 5:
      return text.slice(0, from);
    case 6:
      return linesMoved(text, random);
    case 7:
      return (
        text.slice(0, from) +
        random.pick(TOKENS).repeat(1 + random.nat(random.percent(95) ? 3 : 400)) +
        text.slice(from)
      );
    default:
      return text.slice(0, from) + random.pick(TOKENS) + text.slice(random.percent(50) ? from : to);
  }
}

const WORD = /[\w./:-]+/g;

/** A word becomes another one, so that most of the grammar still holds. */
function wordChanged(text: string, other: string, random: Random): string {
  const words = [...text.matchAll(WORD)];
  if (words.length === 0) return text;
  const { 0: word, index } = random.pick(words);
  return text.slice(0, index) + wordFor(word, other, random) + text.slice(index + word.length);
}

function wordFor(word: string, other: string, random: Random): string {
  if (/^\d+$/.test(word) && random.percent(70))
    return random.pick(['0', '1', '22', '255', '65535', '65536', '-1', '007']);
  const others = [...other.matchAll(WORD)].map(([text]) => text);
  const alike = others.filter((one) => one !== word && /\d/.test(one) === /\d/.test(word));
  if (alike.length > 0 && random.percent(70)) return random.pick(alike);
  return random.percent(50)
    ? `${word}${random.pick(['-x', '1', '.', '/0', ':'])}`
    : word.slice(0, random.nat(word.length + 1));
}

/** A short range most times. */
function rangeIn(text: string, random: Random): readonly [number, number] {
  const from = random.nat(text.length + 1);
  const length = random.percent(80) ? random.nat(12) : random.nat(text.length + 1);
  return [from, Math.min(text.length, from + length)];
}

function linesMoved(text: string, random: Random): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.nat(lines.length), 1);
  const indented = random.percent(50) ? `  ${line}` : line.trimStart();
  lines.splice(random.nat(lines.length + 1), 0, random.percent(50) ? line : indented);
  return lines.join('\n');
}

/** Bytes with one to four of them changed, taken out, doubled, or cut off at the end. */
export function bytesMutated(bytes: Uint8Array, random: Random): Uint8Array {
  let found = Uint8Array.from(bytes);
  for (let edits = 1 + random.nat(4); edits > 0 && found.length > 0; edits--) {
    const at = random.nat(found.length);
    const end = Math.min(found.length, at + 1 + random.nat(random.percent(80) ? 8 : found.length));
    switch (random.nat(4)) {
      case 0:
        found[at] = random.nat(256);
        break;
      case 1:
        found = Uint8Array.from([...found.subarray(0, at), ...found.subarray(end)]);
        break;
      case 2:
        found = Uint8Array.from(Buffer.concat([found.subarray(0, end), found.subarray(at)]));
        break;
      default:
        found = found.slice(0, random.percent(20) ? at : end);
    }
  }
  return found;
}
