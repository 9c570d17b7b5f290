import type { RuleFlaw } from '../../plan/rule-problem.js';
import { onlyOne } from '../../collections.js';
import type { Block } from '../../report/blocks.js';
import type { Fix, UndoneArgument } from '../../report/fix.js';
import type { ReportFinding } from '../../report/report.js';
import type { HclText } from '../../terraform/write-hcl.js';
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
 * itself. That is a protocol in capitals, which the provider does not know, or an argument that is to be what it was,
 * where the diff shows both. Nothing of a plan goes in.
 */
export function suggestionFor(
  block: Pick<Block, 'findings' | 'causes' | 'fixes'>,
  { path, anchor }: CommentPlace,
  diff: Diff,
): LineSuggestion | undefined {
  const file = diff.file(path);
  if (block.causes.length !== 1 || anchor.side !== 'RIGHT') return undefined;
  // With CRLF, GitHub would put in a line that ends otherwise than its neighbours.
  if (file === undefined || file.lines.isCrlf) return undefined;
  const replaced = replacementFor(block, file);
  if (replaced === undefined) return undefined;
  for (const line of resourceLines(file, anchor.line)) {
    const text = file.lines.right.get(line)?.text;
    const next = text === undefined ? undefined : replaced(text, line);
    if (next !== undefined) return { line, text: next };
  }
  return undefined;
}

/** What becomes of a line; undefined: it is not the one. */
type Replace = (text: string, line: number) => string | undefined;

function replacementFor(
  { findings, fixes }: Pick<Block, 'findings' | 'fixes'>,
  { lines }: DiffFile,
): Replace | undefined {
  if (findings.some(isAboutName)) {
    return (text) =>
      UPPER_CASE.test(text) ? text.replace(/"\w+"/, (name) => name.toLowerCase()) : undefined;
  }
  const undone = undoneLine(fixes?.first());
  if (undone === undefined) return undefined;
  const [was, is] = [undone.value, undone.instead].map((value) => argumentLine(undone.name, value));
  const old = [...lines.left.values()].filter(({ text }) => was?.test(text) === true);
  return (text, line) => {
    const { hunk, isChanged = false } = lines.right.get(line) ?? {};
    const [only, ...others] = old.filter((one) => one.hunk === hunk);
    return isChanged && is?.test(text) === true && others.length === 0 ? only?.text : undefined;
  };
}

/** The one argument that takes a change back. */
function undoneLine(fix: Fix | undefined): UndoneArgument | undefined {
  if (fix?.step.kind !== 'undo') return undefined;
  const { gone, changed, made, values } = fix.step;
  const isOne = changed.length === 1 && gone.length + made.length === 0;
  return isOne ? onlyOne(values) : undefined;
}

/** The line in which the argument says this, and nothing else. */
function argumentLine(name: string, value: HclText | undefined): RegExp | undefined {
  return value === undefined ? undefined : new RegExp(`^\\s*${name}\\s*=\\s*${literalPattern(value)}\\s*$`);
}

function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
