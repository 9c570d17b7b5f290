import { groupBy } from '../../collections.js';
import { type Fix, isAboutOrder, type OrderFound } from '../../report/fix.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { planName } from '../../report/telling/names.js';
import { fixTitle, orderProof, stageCommand, whyNoOrderWords } from '../../report/words/fix-words.js';
import { count } from '../../report/words/phrases.js';
import { hclText } from '../../terraform/write-hcl.js';
import { hang, paintOf } from './page.js';
import { terminalText } from './terminal-text.js';
import type { TextOptions } from './text.js';

const WIDTH = 120;
const MIN_WIDTH = 40;
const SENTENCE_LENGTH = 900;
/** A command that names many targets. */
const COMMAND_LENGTH = 20_000;

/** The applies in which nothing of a plan is cut, for people; or why there are none. */
export function renderOrderText(
  { findings, plans, orders = [] }: Report,
  { colors, width = WIDTH }: TextOptions,
): string {
  const page = { paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const about = groupBy(findings.filter(isAboutOrder), ({ plan }) => plan);
  const parts = [...about].flatMap(([plan, own]) => {
    const order = orders[plan]?.();
    return order === undefined
      ? []
      : [[...planHead(plans, plan), ...headOf(own, page), '', ...orderLines(order, page)]];
  });
  if (parts.length === 0) return 'nothing of this plan is cut while it is applied: one apply does\n';
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** Of several plans each has an order of its own. */
function planHead(plans: Report['plans'], index: number): readonly string[] {
  const { [index]: plan } = plans;
  return plan === undefined || plans.length < 2 ? [] : [planName(plan, (text) => terminalText(text))];
}

interface OrderPage {
  readonly paint: ReturnType<typeof paintOf>;
  readonly width: number;
}

function headOf(findings: readonly ReportFinding[], { paint }: OrderPage): readonly string[] {
  const rows = new Set(findings.flatMap(({ row }) => row?.id ?? []));
  const what =
    rows.size === 0
      ? count(findings.length, 'rule that may be refused', 'rules that may be refused')
      : `${count(rows.size, 'row')} that may be cut while the plan is applied: ${[...rows].join(' ')}`;
  return [paint.strong(what)];
}

/** The rules that come first, else the commands. */
function pastedLines({ blocks, stages }: Fix): readonly string[] {
  const lines =
    blocks.length > 0
      ? hclText(blocks)
          .trimEnd()
          .split('\n')
          .map((line) => terminalText(line, COMMAND_LENGTH))
      : stages.map((stage) => `$ ${terminalText(stageCommand(stage), COMMAND_LENGTH)}`);
  return lines.length === 0 ? [] : ['', ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

function orderLines(order: OrderFound, { paint, width }: OrderPage): readonly string[] {
  if (order.kind !== 'order') {
    return hang('  ', terminalText(whyNoOrderWords(order), SENTENCE_LENGTH), width);
  }
  const { fix } = order;
  return [
    ...hang('  ', terminalText(fixTitle(fix), SENTENCE_LENGTH), width),
    ...hang('  ', terminalText(orderProof(fix), SENTENCE_LENGTH), width).map(paint.weak),
    ...pastedLines(fix),
  ];
}
