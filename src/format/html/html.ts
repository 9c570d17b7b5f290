import { createHash } from 'node:crypto';

import { affordable, type Budget, UNBOUNDED } from '../../budget.js';
import { groupBy } from '../../collections.js';
import { type Block, type Blocks, blocksOf } from '../../report/blocks.js';
import { pathsOf, type ReportPaths } from '../../report/paths.js';
import type { Report } from '../../report/report.js';
import type { JudgedPlan } from '../../report/told-findings.js';
import { verdictMark, verdictOf } from '../../report/verdict.js';
import { MARKS, planWords } from '../parts.js';
import { plain } from '../plain.js';
import { clusterSection } from './cluster.js';
import { pagePaths } from './data.js';
import { blockAnchor, blockArticle } from './finding.js';
import { markup, type Markup, markupText, NEW_LINE, NOTHING, proseHtml, unescaped } from './markup.js';
import { notesSection, plansLine } from './notes.js';
import { SCRIPT, STYLE } from './page-texts.js';

/** What the page needs beside the report. */
export interface HtmlOptions {
  /** For the paths of each cluster; without them the page shows findings alone. */
  readonly judged?: readonly JudgedPlan[];
  /** Pays for the paths. */
  readonly budget?: Budget;
}

/** The report as one file that needs no other: everything is there without scripts, which only answer questions. */
export function renderHtml(report: Report, { judged = [], budget = UNBOUNDED }: HtmlOptions): string {
  const found = blocksOf(report);
  const paths = affordable(budget, 'report', () => pathsOf(judged)) ?? [];
  const { mark, word } = verdictMark(report);
  const title = plain(`${mark} ${word} · ${report.plans.map(({ label, path }) => label ?? path).join(', ')}`);
  const page = markup`<!doctype html>${NEW_LINE}
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="${unescaped(POLICY)}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/>
    <title>${title}</title><style>${unescaped(STYLE)}</style></head>${NEW_LINE}
    <body><a class="skip" href="#main">Skip to what was found</a>${headPart(report, found)}
    <main id="main">${clusterSections(report, found, paths)}${notesSection(report, found)}</main>
    ${dataPart(paths, report)}</body></html>${NEW_LINE}`;
  return markupText(page);
}

const POLICY = [
  "default-src 'none'",
  `style-src '${policyHash(STYLE)}'`,
  `script-src '${policyHash(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function policyHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Headlines at the top; more are in their sections. */
const HEADLINE_LIMIT = 6;

/** The verdict and the worst of what was found, at a glance. */
function headPart(report: Report, { blocks }: Blocks): Markup {
  const { mark, word } = verdictMark(report);
  const kind = { '✔': 'good', '▲': 'warning', '✖': 'critical' }[mark];
  const shown = blocks.slice(0, HEADLINE_LIMIT);
  const left = blocks.length - shown.length;
  return markup`<header class="verdict ${kind}"><div class="inner">
    <h1><span class="mark" aria-hidden="true">${mark}</span> ${word} 
    <span class="counts">${verdictOf(report, blocks)}</span></h1><p class="read">${plansLine(report)}</p>${
      shown.length === 0
        ? NOTHING
        : markup`<ol class="headlines">${shown.map((block) => headline(block, report))}${left > 0 ? markup`<li class="quiet">and ${left} more below</li>` : NOTHING}</ol>`
    }</div></header>`;
}

function headline(block: Block, report: Report): Markup {
  const { severity, title, causes } = block;
  const place = causes.find((cause) => cause.place !== undefined)?.place;
  const where =
    place === undefined ? NOTHING : markup` <code class="place">${place.file}:${place.line}</code>`;
  return markup`<li><span class="sign ${severity}" aria-hidden="true">${MARKS[severity]}</span> <a href="#${blockAnchor(block)}">${proseHtml(title)}</a>${where}${planWords(block, report).map((plan) => markup` <span class="quiet">${plan}</span>`)}</li>`;
}

/** Cluster by cluster; what is of no cluster comes last. */
function clusterSections(report: Report, { blocks }: Blocks, paths: readonly ReportPaths[]): Markup {
  const keyOf = ({ plan, cluster }: { plan: number; cluster: string | undefined }): string =>
    JSON.stringify([plan, cluster ?? null]);
  const byCluster = groupBy(blocks, keyOf);
  const drawn = new Map(paths.map((one, index) => [keyOf(one), { paths: one, index }]));
  const shown = report.clusters.map(({ plan, name }) => ({ plan, cluster: name }));
  const isShown = new Set(shown.map(keyOf));
  const found = blocks.filter(({ cluster }) => cluster !== undefined);
  // What another plan does to a cluster is told with that plan, and so is the cluster.
  const elsewhere = new Set(
    found.filter((block) => !isShown.has(keyOf(block))).map(({ cluster }) => cluster),
  );
  const told = [...shown.filter((one) => byCluster.has(keyOf(one)) || !elsewhere.has(one.cluster)), ...found];
  const keys = new Map(told.map((one) => [keyOf(one), one]));
  const rest = blocks.filter(({ cluster }) => cluster === undefined);
  return markup`${[...keys].map(([key, { plan, cluster = '' }], index) =>
    clusterSection({ report, plan, cluster, index, blocks: byCluster.get(key) ?? [], drawn: drawn.get(key) }),
  )}${
    rest.length === 0
      ? NOTHING
      : markup`<section><h2>Of no one cluster</h2>${rest.map((block) => blockArticle(block, report))}</section>`
  }`;
}

/** The paths as JSON, in which nothing can end the element, and the script. */
function dataPart(paths: readonly ReportPaths[], report: Report): Markup {
  if (paths.length === 0) return NOTHING;
  const data = JSON.stringify(paths.map((one) => pagePaths(one, report))).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return markup`<script type="application/json" id="paths">${unescaped(data)}</script>${NEW_LINE}
    <!-- The script holds code of ipaddr.js: MIT licence, Copyright (C) 2011-2017 whitequark -->
    <script>${unescaped(SCRIPT)}</script>`;
}
