import type { Severity } from '../../config/configuration.js';
import { type Block, blocksOf } from '../../report/blocks.js';
import { dotted, gapBetween, hang } from './layout.js';
import { type Page, paintOf, planName } from './page.js';
import { capped, count, networkName } from '../../report/phrases.js';
import type { Report, ReportCluster, ReportPlan } from '../../report/report.js';
import { terminalText } from './terminal-text.js';
import { blockLines } from './text-block.js';
import { endLines } from './text-end.js';
import { countsText, verdictOf } from '../../report/verdict.js';

/** How the text is to look. */
export interface TextOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
}

const WIDTH = 120;
const MIN_WIDTH = 40;
const BLOCK_LIMIT = 40;
const CIDR_LIMIT = 3;

/** The report for a terminal or a build log: the verdict, then what breaks, the worst first. */
export function renderText(report: Report, { colors, width = WIDTH }: TextOptions): string {
  const page = { report, paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const { blocks, waived } = blocksOf(report);
  const shown = blocks.slice(0, BLOCK_LIMIT);
  const sections = sectionsOf(shown).map((section) => sectionLines(section, page));
  const parts = [
    verdictLines(blocks, page),
    ...sections.flat(),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    endLines({ blocks, waived }, page),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictLines(blocks: readonly Block[], page: Page): readonly string[] {
  const { report, paint, width } = page;
  const { conclusion } = report;
  const mark = conclusion === 'pass' ? '✔ pass' : '✖ fail';
  const text = `   ${verdictOf(report, blocks)}`;
  const input = inputText(report.plans);
  const gap = gapBetween(mark + text, input, width);
  const verdict = (conclusion === 'pass' ? paint.good : paint.critical)(mark) + paint.strong(text);
  const head = gap === undefined ? [verdict, `  ${paint.weak(input)}`] : [verdict + gap + paint.weak(input)];
  return [...head, ...report.plans.flatMap((plan) => partLines(plan, page))];
}

function inputText(plans: readonly ReportPlan[]): string {
  const [plan] = plans;
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  const name =
    plan === undefined || plans.length > 1
      ? [count(plans.length, 'plan')]
      : [planName(plan), `Terraform ${terminalText(plan.terraformVersion)}`];
  return [...name, ...(changes > 0 ? [count(changes, 'change')] : [])].join(' · ');
}

function partLines(plan: ReportPlan, { report, paint, width }: Page): readonly string[] {
  if (plan.complete) return [];
  const what = report.plans.length > 1 ? planName(plan) : 'This plan';
  const mark = '  ▲ ';
  const [first = '', ...rest] = hang(
    mark,
    `${what} covers only part of the configuration (-target, or deferred changes): the rest is not judged`,
    width,
  );
  return [paint.warning(mark) + first.slice(mark.length), ...rest];
}

function sectionsOf(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const byCluster = new Map<string, [Block, ...Block[]]>();
  for (const block of blocks) {
    const key = JSON.stringify([block.plan, block.cluster]);
    const same = byCluster.get(key);
    if (same === undefined) byCluster.set(key, [block]);
    else same.push(block);
  }
  return [...byCluster.values()];
}

/** The cluster's lines and its blocks, each a paragraph. */
function sectionLines(blocks: readonly [Block, ...Block[]], page: Page): readonly (readonly string[])[] {
  const [{ cluster }] = blocks;
  const heading = cluster === null ? [] : clusterLines(cluster, page);
  return [heading, ...blocks.map((block) => blockLines(block, page))];
}

function clusterLines(name: string, { report, paint, width }: Page): readonly string[] {
  const heading = terminalText(name);
  const cluster = clusterOf(name, report);
  if (cluster === undefined) return [paint.strong(heading)];
  const cidrs = [
    cidrText('VPC', cluster.vpcCidrs),
    cidrText(cluster.networkModel === 'eni' ? 'pods' : 'containers', cluster.containerCidrs),
    cidrText('masters', cluster.masterCidrs),
  ];
  const facts = [networkName(cluster.networkModel), ...cidrs].map((fact) => terminalText(fact));
  const [first = '', ...rest] = dotted([heading, ...facts], width);
  return [paint.strong(heading) + first.slice(heading.length), ...rest];
}

/** Clusters of several plans may share a name; then nothing says which of them is meant. */
function clusterOf(name: string, { clusters, plans }: Report): ReportCluster | undefined {
  const named = clusters.filter((cluster) => cluster.name === name);
  return named.length === 1 || plans.length === 1 ? named[0] : undefined;
}

function cidrText(what: string, cidrs: readonly string[]): string {
  // What the plan does not know stands in parentheses, as the reference that it will come from.
  const known = cidrs.filter((cidr) => !cidr.startsWith('(') || cidr === '(sensitive)');
  if (known.length < cidrs.length || cidrs.length === 0) return `${what} not known`;
  return `${what} ${capped(known, CIDR_LIMIT)}`;
}

function hiddenLines(hidden: readonly Block[], { paint }: Page): readonly string[] {
  if (hidden.length === 0) return [];
  const of = (severity: Severity): number => hidden.filter((block) => block.severity === severity).length;
  const counts = countsText({ critical: of('critical'), warning: of('warning'), notice: of('notice') });
  return [paint.weak(`  and ${counts} more, which --format json lists`)];
}
