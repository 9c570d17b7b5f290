import { must } from '../../result.js';

const KEYWORDS = ['resource', 'data', 'module', 'variable', 'output', 'locals', 'moved', 'removed'] as const;

/** Block types that anybody asks for. */
export type BlockType = (typeof KEYWORDS)[number];

// Each character can match in one way only, so a text made to harm takes no longer than any other.
const GAP = String.raw`(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*`;
const LABEL = String.raw`(?:"[^"\n]*"|[\w-]+(?![\w-]))`;
const HEADER = new RegExp(
  `^(?<gap>${GAP})(?<keyword>${KEYWORDS.join('|')})(?![\\w-])${GAP}` +
    `(?:(?<first>${LABEL})${GAP})?(?:(?<second>${LABEL})${GAP})?\\{`,
  'gm',
);

/** One text for a block's type and labels. */
export function headerKey(type: BlockType, labels: readonly string[]): string {
  return [type, ...labels].join(' ');
}

/** The header of a resource (`T.name`) or data source (`data.T.name`). */
export function headerOfResource(block: string): Pick<BlockHeader, 'keyword' | 'labels'> {
  const words = block.split('.');
  return words[0] === 'data'
    ? { keyword: 'data', labels: words.slice(1) }
    : { keyword: 'resource', labels: words };
}

/** What looks like the header of a block. */
export interface BlockHeader {
  readonly keyword: BlockType;
  readonly labels: readonly string[];
  /** Where the keyword begins in the text. */
  readonly start: number;
}

/**
 * Finds what looks like the header of a block, at the start of a line, labels quoted or not, in the order of the text.
 * Long comments and heredocs may hold the same text; only a parser can tell.
 */
export function headersIn(text: string): readonly BlockHeader[] {
  return Array.from(text.matchAll(HEADER), (match) => {
    const { gap, keyword, first, second } = match.groups ?? {};
    return {
      keyword: must(
        KEYWORDS.find((known) => known === keyword),
        'the pattern is made of the keywords',
      ),
      labels: [first, second].flatMap((label) => label?.replace(/^"|"$/g, '') ?? []),
      start: match.index + must(gap, 'the gap may be empty, but it is there').length,
    };
  });
}
