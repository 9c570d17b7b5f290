import { createHash } from 'node:crypto';

import { affordable, type Budget, UNBOUNDED } from '../../budget.js';
import type { Block } from '../../report/blocks.js';
import { pathsOf, type ReportPaths } from '../../report/paths.js';
import type { Report } from '../../report/report.js';
import { planWords } from '../../report/telling/names.js';
import { sectionsOf, type Telling, tellingOf } from '../../report/telling/telling.js';
import { verdictSentence } from '../../report/telling/verdict-sentence.js';
import type { JudgedPlan } from '../../report/told-findings.js';
import { andMore, firstFew, MARKS } from '../parts.js';
import { plain } from '../plain.js';
import { clusterSection } from './cluster.js';
import { pagePaths } from './data.js';
import { blockAnchor, blockArticle } from './finding.js';
import { markup, type Markup, markupText, NEW_LINE, NOTHING, proseHtml, unescaped } from './markup.js';
import { notesSection, plansLines } from './notes.js';
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
  const telling = tellingOf(report);
  const paths = affordable(budget, 'report', () => pathsOf(judged)) ?? [];
  const { mark, word } = telling.verdict;
  const title = plain(`${mark} ${word} · ${report.plans.map(({ label, path }) => label ?? path).join(', ')}`);
  const page = markup`<!doctype html>${NEW_LINE}
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="${unescaped(POLICY)}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/>
    <title>${title}</title><style>${unescaped(STYLE)}</style></head>${NEW_LINE}
    <body><a class="skip" href="#main">Skip to what was found</a>${headPart(telling)}
    <main id="main">${clusterSections(telling, paths)}${notesSection(telling)}</main>
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
function headPart(telling: Telling): Markup {
  const { report, blocks, verdict } = telling;
  const { mark, word, counts } = verdict;
  const kind = { '✔': 'good', '▲': 'warning', '✖': 'critical' }[mark];
  const { shown, left } = firstFew(blocks, HEADLINE_LIMIT);
  const rest = andMore(left).map((more) => markup`<li class="quiet">${more} below</li>`);
  return markup`<header class="verdict ${kind}"><div class="inner">
    <h1><span class="mark" aria-hidden="true">${mark}</span> ${verdictSentence(telling, NAMED)}</h1>
    <p class="counts"><b>${word}</b> ${counts}</p>${plansLines(report)}${
      shown.length === 0
        ? NOTHING
        : markup`<ol class="headlines">${shown.map((block) => headline(block, report))}${rest}</ol>`
    }</div></header>`;
}

const NAMED = { cluster: (name: string) => plain(name), plan: (name: string) => plain(name) };

function headline(block: Block, report: Report): Markup {
  const { severity, title, apart, causes } = block;
  const place = causes.find((cause) => cause.place !== undefined)?.place;
  const where =
    place === undefined ? NOTHING : markup` <code class="place">${place.file}:${place.line}</code>`;
  return markup`<li><span class="sign ${severity}" aria-hidden="true">${MARKS[severity]}</span> <a href="#${blockAnchor(block)}">${proseHtml(title)}</a>${apart.map((text) => markup` <span class="quiet">${proseHtml(text)}</span>`)}${where}${planWords(block, report).map((plan) => markup` <span class="quiet">${plan}</span>`)}</li>`;
}

/** Cluster by cluster, the worst first; those of which nothing is to be said come last. */
function clusterSections({ report, blocks }: Telling, paths: readonly ReportPaths[]): Markup {
  const keyOf = ({ plan, cluster }: { plan: number; cluster: string | undefined }): string =>
    JSON.stringify([plan, cluster ?? null]);
  const drawn = new Map(paths.map((one, index) => [keyOf(one), { paths: one, index }]));
  const sections = sectionsOf(blocks);
  const isTold = new Set(sections.map(([block]) => keyOf(block)));
  const shown = report.clusters.map(({ plan, name }) => ({ plan, cluster: name }));
  const isShown = new Set(shown.map(keyOf));
  // What another plan does to a cluster is told with that plan, and so is the cluster.
  const elsewhere = new Set(
    sections.filter(([block]) => !isShown.has(keyOf(block))).map(([{ cluster }]) => cluster),
  );
  const others = shown.filter((one) => !isTold.has(keyOf(one)) && !elsewhere.has(one.cluster));
  const parts = [
    ...sections.map((own) => ({ plan: own[0].plan, cluster: own[0].cluster, blocks: own })),
    ...others.map((one) => ({ ...one, blocks: [] })),
  ];
  return markup`${parts.map(({ cluster, ...part }, index) =>
    cluster === undefined
      ? markup`<section><h2>Of no one cluster</h2>${part.blocks.map((block) => blockArticle(block, report))}</section>`
      : clusterSection({ ...part, report, cluster, index, drawn: drawn.get(keyOf({ ...part, cluster })) }),
  )}`;
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
