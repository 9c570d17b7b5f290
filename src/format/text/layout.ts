/** The length of a text on the screen; every character is taken to be one cell wide. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The text, filled up with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** The text in lines of at most `width`, broken at spaces; a longer word stands alone. Never empty. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The first line with `first` before it, the others moved in as far. */
export function hang(first: string, text: string, width: number): readonly string[] {
  const indent = lengthOf(first);
  const [head = '', ...rest] = wrap(text, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => ' '.repeat(indent) + line)];
}

/** The parts with ` · ` between them, in lines of at most `width`, broken between parts; later lines are moved in. */
export function dotted(parts: readonly [string, ...string[]], width: number): readonly string[] {
  const [first, ...others] = parts;
  const lines: string[] = [];
  let line = first;
  for (const part of others) {
    const longer = `${line} · ${part}`;
    if (lengthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}

/** Narrower than this a column of words cannot be read. */
const MIN_COLUMN = 24;

/** The longest of the texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((max, text) => Math.max(max, lengthOf(text)), 0);
}

/** `left` and `right` at the ends of a line, or undefined when they do not fit. */
export function gapBetween(left: string, right: string, width: number): string | undefined {
  const gap = width - lengthOf(left) - lengthOf(right);
  return gap < 2 ? undefined : ' '.repeat(gap);
}
