import { blocksOf } from '../report/blocks.js';
import { code } from '../format/markdown/escape-markdown.js';
import type { MarkdownContext } from '../format/markdown/markdown-parts.js';
import type { Report } from '../report/report.js';
import { renderReviewComment } from '../format/markdown/review-comment.js';
import type { ChangedFile } from './api.js';
import { diffOf, type ReadLines } from './diff.js';
import { withDiffPlaces } from './diff-places.js';
import { keyOf } from './marker.js';
import { parsePatch } from './patch.js';
import { type Place, placeOf } from './placement.js';
import type { Note } from './review-draft.js';
import { suggestionFor } from './suggestion.js';
import { fingerprintIn, toldOf } from './told.js';

/** What the comments on lines are made of. */
export interface NoteSource {
  readonly report: Report;
  readonly context: MarkdownContext;
  /** The folders of the root modules, plan by plan: `.` for the repository itself, undefined outside of it. */
  readonly roots: readonly (string | undefined)[];
  readonly readLines: ReadLines;
  /** Where the configuration may stand. */
  readonly configPaths: readonly string[];
}

/** Everything that can be said on a line of these files, the worst first, and that the configuration changes. */
export function notesIn(files: readonly ChangedFile[], source: NoteSource): readonly Note[] {
  const { context, roots, readLines } = source;
  const diff = diffOf(files, readLines);
  const report = withDiffPlaces(source.report, diff, roots);
  const found = blocksOf(report).blocks.flatMap((block): Note[] => {
    const place = placeOf(block, { diff, root: roots[block.plan] });
    if (place === undefined) return [];
    const suggestion = suggestionFor(block, place, diff);
    const text = (): string =>
      renderReviewComment(block, report, { ...context, suggestion: suggestion?.text });
    return [
      {
        place: suggestion === undefined ? place : lineOf(place.path, suggestion.line, 'RIGHT'),
        fingerprints: block.findings.map((finding) => fingerprintIn(report, finding)),
        told: block.findings.map((finding) => toldOf(report, finding).fingerprint),
        text: suggestion === undefined ? () => withHint(text(), place) : text,
      },
    ];
  });
  return [...found, ...configurationNotes(files, source.configPaths)];
}

function lineOf(path: string, line: number, side: 'LEFT' | 'RIGHT'): Place {
  return { path, anchor: { side, line, startLine: undefined } };
}

function withHint(text: string, { meant }: Place): string {
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
  return changedConfiguration(files, configPaths).flatMap(({ path, patch }): Note[] => {
    const { right, left } = parsePatch(patch);
    const [added] = [...right].find(([, { isChanged }]) => isChanged) ?? [];
    const [deleted] = [...left.keys()];
    const place =
      added === undefined
        ? deleted === undefined
          ? undefined
          : lineOf(path, deleted, 'LEFT')
        : lineOf(path, added, 'RIGHT');
    if (place === undefined) return [];
    const fingerprint = keyOf('configuration', path);
    // It is said even where there are many comments already.
    return [{ place, fingerprints: [fingerprint], told: [fingerprint], text: () => CONFIGURATION_TEXT }];
  });
}

const CONFIGURATION_TEXT = [
  '**This pull request changes the configuration of cce-plan-guard**',
  'The plan was judged with the configuration of the base branch, so that a change cannot waive itself. ' +
    'What changes here counts after the merge.',
].join('\n\n');
