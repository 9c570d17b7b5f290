/** Every text that an output may show of a report: what is told, and names of what is asked about. Nothing here is written by a format. */
import { type Block, blocksOf } from '../../../src/report/blocks.js';
import type { Fix } from '../../../src/report/fix.js';
import type { Report, ReportFinding } from '../../../src/report/report.js';
import { rowStates } from '../../../src/report/row-states.js';
import { findingSentences } from '../../../src/report/telling/finding-sentences.js';
import { fixCommand, planName, recordCommand, subjectParts } from '../../../src/report/telling/names.js';
import { inputParts, partialSentence, planParts, tellingOf } from '../../../src/report/telling/telling.js';
import {
  kindParts,
  rowHeads,
  statesTitle,
  timesOf,
  TITLES,
  waivedTitle,
} from '../../../src/report/telling/titles.js';
import { verdictSentence } from '../../../src/report/telling/verdict-sentence.js';
import { allBelievedGroups } from '../../../src/report/words/belief-words.js';
import { cidrTexts, hostTexts } from '../../../src/report/words/cluster-words.js';
import {
  fixProof,
  fixTitle,
  moduleWords,
  stageCommand,
  whyNoFixWords,
} from '../../../src/report/words/fix-words.js';
import {
  actionsPhrase,
  capped,
  networkName,
  ROLE_NAMES,
  rowRanges,
  shortFingerprint,
} from '../../../src/report/words/phrases.js';
import { placeNotes, unplacedSentences } from '../../../src/report/words/place-words.js';
import { remedyLabel } from '../../../src/report/words/remedy-words.js';
import { openText, type Text } from '../../../src/report/words/text.js';
import { REQUIREMENTS } from '../../../src/model/model.js';
import { modelWords } from '../../../src/report/words/model-words.js';
import { hclText } from '../../../src/terraform/write-hcl.js';
import { pageParts } from '../../../src/format/parts.js';
import { oneSpace } from './reading.js';

type Told = Text | string;

const plain = (text: Told): string => (typeof text === 'string' ? text : openText(text));

/** As it is compared: without the marks of code, one space between words. */
export function read(told: readonly (Told | undefined)[]): readonly string[] {
  return told
    .flatMap((text) => (text === undefined ? [] : [oneSpace(plain(text))]))
    .filter((text) => text !== '');
}

/** What each format that shows a block as a whole says of it. */
export function saidOf(block: Block): readonly string[] {
  const { title, rows, sentences, example, remedyBelow } = block;
  return read([
    title,
    ...rows.flatMap(({ row, packets, impact }) =>
      packets === undefined ? [] : [row.id, packets.what, packets.peers, impact],
    ),
    ...sentences,
    example,
    remedyBelow,
  ]);
}

/** What formats that list findings say of one, its title first. */
export function sentencesOf(finding: ReportFinding, report: Report): readonly string[] {
  const { title, others } = findingSentences(finding, report);
  return read([title, ...others]);
}

/** What is said beside the findings. */
export function notesOf(report: Report): readonly string[] {
  return read(tellingOf(report).asides.flatMap(({ all }) => all.map(({ text }) => text)));
}

/** All of it, and all names and values that stand beside it. */
export function everything(report: Report): readonly string[] {
  const telling = tellingOf(report);
  const { verdict, rests, accept, waived, asides } = telling;
  const named = { cluster: String, plan: String };
  return read([
    ...[
      verdict.word,
      verdict.counts,
      verdictSentence(telling, named),
      rests.holds,
      rests.page,
      rests.assumed,
      accept,
    ],
    ...[...inputParts(report, plain), ...report.plans.flatMap((plan) => planParts(plan, plain))],
    partialSentence(report, plain),
    ...blocksOf(report).blocks.flatMap((block) => ofBlock(block, report)),
    ...report.findings.flatMap((finding) => sentencesOf(finding, report)),
    ...asides.flatMap(({ label, all: own }) =>
      own.flatMap(({ cluster, text, entry }) => [label, cluster, text, entry?.line, ...(entry?.lines ?? [])]),
    ),
    recordCommand(report),
    ...waived.flatMap(({ finding, packets }) => {
      const { reason, owner, expires } = finding.waived;
      return [packets, finding.row?.id ?? finding.check.id, reason, owner, `until ${expires}`];
    }),
    ...[
      ...Object.values(TITLES),
      waivedTitle(waived),
      statesTitle(report),
      ...timesOf(report),
      ...Object.values(ROLE_NAMES),
    ],
    ...allBelievedGroups(report).map(({ text }) => text),
    ...ofSurroundings(report),
    ...ROWS,
  ]);
}

/** The rows of the tables as the page lists them. */
const ROWS = REQUIREMENTS.flatMap((row) => {
  const { traffic, peer, floor } = modelWords(row);
  return [traffic, peer, floor];
});

function ofBlock(block: Block, report: Report): readonly (Told | undefined)[] {
  const { severity, checks, rows, named, causes, apart, remedy, fixes, findings } = block;
  return [
    ...saidOf(block),
    ...[remedy, remedyLabel(block), severity, ...apart, ...kindParts(block), ...rowHeads(block)],
    ...[...checks.map(({ id }) => id), ...subjectParts(block, plain), ...named.map(({ id }) => id)],
    rowRanges(rows.map(({ row }) => row)),
    capped(
      rows.map(({ row }) => row.id),
      8,
    ),
    ...causes.flatMap((cause) => [
      ...[cause.address, actionsPhrase(cause.actions), ...placeNotes(cause)],
      cause.place === undefined ? undefined : `${cause.place.file}:${cause.place.line}`,
    ]),
    ...unplacedSentences(causes),
    ...pageParts(block).flatMap(({ table, purposes }) => [table, ...purposes]),
    ...[fixCommand(block, report), ...findings.map(shortFingerprint)],
    ...(fixes?.all() ?? []).flatMap(ofFix),
    fixes?.whyNone() === undefined ? undefined : whyNoFixWords(fixes.whyNone() ?? { kind: 'notice' }),
  ];
}

function ofFix(fix: Fix): readonly Told[] {
  const { blocks, configuration = '', module, stages } = fix;
  return [
    ...[fixTitle(fix), fixProof(fix), moduleWords(module), ...stages.map(stageCommand)],
    ...[...(blocks.length === 0 ? '' : hclText(blocks)).split('\n'), ...configuration.split('\n')],
  ];
}

/** Clusters, groups and states of rows: tables that stand beside what is told. */
function ofSurroundings(report: Report): readonly Told[] {
  const { clusters, groups, findings, plans } = report;
  return [
    ...plans.flatMap((plan) => [planName(plan, plain), plan.path, plan.label ?? '']),
    ...clusters.flatMap(({ name, networkType, addresses }) => [
      ...[name, networkName(networkType)],
      ...Object.values(addresses ?? {}).flatMap((of) => [of.source, ...cidrTexts(of), ...hostTexts(of)]),
    ]),
    ...groups.flatMap(({ name, address, id }) => [name ?? '', address ?? '', id ?? '']),
    ...findings.flatMap(({ cluster, pool, group }) => [cluster ?? '', pool ?? '', group?.shown ?? '']),
    ...rowStates(report).flatMap(({ row, before, during, after }) => [row.id, before, during ?? '', after]),
  ];
}
