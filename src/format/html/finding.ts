import { groupBy } from '../../collections.js';
import type { Block, BlockRow } from '../../report/blocks.js';
import type { Fix } from '../../report/fix.js';
import { checkLink, rowLink } from '../../report/links.js';
import type { Report, ReportCause } from '../../report/report.js';
import { fixCommand, subjectParts, wholePlanWords } from '../../report/telling/names.js';
import { kindParts, rowHeads, TITLES } from '../../report/telling/titles.js';
import {
  fixProof,
  fixTitle,
  moduleWords,
  stageCommand,
  whyNoFixWords,
} from '../../report/words/fix-words.js';
import { actionsPhrase, capitalised, shortFingerprint } from '../../report/words/phrases.js';
import { placeNotes, unplacedSentences } from '../../report/words/place-words.js';
import { remedyLabel } from '../../report/words/remedy-words.js';
import { hclText } from '../../terraform/write-hcl.js';
import { andMore, firstFew, MARKS, pageParts } from '../parts.js';
import {
  folded,
  linesHtml,
  listHtml,
  markup,
  type Markup,
  NEW_LINE,
  NOTHING,
  proseHtml,
  tableHtml,
} from './markup.js';

/** Causes that are shown at once. */
const CAUSE_LIMIT = 8;

/** The block's place in the page. */
export function blockAnchor({ findings: [first] }: Block): string {
  return `f-${first.fingerprint}`;
}

/** The severity, by a sign and by its word. */
export function severityBadge({ severity }: Pick<Block, 'severity'>): Markup {
  return markup`<span class="badge ${severity}"><span aria-hidden="true">${MARKS[severity]}</span> ${severity}</span>`;
}

/** One block: what, where, which rows, an example, and what to do. */
export function blockArticle(block: Block, report: Report): Markup {
  const { title, example, sentences } = block;
  const anchor = blockAnchor(block);
  return markup`<article class="finding ${block.severity}" id="${anchor}" aria-labelledby="${anchor}-t">
    <h4 id="${anchor}-t">${severityBadge(block)} ${proseHtml(title)}</h4>
    ${kindLine(block, report)}${causesHtml(block)}${packetsTable(block)}
    ${sentences.map((text) => markup`<p>${proseHtml(text)}</p>`)}${
      example === undefined ? NOTHING : markup`<p class="example">For example <code>${example}</code></p>`
    }<p class="remedy"><b>${capitalised(remedyLabel(block))}</b> ${proseHtml(block.remedyBelow)}</p>
    ${fixesHtml(block, report)}${pagePart(block)}</article>${NEW_LINE}`;
}

function kindLine(block: Block, report: Report): Markup {
  const { checks, findings } = block;
  const parts = [
    ...checks.map((check) => markup`<a href="${checkLink(check)}" rel="noreferrer">${check.id}</a>`),
    ...[...kindParts(block), ...wholePlanWords(block, report, String), ...subjectParts(block, String)].map(
      (part) => markup`${part}`,
    ),
    markup`<code>${shortFingerprint(findings[0])}</code>`,
  ];
  return markup`<p class="kind">${dottedHtml(parts)}</p>`;
}

function dottedHtml(parts: readonly Markup[]): Markup {
  return markup`${parts.map((part, i) => markup`${i === 0 ? '' : ' · '}${part}`)}`;
}

/** Which changes bring it about, and the lines where they stand. */
function causesHtml({ causes }: Block): Markup {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const rest = causes.slice(shown.length);
  return markup`${listHtml(shown.map(causeItem), 'causes')}${
    left === 0 ? NOTHING : folded(andMore(left).join(''), listHtml(rest.map(causeItem), 'causes'))
  }${unplacedSentences(causes).map((text) => markup`<p class="quiet">${proseHtml(text)}</p>`)}`;
}

function causeItem(cause: ReportCause): Markup {
  const { place, address, actions } = cause;
  const where =
    place === undefined ? NOTHING : markup`<code class="place">${place.file}:${place.line}</code> `;
  const notes = [actionsPhrase(actions), ...placeNotes(cause)];
  return markup`${where}<code>${address}</code> <span class="quiet">${dottedHtml(notes.map(proseHtml))}</span>`;
}

/** The rows with the packets that they miss. */
function packetsTable(block: Block): Markup {
  const { rows } = block;
  // Sentences name rows without packets.
  if (rows.every(({ packets }) => packets === undefined)) return NOTHING;
  const lines = [...groupBy(rows, ({ row }) => row.id).values()].flatMap((same) =>
    same.map((row, i) => rowLine(row, i === 0)),
  );
  return tableHtml('Rows of the finding', rowHeads(block), lines);
}

function rowLine({ row, packets, impact }: BlockRow, isFirst: boolean): Markup {
  return markup`<tr><th scope="row">${isFirst ? rowLinkHtml(row.id) : NOTHING}</th>
    <td>${packets?.what}</td><td>${packets?.peers}</td>
    <td>${isFirst && impact !== undefined ? proseHtml(impact) : NOTHING}</td></tr>`;
}

/** The id of a row, with a link to what there is to read of it. */
export function rowLinkHtml(id: string): Markup {
  return markup`<a href="${rowLink({ id })}" rel="noreferrer">${id}</a>`;
}

/** What mends it, folded: each way as it was proved, with what is to be pasted. */
function fixesHtml(block: Block, report: Report): Markup {
  const { fixes } = block;
  if (fixes === undefined) return NOTHING;
  const all = fixes.all();
  const why = fixes.whyNone();
  return folded(
    all.length === 0 ? TITLES.noFix : TITLES.fixes,
    markup`${why === undefined ? NOTHING : markup`<p>${proseHtml(whyNoFixWords(why))}</p>`}${
      all.length === 0
        ? NOTHING
        : markup`<ol class="fixes">${all.map((fix) => markup`<li>${fixHtml(fix)}</li>`)}</ol>
          <p class="quiet">As a patch: <code>${fixCommand(block, report)}</code></p>`
    }`,
  );
}

function fixHtml(fix: Fix): Markup {
  const { blocks, configuration, module, stages } = fix;
  return markup`<p>${proseHtml(fixTitle(fix))}</p><p class="quiet">${proseHtml(fixProof(fix))}</p>${
    blocks.length > 0 && module !== ''
      ? markup`<p class="quiet">${proseHtml(moduleWords(module))}</p>`
      : NOTHING
  }${stages.map((stage) => markup`<pre tabindex="0"><code>${stageCommand(stage)}</code></pre>`)}${
    blocks.length > 0 ? linesHtml(hclText(blocks)) : NOTHING
  }${configuration === undefined ? NOTHING : linesHtml(configuration)}`;
}

/** What the vendor's page says of the rows. */
function pagePart(block: Block): Markup {
  const parts = pageParts(block);
  if (parts.length === 0) return NOTHING;
  const links = parts.map(
    ({ table, url }, i) => markup`${i === 0 ? '' : ', '}<a href="${url}" rel="noreferrer">${table}</a>`,
  );
  const purposes = parts.flatMap((part) => part.purposes);
  const link = markup`<p class="quiet">On the vendor’s page: ${links}.</p>`;
  return purposes.length === 0
    ? link
    : folded(TITLES.purposes, markup`${listHtml(purposes.map(proseHtml), 'purposes')}${link}`);
}
