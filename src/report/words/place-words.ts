import { firstOfEach } from '../../collections.js';
import type { Spot } from '../../source/locate/place.js';
import type { ReportCause } from '../report.js';
import { asSentence, openText, say, type Text, toText } from './text.js';

/**
 * What there is to say of a cause's place beside its file and line: parts of a sentence. `shownFile`: how the reader names a
 * file of the repository.
 */
export function placeNotes(
  { place }: Pick<ReportCause, 'place'>,
  shownFile: (file: string) => string = (file) => file,
): readonly Text[] {
  const { isBase = false, block, call } = place ?? {};
  const spotText = ({ file, line }: Spot): string => `${shownFile(file)}:${line}`;
  return [
    ...(isBase ? [toText('at the base revision')] : []),
    ...(block === undefined ? [] : [toText(`its block: ${spotText(block)}`)]),
    ...(call === undefined ? [] : [toText(`called in ${spotText(call)}`)]),
  ];
}

/** Why changes have no line, each reason once. */
export function unplacedSentences(causes: readonly Pick<ReportCause, 'unplaced'>[]): readonly Text[] {
  const why = causes.flatMap(({ unplaced }) => unplaced ?? []);
  return firstOfEach(why, openText).map((text) => asSentence(say`Where no line is shown, ${text}`));
}
