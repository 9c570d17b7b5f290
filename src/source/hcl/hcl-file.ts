import type { Node } from 'web-tree-sitter';

import { groupBy } from '../../collections.js';
import type { Hcl, LoadHcl } from './hcl.js';
import { attributesOf, spanOf } from './hcl-expression.js';
import { type BlockHeader, headerKey, headersIn } from './headers.js';
import { type BareBlock, BLOCK_LIMIT, type Look, type SourceFile } from './source-file.js';

/** The parser does about 1 MB/s. Larger files are parsed block by block, or not at all. */
const WHOLE_FILE_LIMIT_CHARS = 2_000_000;
const BLOCK_LIMIT_CHARS = 500_000;
const NOTHING: Look = { blocks: [], isBroken: false };

/** Prepares a file for questions. */
export function hclFileOf(text: string, loadHcl: LoadHcl): SourceFile {
  const all = headersIn(text);
  const headers = groupBy(all, ({ keyword, labels }) => headerKey(keyword, labels));
  // In front of these, a header at the start of a line can be nothing else.
  const doubtful = text.search(/\/\*|<</);
  let ends: Ends | undefined;
  return {
    keys: headers.keys(),
    find: async (type, labels) => {
      const asked = headers.get(headerKey(type, labels));
      if (asked === undefined) return NOTHING;
      const hcl = await loadHcl();
      if (hcl === undefined) return { blocks: [], isBroken: true };
      const looks = asked.slice(0, BLOCK_LIMIT).map(({ start }): Look => {
        const isSure = doubtful === -1 || start < doubtful;
        const above = linesBefore(text, start);
        const blockUpTo = (end: number) => blockAtStart(hcl, text.slice(start, end), above);
        const quick = isSure ? blockUpTo(likelyEnd(text, start)) : undefined;
        if (quick !== undefined && !quick.isBroken) return { blocks: [quick], isBroken: false };
        ends ??= provedHeaders(hcl, text, all);
        if (ends === 'unreadable' || !ends.has(start)) return { blocks: [], isBroken: ends === 'unreadable' };
        const end = ends.get(start);
        const alone: BareBlock = { line: above + 1, endLine: above + 1, attributes: new Map() };
        return { blocks: [(end === undefined ? undefined : blockUpTo(end)) ?? alone], isBroken: false };
      });
      return {
        blocks: looks.flatMap(({ blocks }) => blocks),
        isBroken: asked.length > BLOCK_LIMIT || looks.some(({ isBroken }) => isBroken),
      };
    },
  };
}

/** Where proved headers' blocks end; undefined for a block that the parser sees in pieces. */
type Ends = ReadonlyMap<number, number | undefined> | 'unreadable';

/** Formatted files close a block at the start of a line. */
export function likelyEnd(text: string, start: number): number {
  const close = text.indexOf('\n}', start);
  const nextLine = text.indexOf('\n', start);
  const oneLine = nextLine === -1 ? text.length : nextLine;
  if (text.slice(start, oneLine).trimEnd().endsWith('}')) return oneLine;
  return Math.min(close === -1 ? text.length : close + 2, start + BLOCK_LIMIT_CHARS);
}

/** Parses a text that must begin with a block; `above` lines stand before it in its file. */
export function blockAtStart(
  hcl: Hcl,
  text: string,
  above: number,
): (BareBlock & { readonly isBroken: boolean }) | undefined {
  return hcl.parse(text, (root) => {
    const block = firstBlock(root);
    if (block === undefined) return undefined;
    const body = block.namedChildren.find(({ type }) => type === 'body');
    return { ...spanOf(block, above), attributes: attributesOf(body, above), isBroken: block.hasError };
  });
}

function firstBlock(root: Node): Node | undefined {
  const body = root.namedChildren.find(({ type }) => type === 'body');
  const [block] = body?.namedChildren ?? [];
  return block?.type === 'block' && block.startIndex === 0 ? block : undefined;
}

/** The headers that stand neither in a comment nor in a heredoc. */
function provedHeaders(hcl: Hcl, text: string, headers: readonly BlockHeader[]): Ends {
  if (text.length > WHOLE_FILE_LIMIT_CHARS) return 'unreadable';
  const proved = hcl.parse(text, (root) => {
    const ends = new Map<number, number | undefined>();
    for (const { start } of headers) {
      const node = root.descendantForIndex(start, start + 1);
      if (node?.type !== 'identifier' || node.startIndex !== start) continue;
      const { parent } = node;
      const isBlock = parent?.type === 'block' && parent.startIndex === start;
      if (isBlock || root.hasError) ends.set(start, isBlock ? parent.endIndex : undefined);
    }
    return ends;
  });
  return proved ?? 'unreadable';
}

/** How many lines end before an offset of the text. */
function linesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
