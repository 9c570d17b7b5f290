import type { Block } from '../../report/blocks.js';
import type { Fix } from '../../report/fix.js';
import type { Report } from '../../report/report.js';
import { fixProof, fixTitle, moduleWords } from '../../report/words/fix-words.js';
import { planWords } from '../../report/telling/names.js';
import { TITLES } from '../../report/telling/titles.js';
import { capitalised, count } from '../../report/words/phrases.js';
import { remedyLabel } from '../../report/words/remedy-words.js';
import { hclText } from '../../terraform/write-hcl.js';
import { bytesOf, fitItems } from '../budget.js';
import type { Shown } from '../plain.js';
import { code, fence, prose } from './escape-markdown.js';
import { details } from './parts.js';

const ROOM_FOR_DETAILS = 100;

/** What to do, said in one sentence; each fix that is proved is folded. */
export function remedy(block: Block, limit: number, said: Shown = block.remedy): string {
  const line = `${capitalised(remedyLabel(block))} it: ${prose(said)}`;
  const room = limit - bytesOf(line) - ROOM_FOR_DETAILS;
  const list = fixList(block, room);
  return list === '' ? line : `${line}\n\n${details(TITLES.fixes, list)}`;
}

/** The fixes of a block with what is to be pasted, the most conservative first; empty when nothing fits. */
function fixList({ fixes }: Block, limit: number): string {
  const all = fixes?.all() ?? [];
  return fitItems({
    items: all.map((fix, index) => `${index === 0 ? '' : '\n'}${fixItem(fix, index + 1)}`),
    total: all.length,
    limit,
    more: (left) => `\n${count(left, 'more way')} of \`cce-plan-guard fix\`.`,
  });
}

function fixItem(fix: Fix, number: number): string {
  const { blocks, configuration, module } = fix;
  const where = blocks.length > 0 && module !== '' ? [prose(moduleWords(module))] : [];
  return [
    `**${String(number)}.** ${capitalised(prose(fixTitle(fix)))} (${[...where, prose(fixProof(fix))].join('; ')})`,
    ...(blocks.length === 0 ? [] : [fence(hclText(blocks), 'hcl')]),
    ...(configuration === undefined ? [] : [fence(configuration, 'yaml')]),
  ].join('\n\n');
}

/** What mends each block, in one part of a page that is told by its title elsewhere. */
export function fixesPart(blocks: readonly Block[], report: Report, limit: number): string {
  const told = blocks.filter(({ fixes, severity }) => severity !== 'notice' && fixes?.first() !== undefined);
  const body = fitItems({
    items: told.map((block, index) => {
      const space = index === 0 ? '' : '\n';
      const title = [
        `**${prose(block.title)}**`,
        ...block.apart.map(prose),
        ...planWords(block, report).map(code),
      ].join(' · ');
      return `${space}${title}\n\n${fixList(block, LIST_LIMIT)}`;
    }),
    total: told.length,
    limit: limit - ROOM_FOR_DETAILS,
    more: (left) => `\n${count(left, 'more')} in the job summary.`,
  });
  return body === '' ? '' : details(TITLES.fixes, body);
}

const LIST_LIMIT = 12_000;
