import type { Report } from '../../report/report.js';
import { type Belonging, clusterWords, recordCommand } from '../../report/telling/names.js';
import type { Aside } from '../../report/telling/asides.js';
import {
  partialSentence,
  inputParts,
  planParts,
  type Telling,
  type WaivedLine,
} from '../../report/telling/telling.js';
import { TITLES, waivedTitle } from '../../report/telling/titles.js';
import { allBelievedGroups } from '../../report/words/belief-words.js';
import { capitalised } from '../../report/words/phrases.js';
import { asSentence } from '../../report/words/text.js';
import { waivedTerms } from '../parts.js';
import { plain, type Shown } from '../plain.js';
import { rowLinkHtml } from './finding.js';
import { folded, linesHtml, listHtml, markup, type Markup, NOTHING, proseHtml } from './markup.js';

/** Which plans were read, or which files of facts. */
export function plansLines(report: Report): Markup {
  const { plans, cloud } = report;
  const shown = (part: Shown): string => plain(part);
  const lines =
    cloud === undefined ? plans.map((plan) => planParts(plan, shown)) : [inputParts(report, shown)];
  const partial = partialSentence(report, shown);
  return markup`${lines.map((parts) => markup`<p class="read">${parts.join(' · ')}</p>`)}${
    partial === undefined ? NOTHING : markup`<p class="read">▲ ${proseHtml(partial)}</p>`
  }`;
}

/** What is not of one finding: what is mended, open, undecided, to be recorded, believed, waived. */
export function notesSection({ report, asides, rests, waived, accept }: Telling): Markup {
  // What is believed of all groups stands in a list of its own.
  const told = asides.filter(({ label }) => label !== 'believed');
  const items = told.flatMap(({ label, all: own }) =>
    own.map(
      (aside) => markup`<b>${capitalised(label)}</b>${whereHtml(aside, report)}: ${asideText(aside, report)}`,
    ),
  );
  const believed = allBelievedGroups(report).map(
    (group) => markup`<b>${clusterWords(group, report, String)}</b> ${proseHtml(group.text)}`,
  );
  const sentences = [rests.holds, rests.page, rests.assumed, accept].flatMap((text) => text ?? []);
  return markup`<section class="notes" aria-labelledby="notes"><h2 id="notes">What else there is to know</h2>${listHtml(items, 'notes')}
    ${sentences.map((text) => markup`<p>${proseHtml(text)}</p>`)}${folded(
      TITLES.believed,
      listHtml(believed, 'believed'),
    )}${folded(
      waivedTitle(waived),
      listHtml(
        waived.map((one) => waivedItem(one, report)),
        'waived',
      ),
    )}</section>`;
}

/** In which cluster, and of which plan where there are several. */
function whereHtml(of: Belonging, report: Report): Markup {
  const words = clusterWords(of, report, String);
  return words === undefined ? NOTHING : markup` in <code>${words}</code>`;
}

function asideText({ text, entry }: Aside, report: Report): Markup {
  const said = proseHtml(asSentence(text));
  if (entry === undefined) return said;
  return markup`${said} Add to <code>cce-plan-guard.yml</code>, or run 
    <code>${recordCommand(report)}</code>:${linesHtml(entry.lines.join('\n'))}`;
}

function waivedItem({ finding, packets }: WaivedLine, report: Report): Markup {
  const { row, check } = finding;
  const terms = waivedTerms(finding, plain, plain);
  return markup`${row === undefined ? markup`${check.id}` : rowLinkHtml(row.id)}${whereHtml(finding, report)}${
    packets === undefined ? NOTHING : markup`, ${packets}`
  }: ${terms}`;
}
