import { blocksOf } from '../../report/blocks.js';
import { code } from '../../format/markdown/escape-markdown.js';
import type { MarkdownContext } from '../../format/markdown/parts.js';
import type { Report } from '../../report/report.js';
import { renderReviewComment } from '../../format/markdown/review-comment.js';
import type { ChangedFile } from '../api/api.js';
import type { Diff } from './diff.js';
import { keyFrom } from './marker.js';
import { parsePatch } from './patch.js';
import { type CommentPlace, commentPlace } from './places.js';
import type { Note } from './review-draft.js';
import { suggestionFor } from './suggestion.js';
import { fingerprintIn, toldOf } from './memory.js';

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

/** Everything that can be said on a line of these files, the worst first, and that the configuration changes. */
export function notesIn({ files, diff, report }: SeenReport, source: NoteSource): readonly Note[] {
  const { context, roots, configPaths } = source;
  const found = blocksOf(report).blocks.flatMap((block): readonly Note[] => {
    const place = commentPlace(block, { diff, root: roots[block.plan] });
    if (place === undefined) return [];
    const suggestion = suggestionFor(block, place, diff);
    const text = (): string => renderReviewComment(block, { ...context, suggestion: suggestion?.text });
    return [
      {
        place: suggestion === undefined ? place : commentPlaceAt(place.path, suggestion.line, 'RIGHT'),
        fingerprints: block.findings.map((finding) => fingerprintIn(report, finding)),
        told: block.findings.map((finding) => toldOf(report, finding).fingerprint),
        text: suggestion === undefined ? () => withHint(text(), place) : text,
      },
    ];
  });
  return [...found, ...configurationNotes(files, configPaths)];
}

function commentPlaceAt(path: string, line: number, side: 'LEFT' | 'RIGHT'): CommentPlace {
  return { path, anchor: { side, line, startLine: undefined } };
}

function withHint(text: string, { meant }: CommentPlace): string {
  if (meant === undefined) return text;
  const { file, line } = meant;
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
    const fingerprint = keyFrom('configuration', path);
    // It is said even where there are many comments already.
    return [{ place, fingerprints: [fingerprint], told: [fingerprint], text: () => CONFIGURATION_TEXT }];
  });
}

const CONFIGURATION_TEXT = [
  '**This pull request changes the configuration of cce-plan-guard**',
  'The plan was judged with the configuration of the base branch, so that a change cannot waive itself. ' +
    'What changes here counts after the merge.',
].join('\n\n');
