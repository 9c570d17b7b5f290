/** Block types that anybody asks for. */
export type BlockType =
  'resource' | 'data' | 'module' | 'variable' | 'output' | 'locals' | 'moved' | 'removed';

// Each character can match in one way only, so a text made to harm takes no longer than any other.
const GAP = String.raw`(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*`;
const LABEL = String.raw`(?:"[^"\n]*"|[\w-]+(?![\w-]))`;
const HEADER = new RegExp(
  `^(${GAP})(resource|data|module|variable|output|locals|moved|removed)(?![\\w-])${GAP}` +
    `(?:(${LABEL})${GAP})?(?:(${LABEL})${GAP})?\\{`,
  'gm',
);

/** The name under which `headersIn` keeps a block. */
export function headerKey(type: BlockType, labels: readonly string[]): string {
  return [type, ...labels].join(' ');
}

/**
 * Finds what looks like the header of a block, at the start of a line, labels quoted or not: the offsets of the
 * keywords, by `headerKey`. Long comments and heredocs may hold the same text; only a parser can tell.
 */
export function headersIn(text: string): ReadonlyMap<string, readonly number[]> {
  const headers = new Map<string, number[]>();
  for (const match of text.matchAll(HEADER)) {
    const [, gap = '', type = '', first, second] = match;
    const key = `${type}${named(first)}${named(second)}`;
    const start = match.index + gap.length;
    const list = headers.get(key);
    if (list === undefined) headers.set(key, [start]);
    else list.push(start);
  }
  return headers;
}

function named(label: string | undefined): string {
  if (label === undefined) return '';
  return ` ${label.startsWith('"') ? label.slice(1, -1) : label}`;
}
