import { code, prose } from './escape-markdown.js';
import { alertBox, type MarkdownContext } from './parts.js';

/** What is said instead of a verdict where there is none. Without a reason, nothing of it comes from a plan. */
export function renderUnjudged({ label = '', commit, runUrl }: MarkdownContext, reason?: string): string {
  const which = label === '' ? '' : ` (${code(label)})`;
  const of = commit === undefined ? 'this commit' : `commit ${commit}`;
  const why =
    reason !== undefined
      ? ` ${prose(reason)}`
      : runUrl === undefined
        ? ''
        : ` [The run](${runUrl}) says why.`;
  return alertBox('warning', [
    `**Could not be judged**${which}: there is no verdict on the plan of ${of}.${why}`,
  ]);
}

/** What stands in place of a verdict that no run keeps up to date any more. */
export function renderSwitchedOff({ label = '', runUrl }: MarkdownContext): string {
  const which = label === '' ? '' : ` (${code(label)})`;
  const where = runUrl === undefined ? '' : ` [The run](${runUrl}) has the verdict.`;
  return `**No longer told here**${which}: \`review: off\`.${where}`;
}
