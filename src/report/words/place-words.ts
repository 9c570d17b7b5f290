import type { Spot } from '../../source/locate/place.js';
import type { ReportCause } from '../report.js';
import { type Text, toText } from './text.js';

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
