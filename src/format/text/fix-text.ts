import { type Block, blocksOf } from '../../report/blocks.js';
import type { Fix } from '../../report/fix.js';
import type { Report } from '../../report/report.js';
import { wholePlanWords } from '../../report/telling/names.js';
import { shortFingerprint } from '../../report/words/phrases.js';
import { fixProof, fixTitle, moduleWords, stageCommand } from '../../report/words/fix-words.js';
import { withoutFixWords } from '../../report/words/remedy-words.js';
import { hclText } from '../../terraform/write-hcl.js';
import { hang, type Paint, paintOf } from './page.js';
import { terminalText } from './terminal-text.js';
import type { TextOptions } from './text.js';

const WIDTH = 120;
const MIN_WIDTH = 40;
const SENTENCE_LENGTH = 600;
/** A command that names many targets. */
const COMMAND_LENGTH = 4000;
const INDENT = '     ';

interface FixPage {
  readonly report: Report;
  readonly paint: Paint;
  readonly width: number;
}

/** What mends the findings of which one has such a fingerprint, block by block, for people. */
export function renderFixesText(
  report: Report,
  asked: ReadonlySet<string>,
  { colors, width = WIDTH }: TextOptions,
): string {
  const page = { report, paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const blocks = blocksOf(report).blocks.filter(({ findings }) =>
    findings.some(({ fingerprint }) => asked.has(fingerprint)),
  );
  return blocks.map((block) => `${blockLinesOf(block, asked, page).join('\n')}\n`).join('\n');
}

function blockLinesOf(block: Block, asked: ReadonlySet<string>, page: FixPage): readonly string[] {
  const { title, fixes, findings } = block;
  const named = findings.find(({ fingerprint }) => asked.has(fingerprint)) ?? findings[0];
  const why = withoutFixWords(...findings);
  const head = `${shortFingerprint(named)}  `;
  return [
    ...hang(head, terminalText(title), page.width).map(page.paint.strong),
    ...wholePlanWords(block, page.report, terminalText).map((plan) => `  ${page.paint.weak(plan)}`),
    '',
    ...(why === undefined ? [] : [...hang('  ', terminalText(why, SENTENCE_LENGTH), page.width), '']),
    ...(fixes?.all() ?? []).flatMap((fix, index) => [...fixLines(fix, index + 1, page), '']),
  ].slice(0, -1);
}

function fixLines(fix: Fix, number: number, { paint, width }: FixPage): readonly string[] {
  const { blocks, module, configuration, stages } = fix;
  const pasted = blocks.length > 0 ? hclText(blocks) : (configuration ?? '');
  return [
    ...hang(`  ${String(number)}  `, terminalText(fixTitle(fix), SENTENCE_LENGTH), width),
    ...hang(INDENT, terminalText(fixProof(fix), SENTENCE_LENGTH), width).map(paint.weak),
    ...(blocks.length > 0 && module !== '' ? hang(INDENT, terminalText(moduleWords(module)), width) : []),
    ...stages.map((stage) => `${INDENT}$ ${terminalText(stageCommand(stage), COMMAND_LENGTH)}`),
    ...(pasted === '' ? [] : ['', ...pasted.trimEnd().split('\n').map(pastedLine)]),
  ];
}

function pastedLine(line: string): string {
  return line === '' ? '' : `${INDENT}${terminalText(line, COMMAND_LENGTH)}`;
}
