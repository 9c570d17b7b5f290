import { type Hcl, loadHcl } from './hcl.js';
import { blockAtStart, likelyEnd } from './hcl-file.js';
import { spanOf } from './hcl-expression.js';
import { type BlockType, type BlockHeader, headersIn } from './headers.js';

/** A block and its lines, from 1, both ends included. */
export interface HclBlock {
  readonly keyword: BlockType;
  readonly labels: readonly string[];
  readonly from: number;
  readonly to: number;
}

/**
 * The blocks at the top level of a text, in order. The text may be a part of a file, as the hunk of a diff is: a block
 * whose header is cut off is not seen, and one that is not closed reaches to the line before the next header, or to
 * the end.
 */
export type BlocksIn = (lines: readonly string[]) => readonly HclBlock[];

/** Loads the HCL parser, once for many texts. When it cannot be loaded, no blocks are seen. */
export async function openBlocks(grammar: () => Promise<Uint8Array>): Promise<BlocksIn> {
  const hcl = await grammar().then(loadHcl, () => undefined);
  return (lines) => {
    const text = lines.join('\n');
    const headers = headersIn(text);
    if (hcl === undefined || headers.length === 0) return [];
    return blocksOfWhole(hcl, text, headers) ?? blocksOfPart(hcl, text, headers);
  };
}

/** Undefined for a text that is no whole file. */
function blocksOfWhole(
  hcl: Hcl,
  text: string,
  headers: readonly BlockHeader[],
): readonly HclBlock[] | undefined {
  return hcl.parse(text, (root) => {
    if (root.hasError) return undefined;
    return headers.flatMap(({ start, keyword, labels }) => {
      // In a comment, a heredoc or another block the same text is no header.
      const block = root.descendantForIndex(start, start + 1)?.parent;
      if (
        block?.type !== 'block' ||
        block.startIndex !== start ||
        block.parent?.parent?.equals(root) !== true
      ) {
        return [];
      }
      const { line, endLine } = spanOf(block, 0);
      return [{ keyword, labels, from: line, to: endLine }];
    });
  });
}

/** Of a hunk only the last block is not closed; a text made to harm has thousands of such. */
const AGAIN_LIMIT_CHARS = 100_000;

/** Each block is parsed for itself: what is cut off in front of it, or behind it, does not count. */
function blocksOfPart(hcl: Hcl, text: string, headers: readonly BlockHeader[]): readonly HclBlock[] {
  const blocks: HclBlock[] = [];
  let left = text.length + AGAIN_LIMIT_CHARS;
  let [above, counted, told] = [0, 0, 0];
  const closedAt = (start: number, end: number): number | undefined => {
    left -= end - start;
    const block = left < 0 ? undefined : blockAtStart(hcl, text.slice(start, end), above);
    return block?.isBroken === false ? block.endLine : undefined;
  };
  for (const [at, { keyword, labels, start }] of headers.entries()) {
    above += lineBreaksIn(text.slice(counted, start));
    counted = start;
    if (above < told) continue;
    const cut = text.slice(start, headers[at + 1]?.start).trimEnd();
    told =
      closedAt(start, likelyEnd(text, start)) ??
      closedAt(start, text.length) ??
      above + 1 + lineBreaksIn(cut);
    blocks.push({ keyword, labels, from: above + 1, to: told });
  }
  return blocks;
}

function lineBreaksIn(text: string): number {
  return text.split('\n').length - 1;
}
