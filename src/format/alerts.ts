import { placeInCheckout } from '../report/places.js';
import type { Report, ReportFinding } from '../report/report.js';
import { findingSentences } from '../report/telling/finding-sentences.js';
import { asSentence } from '../report/words/text.js';
import type { Spot } from '../source/locate/place.js';
import type { Shown } from './plain.js';

/** Lines of a file of the repository, for tools that show nothing without them. */
export interface AlertPlace {
  /** From the repository's root, as it is; no tool finds a file by another name. */
  readonly path: string;
  readonly line: number;
  readonly endLine: number | undefined;
  /** Of the resource; undefined of a line that stands in for others. */
  readonly address: string | undefined;
}

/** What to know beside the report. */
export interface AlertOptions {
  /** Where a finding is shown that has no place of its own: a file of the root module that is there. */
  readonly fallbackFile?: string | undefined;
}

/**
 * Where a finding is shown: the lines of its causes; else one line that stands in for them, with no address: where the
 * block stood, if that file is still there, or a file of its module.
 */
export function alertPlaces(
  { causes }: Pick<ReportFinding, 'causes'>,
  { fallbackFile = '' }: AlertOptions,
): readonly [AlertPlace, ...AlertPlace[]] {
  const [first, ...others] = causes.flatMap((cause) =>
    placed(placeInCheckout(cause)).map((place) => ({ ...place, address: cause.address })),
  );
  if (first !== undefined) return [first, ...others];
  const [standIn] = causes.flatMap((cause) => placed(cause.standIn));
  return [
    standIn ?? {
      path: relativePath(fallbackFile) ?? 'main.tf',
      line: 1,
      endLine: undefined,
      address: undefined,
    },
  ];
}

/** What is said of a finding at such a place; the first sentence is what lists show. */
export function alertSentences(
  finding: ReportFinding,
  place: AlertPlace,
  report: Pick<Report, 'plans'>,
): readonly Shown[] {
  const { title, others } = findingSentences(finding, report);
  return [
    asSentence(title),
    ...others,
    ...(place.address === undefined
      ? [`${stoodAt(finding)} It is shown at ${place.path}:${place.line}, as the file is now.`]
      : []),
  ];
}

/** What to say of a finding without a line in the checkout. */
function stoodAt({ causes }: ReportFinding): string {
  const gone = causes.find(({ place }) => place?.isBase === true)?.place;
  return gone === undefined
    ? 'The line is not known.'
    : `What brings it about is gone: it stood at ${gone.file}:${gone.line}.`;
}

function placed(spot: Spot | undefined): readonly AlertPlace[] {
  const path = spot === undefined ? undefined : relativePath(spot.file);
  if (spot === undefined || path === undefined) return [];
  return [{ path, line: spot.line, endLine: spot.endLine, address: undefined }];
}

/** The path from the repository's root; undefined when it is none, because no tool would find a file there. */
function relativePath(file: string): string | undefined {
  const slashed = file.replaceAll('\\', '/');
  const parts = slashed.split('/').filter((part) => part !== '.' && part !== '');
  const isRelative = !/^(\/|[a-z]:(\/|$))/i.test(slashed) && !parts.includes('..');
  return isRelative && parts.length > 0 ? parts.join('/') : undefined;
}
