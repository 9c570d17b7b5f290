import type { Anchor, PatchLine, PatchLines } from './patch.js';

/** The first line of a block of HCL: `resource "T" "N"` has two labels, `module "N"` one. */
export interface Header {
  readonly keyword: 'resource' | 'module';
  readonly labels: readonly string[];
}

/** A block whose first line the diff shows in the head. */
export interface ShownBlock extends Header {
  readonly line: number;
}

/** A block that the diff deletes. */
export interface DeletedBlock extends Header {
  readonly anchor: Anchor;
}

const HEADER = /^\s*(?:resource\s+"([^"]+)"\s+"([^"]+)"|module\s+"([^"]+)")\s*\{/;

/** The header that a line is; undefined for all other lines. */
export function headerOf(line: string): Header | undefined {
  const [all, type, name, module] = HEADER.exec(line) ?? [];
  if (all === undefined) return undefined;
  const labels = [type, name, module].filter((label) => label !== undefined);
  return { keyword: module === undefined ? 'resource' : 'module', labels };
}

/** The same for blocks of the same kind with the same labels. */
export function blockKey({ keyword, labels }: Header): string {
  return [keyword, ...labels].join(' ');
}

/** The blocks whose first line the head's side of the diff shows. */
export function shownBlocks({ right }: PatchLines): readonly ShownBlock[] {
  return [...right].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    return header === undefined ? [] : [{ ...header, line }];
  });
}

/** The blocks whose first line the diff deletes. Each reaches to its closing brace, or as far as its hunk shows. */
export function deletedBlocks(lines: PatchLines): readonly DeletedBlock[] {
  const kept = new Set(shownBlocks(lines).map(blockKey));
  return [...lines.left].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    // The same header on the other side: the block is edited or moved within the file, not deleted.
    if (header === undefined || kept.has(blockKey(header))) return [];
    return [{ ...header, anchor: leftRange(lines.left, line) }];
  });
}

function leftRange(left: ReadonlyMap<number, PatchLine>, from: number): Anchor {
  const first = left.get(from);
  const indent = /^\s*/.exec(first?.text ?? '')?.[0] ?? '';
  let to = from;
  if (!/\}\s*$/.test(first?.text ?? '')) {
    for (let line = left.get(to + 1); line?.hunk === first?.hunk; line = left.get(to + 1)) {
      if (line === undefined || headerOf(line.text) !== undefined) break;
      to++;
      if (line.text.trimEnd() === `${indent}}`) break;
    }
  }
  return { side: 'LEFT', line: to, startLine: to > from ? from : undefined };
}
