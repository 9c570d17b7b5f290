import type { Spot } from '../../source/locate/place.js';
import type { ReportCause } from '../report.js';
import { type Text, toText } from './text.js';

/** What there is to say of a cause's place beside its file and line: parts of a sentence. */
export function placeNotes({ place }: Pick<ReportCause, 'place'>): readonly Text[] {
  const { isBase = false, block, call } = place ?? {};
  return [
    ...(isBase ? [toText('at the base revision')] : []),
    ...(block === undefined ? [] : [toText(`its block: ${spotText(block)}`)]),
    ...(call === undefined ? [] : [toText(`called in ${spotText(call)}`)]),
  ];
}

function spotText({ file, line }: Spot): string {
  return `${file}:${line}`;
}
