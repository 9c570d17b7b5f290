import type { Block } from '../../report/blocks.js';
import type { Diff } from './diff.js';
import type { PatchLine } from './patch.js';
import { headerOf } from './patch-blocks.js';
import type { Place } from './places.js';

/** One line, and what it becomes. */
export interface Suggestion {
  readonly line: number;
  readonly text: string;
}

const UPPER_CASE = /^(\s*protocol\s*=\s*")(TCP|UDP|ICMP)("\s*)$/;

/**
 * What can be replaced at the touch of a button: only a line whose text is known to the letter, so one of the diff
 * itself. That is a protocol in capitals, which the provider does not know. Nothing of a plan goes in.
 */
export function suggestionFor(
  { checks, causes }: Pick<Block, 'checks' | 'causes'>,
  { path, anchor }: Place,
  diff: Diff,
): Suggestion | undefined {
  const lines = diff.file(path)?.lines;
  if (checks.join() !== 'rule-input' || causes.length !== 1 || anchor.side !== 'RIGHT') return undefined;
  // With CRLF, GitHub would put in a line that ends otherwise than its neighbours.
  if (lines === undefined || lines.isCrlf) return undefined;
  for (const number of resourceLines(lines.right, anchor.line)) {
    const line = lines.right.get(number)?.text ?? '';
    const text = line.replace(UPPER_CASE, (_, start: string, name: string, end: string) =>
      [start, name.toLowerCase(), end].join(''),
    );
    if (text !== line) return { line: number, text };
  }
  return undefined;
}

/** The lines of the resource around a line, as far as the diff shows them in one piece; none of any other block. */
function resourceLines(right: ReadonlyMap<number, PatchLine>, at: number): readonly number[] {
  const begins = (number: number): boolean => /^[a-z]/.test(right.get(number)?.text ?? '');
  const ends = (number: number): boolean => right.get(number)?.text.startsWith('}') !== false;
  let from = at;
  while (!begins(from) && !ends(from - 1)) from--;
  let to = at;
  while (!ends(to) && right.has(to + 1) && !begins(to + 1)) to++;
  const isOther = begins(from) && headerOf(right.get(from)?.text ?? '')?.keyword !== 'resource';
  return isOther ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
