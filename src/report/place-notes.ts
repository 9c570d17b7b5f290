import type { ReportCause, ReportSpot } from './report.js';

/** What there is to say of a cause's place beside its file and line: parts of a sentence, not escaped. */
export function placeNotes({ isBase, block, call, unplaced }: ReportCause): readonly string[] {
  return [
    ...(isBase ? ['at the base revision'] : []),
    ...(block === null ? [] : [`its block: ${spotText(block)}`]),
    ...(call === null ? [] : [`called in ${spotText(call)}`]),
    ...(unplaced === null ? [] : [`no line: ${unplaced}`]),
  ];
}

function spotText({ file, line }: ReportSpot): string {
  return `${file}:${line}`;
}

/** Whether the cause has a line in the checkout. */
export function isInCheckout({ file, isBase }: ReportCause): boolean {
  return file !== null && !isBase;
}
