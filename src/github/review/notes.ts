import { blocksOf } from '../../report/blocks.js';
import { code } from '../../format/markdown/escape-markdown.js';
import type { MarkdownContext } from '../../format/markdown/parts.js';
import type { Report } from '../../report/report.js';
import { renderReviewComment, type ReviewContext } from '../../format/markdown/review-comment.js';
import type { ChangedFile } from '../api/api.js';
import type { Diff } from './diff.js';
import { keyFrom } from './marker.js';
import { parsePatch } from './patch.js';
import { type CommentPlace, commentPlace } from './places.js';
import type { Note } from './review-draft.js';
import { suggestionFor } from './suggestion.js';
import { type Told, toldOf } from './memory.js';

/** What the comments on lines are made of beside the report. */
export interface NoteSource {
  readonly context: MarkdownContext;
  /** The folders of the root modules, plan by plan: `.` for the repository itself, undefined outside of it. */
  readonly roots: readonly (string | undefined)[];
  /** Where the configuration may stand. */
  readonly configPaths: readonly string[];
}

/** The files of the pull request, and the report with the places that their diff tells. */
export interface SeenReport {
  readonly files: readonly ChangedFile[];
  readonly diff: Diff;
  readonly report: Report;
}

/** Everything that can be said in view of these files, the worst first, and that the configuration changes. */
export function notesIn({ files, diff, report }: SeenReport, source: NoteSource): readonly Note[] {
  const { context, roots, configPaths } = source;
  const found = blocksOf(report).blocks.map((block): Note => {
    const about = commentPlace(block, { diff, root: roots[block.plan] });
    const suggestion = about === undefined ? undefined : suggestionFor(block, about, diff);
    const text = (context: ReviewContext): string => renderReviewComment(block, report, context);
    return {
      place:
        about === undefined || suggestion === undefined
          ? about
          : commentPlaceAt(about.path, suggestion.line, 'RIGHT'),
      told: toldOf(report, block),
      text: (at) => {
        if (at === 'elsewhere') return text({ ...context, isElsewhere: true });
        const whole = text({ ...context, suggestion: suggestion?.text });
        return suggestion === undefined ? withHint(whole, about) : whole;
      },
    };
  });
  return [...found, ...configurationNotes(files, configPaths)];
}

function commentPlaceAt(path: string, line: number, side: 'LEFT' | 'RIGHT'): CommentPlace {
  return { path, anchor: { side, line, startLine: undefined } };
}

function withHint(text: string, place: CommentPlace | undefined): string {
  if (place?.meant === undefined) return text;
  const { file, line } = place.meant;
  return `${text.trimEnd()}\n\n<sub>It is about line ${line} of ${code(file)}, which this diff does not show.</sub>`;
}

/** The configuration files that the pull request changes, moves or deletes. */
export function changedConfiguration(
  files: readonly ChangedFile[],
  configPaths: readonly string[],
): readonly ChangedFile[] {
  return files.filter(({ path, previousPath }) =>
    configPaths.some((config) => config === path || config === previousPath),
  );
}

/** What is said of a change of the configuration, on its first changed line. */
function configurationNotes(files: readonly ChangedFile[], configPaths: readonly string[]): readonly Note[] {
  return changedConfiguration(files, configPaths).flatMap(({ path, patch }): readonly Note[] => {
    const { right, left } = parsePatch(patch);
    const [added] = [...right].find(([, { isChanged }]) => isChanged) ?? [];
    const [deleted] = left.keys();
    const line = added ?? deleted;
    if (line === undefined) return [];
    const place = commentPlaceAt(path, line, added === undefined ? 'LEFT' : 'RIGHT');
    const told: Told = {
      severity: 'notice',
      words: CONFIGURATION_TITLE,
      ids: [keyFrom('configuration', path)],
    };
    // No summary remembers it, so it is said even where there are many comments already.
    return [{ place, told, text: () => CONFIGURATION_TEXT }];
  });
}

const CONFIGURATION_TITLE = 'This pull request changes the configuration of cce-plan-guard';
const CONFIGURATION_TEXT = [
  `**${CONFIGURATION_TITLE}**`,
  'The plan was judged with the configuration of the base branch, so that a change cannot waive itself. ' +
    'What changes here counts after the merge.',
].join('\n\n');
