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
  type Belonging,
  clusterWords,
  mendedOf,
  openLines,
  PARTIAL,
  planName,
  plansToName,
  untouchedLines,
  waivedTerms,
} from '../parts.js';
import { folded, linesHtml, listHtml, markup, type Markup, NOTHING, proseHtml } from './markup.js';

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
  const note = (label: string, of: Belonging, text: Markup): Markup =>
    noteHtml(label, whereHtml(of, report), text);
  const notes = [
    ...mendedOf(report).map((mended) => note('mended', mended, markup`${mended.rows} ${mended.holds}`)),
    ...openLines(report).map((line) => note('open', line, proseHtml(line.text))),
    ...untouchedLines(report).map((line) => note('undecided', line, proseHtml(line.text))),
    ...recordingWords(report).map(({ cluster, why, line, lines = [] }) =>
      noteHtml(
        'record',
        markup` in <code>${cluster}</code>`,
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
    (group) => markup`<b>${clusterWords(group, report, String)}</b> ${proseHtml(group.text)}`,
  );
  return markup`<section class="notes" aria-labelledby="notes"><h2 id="notes">What else there is to know</h2>${listHtml(notes, 'notes')}<p>${
    held === undefined ? NOTHING : markup`${capitalised(held)}. `
  }${assumed === undefined ? NOTHING : proseHtml(assumed)}</p>
    ${folded('What is believed of the rules that CCE made', listHtml(believed, 'believed'))}${folded(
      `Waived: ${waived.length}`,
      listHtml(
        waived.map((finding) => waivedItem(finding, report)),
        'waived',
      ),
    )}<p class="quiet">A waiver, a severity or a CIDR is changed in <code>cce-plan-guard.yml</code>.</p></section>`;
}

function noteHtml(label: string, where: Markup, text: Markup): Markup {
  return markup`<b>${capitalised(label)}</b>${where}: ${text}`;
}

/** In which cluster, and of which plan where there are several. */
function whereHtml(of: Belonging, report: Report): Markup {
  const words = clusterWords(of, report, String);
  return words === undefined ? NOTHING : markup` in <code>${words}</code>`;
}

function recordPart(
  report: Report,
  { why, lines }: { readonly why: Markup; readonly lines: readonly string[] },
): Markup {
  if (lines.length === 0) return markup`${why}.`;
  return markup`${why}. Add to <code>cce-plan-guard.yml</code>, or run 
    <code>cce-plan-guard record ${plansToName(report)}</code>:${linesHtml(lines.join('\n'))}`;
}

function waivedItem(finding: Blocks['waived'][number], report: Report): Markup {
  const { row, check, missing } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => markup` ${what} ${peers};`);
  return markup`${row === undefined ? markup`${check.id}` : rowLinkHtml(row.id)}${whereHtml(finding, report)}${packets} ${waivedTerms(finding, String, String)}`;
}
