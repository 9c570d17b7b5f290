/** What an output tells of a report, held against what is to be told. */
import type { Report } from '../../../src/report/report.js';
import { everything } from './expected.js';
import type { FORMS } from './forms.js';
import { furnitureOf } from './furniture.js';
import { blocksIn, countsOf, openFindings, READERS } from './told.js';

/** Where a form, as it was written, tells something else than it has to; nothing where it does not. */
export function untold(name: keyof typeof FORMS, shown: Report, text: string): readonly string[] {
  const reader = READERS[name];
  const { blocks = [], findings = [], counts, all } = reader.read(text);
  const wanted = reader.blocks?.(shown) ?? [];
  const listed = reader.findings?.(shown) ?? [];
  const severities = reader.counted === 'blocks' ? blocksIn(shown) : openFindings(shown);
  const isCounted =
    counts === undefined ||
    JSON.stringify(counts) === JSON.stringify(countsOf(severities.map((one) => one.severity)));
  const lower = all?.toLowerCase() ?? '';
  return [
    ...(blocks.length === wanted.length ? [] : [`${blocks.length} blocks, not ${wanted.length}`]),
    ...wanted.flatMap((texts, i) =>
      texts.filter((one) => !has(blocks[i] ?? '', one)).map((one) => `block ${i} does not say: ${one}`),
    ),
    ...(findings.length === listed.length ? [] : [`${findings.length} findings, not ${listed.length}`]),
    ...listed.filter((one, i) => findings[i] !== one).map((one) => `not said as it is: ${one}`),
    ...(isCounted ? [] : [`other counts: ${JSON.stringify(counts)}`]),
    ...reader
      .beside(shown)
      .filter((one) => all === undefined || !has(lower, one))
      .map((one) => `not said: ${one}`),
    ...(all === undefined ? [] : ofItsOwn(lower, [...everything(shown), ...furnitureOf(name)])),
  ];
}

function has(text: string, part: string): boolean {
  const bare = part.toLowerCase().replace(/[.]$/, '');
  return text.toLowerCase().includes(bare);
}

/** What is left of a text without all that is known; words of a format's own. */
function ofItsOwn(text: string, known: readonly string[]): readonly string[] {
  const parts = [...new Set(known.map((one) => one.toLowerCase().replace(/[.]$/, '')))].sort(
    (a, b) => b.length - a.length,
  );
  let left = text;
  for (const part of parts) {
    if (part === '' || !left.includes(part)) continue;
    const escaped = part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    left = left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), '§');
  }
  return left
    .split('⏎')
    .filter((piece) => /\p{L}/u.test(piece))
    .map((piece) => `its own words: ${piece.trim()}`);
}
