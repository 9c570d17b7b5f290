import type { Block } from '../report/blocks.js';
import type { ChangedFile } from './api.js';
import { parsePatch } from './patch.js';
import type { Place } from './placement.js';

/** One line, and what it becomes. */
export interface Suggestion {
  readonly line: number;
  readonly text: string;
}

const UPPER_CASE = /^(\s*protocol\s*=\s*")(TCP|UDP|ICMP)("\s*)$/;
const HEADER = /^resource\s+"/;

/**
 * What can be replaced at the touch of a button: only a line whose text is known to the letter, so one of the diff
 * itself. That is a protocol in capitals, which the provider does not know. Nothing of a plan goes in.
 */
export function suggestionFor(
  { checks, causes }: Pick<Block, 'checks' | 'causes'>,
  { path, anchor }: Place,
  files: readonly ChangedFile[],
): Suggestion | undefined {
  const patch = files.find((file) => file.path === path)?.patch;
  if (checks.join() !== 'rule-input' || causes.length !== 1 || anchor.side !== 'RIGHT') return undefined;
  // With CRLF, GitHub would put in a line that ends otherwise than its neighbours.
  if (patch === undefined || patch.includes('\r')) return undefined;
  const { right } = parsePatch(patch);
  for (const step of [-1, 1]) {
    for (let number = anchor.line; ; number += step) {
      const line = right.get(number);
      if (line === undefined || (line.text.startsWith('}') && step === 1)) break;
      const text = line.text.replace(UPPER_CASE, (_, start: string, name: string, end: string) =>
        [start, name.toLowerCase(), end].join(''),
      );
      if (text !== line.text) return { line: number, text };
      if (HEADER.test(line.text) && (step === -1 || number > anchor.line)) break;
    }
  }
  return undefined;
}
