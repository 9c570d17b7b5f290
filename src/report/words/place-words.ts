import type { Spot } from '../../source/locate/place.js';
import type { ReportCause } from '../report.js';
import { say, type Text, toText } from './text.js';

/** What there is to say of a cause's place beside its file and line: parts of a sentence. */
export function placeNotes({ place, unplaced }: Pick<ReportCause, 'place' | 'unplaced'>): readonly Text[] {
  const { isBase = false, block, call } = place ?? {};
  return [
    ...(isBase ? [toText('at the base revision')] : []),
    ...(block === undefined ? [] : [toText(`its block: ${spotText(block)}`)]),
    ...(call === undefined ? [] : [toText(`called in ${spotText(call)}`)]),
    ...(unplaced === undefined ? [] : [say`no line: ${unplaced}`]),
  ];
}

function spotText({ file, line }: Spot): string {
  return `${file}:${line}`;
}
