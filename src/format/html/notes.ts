import type { Blocks } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import {
  allBelievedGroups,
  assumedSentence,
  cloudWords,
  recordingWords,
} from '../../report/words/belief-words.js';
import { packetPhrases } from '../../report/words/packet-words.js';
import { capitalised, count, holdsPhrase } from '../../report/words/phrases.js';
import { rowLinkHtml } from './finding.js';
import {
  mendedOf,
  openLines,
  PARTIAL,
  planName,
  plansToName,
  untouchedLines,
  waivedTerms,
} from '../parts.js';
import { folded, markup, linesHtml, listHtml, type Markup, NOTHING, proseHtml } from './markup.js';

/** Which plans were read, or which files of facts. */
export function plansLine({ plans, cloud }: Report): Markup {
  const [plan] = plans;
  if (plan !== undefined && cloud !== undefined)
    return markup`${planName(plan, String)} · ${cloudWords(cloud)}`;
  return markup`${plans.map((one, i) => {
    const part = one.complete ? '' : ` · ${PARTIAL}`;
    return markup`${i === 0 ? NOTHING : SPACE}<span>${planName(one, String)} · Terraform ${one.terraformVersion} · ${count(one.changes, 'change')}${part}</span>`;
  })}`;
}

const SPACE = markup``;

/** What is not of one finding: what is mended, open, undecided, to be recorded, believed, waived. */
export function notesSection(report: Report, { waived }: Blocks): Markup {
  const notes = [
    ...mendedOf(report).map(({ cluster, rows, holds }) =>
      noteHtml('mended', cluster, markup`${rows} ${holds}`),
    ),
    ...openLines(report).map(({ cluster, text }) => noteHtml('open', cluster, proseHtml(text))),
    ...untouchedLines(report).map(({ cluster, text }) => noteHtml('undecided', cluster, proseHtml(text))),
    ...recordingWords(report).map(({ cluster, why, line, lines = [] }) =>
      noteHtml(
        'record',
        cluster,
        recordPart(report, {
          why: proseHtml(why),
          lines: line === undefined ? [] : lines.length > 0 ? lines : [line],
        }),
      ),
    ),
  ];
  const held = holdsPhrase(report.holds);
  const assumed = assumedSentence(report);
  const believed = allBelievedGroups(report).map(
    ({ cluster, text }) => markup`<b>${cluster}</b> ${proseHtml(text)}`,
  );
  return markup`<section class="notes" aria-labelledby="notes"><h2 id="notes">What else there is to know</h2>${listHtml(notes, 'notes')}<p>${
    held === undefined ? NOTHING : markup`${capitalised(held)}. `
  }${assumed === undefined ? NOTHING : proseHtml(assumed)}</p>
    ${folded('What is believed of the rules that CCE made', listHtml(believed, 'believed'))}${folded(
      `Waived: ${waived.length}`,
      listHtml(waived.map(waivedItem), 'waived'),
    )}<p class="quiet">A waiver, a severity or a CIDR is changed in <code>cce-plan-guard.yml</code>.</p></section>`;
}

function noteHtml(label: string, cluster: string | undefined, text: Markup): Markup {
  return markup`<b>${capitalised(label)}</b>${cluster === undefined ? NOTHING : markup` in <code>${cluster}</code>`}: ${text}`;
}

function recordPart(
  report: Report,
  { why, lines }: { readonly why: Markup; readonly lines: readonly string[] },
): Markup {
  if (lines.length === 0) return markup`${why}.`;
  return markup`${why}. Add to <code>cce-plan-guard.yml</code>, or run 
    <code>cce-plan-guard record ${plansToName(report)}</code>:${linesHtml(lines.join('\n'))}`;
}

function waivedItem(finding: Blocks['waived'][number]): Markup {
  const { row, check, cluster, missing } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => markup` ${what} ${peers};`);
  return markup`${row === undefined ? markup`${check.id}` : rowLinkHtml(row.id)}${cluster === undefined ? NOTHING : markup` in <code>${cluster}</code>`}${packets} ${waivedTerms(finding, String, String)}`;
}
