import { onlyOne } from '../../collections.js';
import type { Block } from '../../report/blocks.js';
import type { ReportPaths } from '../../report/paths.js';
import type { Report, ReportAddresses, ReportCluster } from '../../report/report.js';
import { planName } from '../../report/telling/names.js';
import { cidrTexts, hostTexts } from '../../report/words/cluster-words.js';
import { endWords } from '../../report/words/explain-words.js';
import { rangeName } from '../../report/words/packet-words.js';
import { networkName } from '../../report/words/phrases.js';
import { must } from '../../result.js';
import { drawingFigure } from './drawing.js';
import { drawnEnds } from './drawn-ends.js';
import { drawnLines } from './drawn-lines.js';
import { blockArticle } from './finding.js';
import { markup, type Markup, NEW_LINE, NOTHING } from './markup.js';
import { matrixOf, statesOf } from './matrix.js';

/** One cluster of one plan, and what was found in it. */
export interface ClusterPart {
  readonly report: Report;
  readonly plan: number;
  readonly cluster: string;
  /** Of the section in the page. */
  readonly index: number;
  readonly blocks: readonly Block[];
  /** Its paths, and their place in the data of the page. */
  readonly drawn: { readonly paths: ReportPaths; readonly index: number } | undefined;
}

/** What the cluster is taken to be, what was found, a drawing, the box for packets, and how each row stands. */
export function clusterSection({ report, plan, cluster, index, blocks, drawn }: ClusterPart): Markup {
  const states = statesOf(plan, cluster, report);
  const matrix = matrixOf(states, drawn?.paths, report);
  const id = `cluster-${index}`;
  const named = report.clusters.filter(({ name }) => name === cluster);
  const known = named.find((one) => one.plan === plan) ?? onlyOne(named);
  const read = report.plans[plan];
  const of =
    report.plans.length > 1 && read !== undefined
      ? markup` <small>${planName(read, String)}</small>`
      : NOTHING;
  return markup`<section class="cluster" aria-labelledby="${id}">
    <h2 id="${id}"><span class="quiet">Cluster</span> ${cluster}${of}</h2>
    ${known === undefined ? NOTHING : factsList(known)}${drawn === undefined ? NOTHING : pathsPart(drawn, states, report)}${
      blocks.length === 0
        ? NOTHING
        : markup`<h3>What was found</h3>${blocks.map((block) => blockArticle(block, report))}`
    }${matrix.length === 0 ? NOTHING : markup`<h3>Rows of the tables</h3>${matrix}`}</section>${NEW_LINE}`;
}

function factsList({ networkType, model, addresses }: ReportCluster): Markup {
  const facts: readonly (readonly [string, Markup])[] = [
    ['network', markup`${networkName(networkType)}`],
    ['VPC', addressesHtml(addresses?.vpc)],
    [model === 'eni' ? 'pods' : 'containers', addressesHtml(addresses?.container)],
    ['masters', addressesHtml(addresses?.master)],
    ['DNS servers', addressesHtml(addresses?.dns, hostTexts)],
  ];
  return markup`<dl class="facts">${facts.map(
    ([name, fact]) => markup`<div><dt>${name}</dt><dd>${fact}</dd></div>`,
  )}</dl>`;
}

function addressesHtml(addresses: ReportAddresses | undefined, textsOf = cidrTexts): Markup {
  const texts = addresses === undefined ? [] : textsOf(addresses);
  if (addresses === undefined || texts.length === 0) return markup`not known`;
  return markup`${texts.map((text, i) => markup`${i === 0 ? '' : ', '}<code>${text}</code>`)} <span class="quiet">from ${addresses.source}</span>`;
}

/** The drawing, and the form that the script answers; without the script it is not shown. */
function pathsPart(
  { paths, index }: NonNullable<ClusterPart['drawn']>,
  states: Parameters<typeof drawnLines>[2],
  report: Report,
): Markup {
  const ends = drawnEnds(paths);
  const lines = drawnLines(paths, ends, states, report);
  const list = `ends-${index}`;
  const field = (name: string, label: string, value: string, more: Markup): Markup =>
    markup`<label>${label} <input name="${name}" value="${value}" autocomplete="off" spellcheck="false" ${more}/></label>`;
  const [first] = paths.parties;
  return markup`<h3>Who reaches whom</h3><div class="paths" data-paths="${index}">
    ${drawingFigure(ends.all, lines, paths.cluster)}
    <form class="ask" hidden><p class="quiet">Click two ends of the drawing, or write any address: what becomes of the packets 
     before, while applying and after, as <code>cce-plan-guard explain</code> says it.</p>
    <div class="fields">${field('from', 'From', 'internet', markup`list="${list}"`)}
    ${field('to', 'To', must(first, 'a cluster with paths has parties').name, markup`list="${list}"`)}
    ${field('traffic', 'Packets', 'all', markup`placeholder="tcp/10250"`)}<button>Explain</button></div>
    <datalist id="${list}">
    ${paths.parties.map(({ name, end }) => markup`<option value="${name}">${endWords(end)}</option>`)}
    <option value="internet">the internet</option>
    ${paths.ranges.map(({ name }) => markup`<option value="${name}">${rangeName(name)}</option>`)}</datalist>
    <div class="answer" role="status" aria-live="polite"></div></form></div>`;
}
