import type { RuleFlaw } from '../../plan/rule-problem.js';
import type { Block } from '../../report/blocks.js';
import type { ReportFinding } from '../../report/report.js';
import type { Diff, DiffFile } from './diff.js';
import { blockAt, type CommentPlace } from './places.js';

/** One line, and what it becomes. */
export interface LineSuggestion {
  readonly line: number;
  readonly text: string;
}

const UPPER_CASE = /^\s*protocol\s*=\s*"(?:TCP|UDP|ICMP)"\s*$/;

/**
 * What can be replaced at the touch of a button: only a line whose text is known to the letter, so one of the diff
 * itself. That is a protocol in capitals, which the provider does not know. Nothing of a plan goes in.
 */
export function suggestionFor(
  { findings, causes }: Pick<Block, 'findings' | 'causes'>,
  { path, anchor }: CommentPlace,
  diff: Diff,
): LineSuggestion | undefined {
  const file = diff.file(path);
  if (!findings.some(isAboutName) || causes.length !== 1 || anchor.side !== 'RIGHT') return undefined;
  // With CRLF, GitHub would put in a line that ends otherwise than its neighbours.
  if (file === undefined || file.lines.isCrlf) return undefined;
  for (const line of resourceLines(file, anchor.line)) {
    const text = file.lines.right.get(line)?.text;
    if (text !== undefined && UPPER_CASE.test(text))
      return { line, text: text.replace(/"\w+"/, (name) => name.toLowerCase()) };
  }
  return undefined;
}

/** The provider takes the name of the protocol for another one, or for none. */
function isAboutName({ reason }: ReportFinding): boolean {
  return reason.kind === 'rule-problem' && FLAWS_OF_NAMES.has(reason.problem.flaw.id);
}

const FLAWS_OF_NAMES: ReadonlySet<RuleFlaw['id']> = new Set([
  'protocol-name',
  'name-dropped',
  'name-dropped-beside-ports',
]);

/** The lines of the head that belong to the resource around one of them, as far as the diff shows them. */
function resourceLines({ shown, judged: judgedLines, blocks }: DiffFile, at: number): readonly number[] {
  // Mostly the file that was judged is the head itself.
  const isOwn = shown.get(at)?.number === at;
  const judged = isOwn ? at : judgedLines.get(at);
  const block = judged === undefined ? undefined : blockAt(blocks, judged);
  if (block?.keyword !== 'resource') return [];
  const { from, to } = block;
  return Array.from({ length: to - from + 1 }, (_, index) => shown.get(from + index)?.number ?? []).flat();
}
