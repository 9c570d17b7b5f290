/** How each form of a report is read, by a parser of its language, and what it is to tell. */
import type { Log } from 'sarif';

import type { Annotation } from '../../../src/format/annotations.js';
import type { GitlabViolation } from '../../../src/format/gitlab/gitlab.js';
import type { FindingJson, ReportJson } from '../../../src/format/json/schema.js';
import { renderText } from '../../../src/format/text/text.js';
import type { Severity } from '../../../src/config/severity.js';
import { type Block, isMild } from '../../../src/report/blocks.js';
import type { Report, ReportFinding } from '../../../src/report/report.js';
import { sectionsOf, tellingOf } from '../../../src/report/telling/telling.js';
import { verdictSentence } from '../../../src/report/telling/verdict-sentence.js';
import { messageOf } from '../../../src/report/words/finding-words.js';
import { headlineOf } from '../../../src/report/words/headline-words.js';
import { rowRanges } from '../../../src/report/words/phrases.js';
import { remedyOf } from '../../../src/report/words/remedy-words.js';
import { notesOf, read, saidOf, sentencesOf } from './expected.js';
import { FORMS, NEXT_COMMENT } from './forms.js';
import { htmlPieces, junitCases, markdownPieces, oneSpace, type ReadPiece, textPieces } from './reading.js';

/** One form of a report, read. */
interface Reading {
  /** Block by block, as far as the form has blocks. */
  readonly blocks?: readonly string[];
  /** Finding by finding, as far as it lists findings. */
  readonly findings?: readonly string[];
  /** How many findings, or blocks, of each severity it shows, where it does not say so in words. */
  readonly counts?: Readonly<Record<Severity, number>>;
  /** All that is read of it; undefined where it is data. */
  readonly all?: string;
}

/** How a form is read, and what it is to tell. */
interface Reader {
  readonly write: (shown: Report) => string;
  readonly read: (text: string) => Reading;
  readonly blocks?: (shown: Report) => readonly (readonly string[])[];
  readonly findings?: (shown: Report) => readonly string[];
  /** Of what its counts are. */
  readonly counted?: 'findings' | 'blocks';
  /** What stands in it beside the blocks and findings. */
  readonly beside: (shown: Report) => readonly string[];
}

/** In the order in which they are told. */
export const blocksIn = (shown: Report): readonly Block[] => tellingOf(shown).blocks;
/** In the order in which they are told. */
export const openFindings = (shown: Report): readonly ReportFinding[] =>
  shown.findings.filter(({ waived }) => waived === undefined);
const waivedFindings = (shown: Report): readonly ReportFinding[] =>
  shown.findings.filter(({ waived }) => waived !== undefined);

/** The verdict in counts, asides and what is waived. */
function besidesOf(shown: Report): readonly string[] {
  const { verdict, rests, accept, waived } = tellingOf(shown);
  const terms = waived.flatMap(({ finding, packets }) => [
    packets,
    finding.waived.reason,
    finding.waived.owner,
    finding.waived.expires,
  ]);
  return [
    ...read([verdict.counts]),
    ...notesOf(shown),
    ...read([...terms, rests.page, rests.assumed, accept]),
  ];
}

/** Nothing is told beside the verdict. */
function isVerdictAlone(shown: Report): boolean {
  const { rests } = tellingOf(shown);
  return shown.findings.length === 0 && notesOf(shown).length === 0 && rests.assumed === undefined;
}

function sentenceOf(shown: Report): readonly string[] {
  return read([verdictSentence(tellingOf(shown), { cluster: String, plan: String })]);
}

/** The pieces from each heading of a block on, in one text each. */
function sections(pieces: readonly ReadPiece[], isHead: (piece: ReadPiece) => boolean): readonly string[] {
  const found: string[][] = [];
  for (const piece of pieces) {
    if (isHead(piece)) found.push([]);
    found.at(-1)?.push(piece.text);
  }
  return found.map((texts) => texts.join(' ⏎ '));
}

const textOf = (pieces: readonly ReadPiece[]): string => pieces.map(({ text }) => text).join(' ⏎ ');

const isBlockHead = ({ tag, text }: ReadPiece): boolean => tag === 'h4' && /^[✖▲●] /.test(text);

function isWithin({ element }: ReadPiece, tag: string): boolean {
  for (let at: ReadPiece['element'] | null = element; at !== null; at = parentOf(at))
    if (at.tagName === tag) return true;
  return false;
}

function parentOf({ parentNode }: ReadPiece['element']): ReadPiece['element'] | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

const markdownReader = {
  read: (text: string): Reading => {
    const pieces = markdownPieces(text);
    return { blocks: sections(pieces, isBlockHead), all: textOf(pieces) };
  },
  blocks: (shown: Report) => blocksIn(shown).map(saidOf),
  beside: (shown: Report) => [...sentenceOf(shown), ...besidesOf(shown)],
} as const;

/** By the names of forms. */
export const READERS: Readonly<Record<keyof typeof FORMS, Reader>> = {
  text: {
    write: (shown) => renderText(shown, { colors: false, width: 100_000 }),
    read: (text) => ({
      blocks: text
        .split(/^(?= {2}[✖▲●] (?:critical|warning|notice) )/m)
        .slice(1)
        .map((block) => textPieces(block).join(' ⏎ ')),
      all: textPieces(text).join(' ⏎ '),
    }),
    blocks: (shown) => sectionsOf(blocksIn(shown)).flatMap((section) => section.map(briefRows)),
    // On a terminal nothing wrong is one line.
    beside: (shown) => (isVerdictAlone(shown) ? read([tellingOf(shown).verdict.counts]) : besidesOf(shown)),
  },
  markdown: {
    ...markdownReader,
    write: FORMS.markdown.write,
  },
  'job-summary': {
    ...markdownReader,
    write: FORMS['job-summary'].write,
    beside: (shown) => [...sentenceOf(shown), ...besidesOf(shown).filter((text) => !isBelief(text, shown))],
  },
  summary: {
    write: FORMS.summary.write,
    read: (text) => {
      const pieces = markdownPieces(text);
      const boxed = pieces.filter((piece) => isWithin(piece, 'blockquote') && !piece.text.startsWith('[!'));
      const rows = new Map<unknown, string>();
      for (const piece of pieces) {
        const row = parentOf(piece.element);
        const first = row?.childNodes.find((node) => 'tagName' in node);
        const isOfBlocks = piece.tag === 'td' && row !== null && first !== undefined && isMark(first);
        if (isOfBlocks) rows.set(row, `${rows.get(row) ?? ''} ⏎ ${piece.text}`);
      }
      return { blocks: [...boxed.map((piece) => piece.text), ...rows.values()], all: textOf(pieces) };
    },
    blocks: (shown) => blocksIn(shown).map(({ title, apart }) => read([title, ...apart])),
    beside: (shown) => [...sentenceOf(shown), ...besidesOf(shown)],
  },
  review: {
    write: FORMS.review.write,
    read: (text) => {
      const comments = text === '' ? [] : text.split(NEXT_COMMENT).map((one) => textOf(markdownPieces(one)));
      return { blocks: comments, all: comments.join(' ⏎ ') };
    },
    blocks: (shown) => blocksIn(shown).map((block) => saidOf({ ...block, remedyBelow: block.remedy })),
    beside: () => [],
  },
  html: {
    write: FORMS.html.write,
    read: (text) => {
      const pieces = htmlPieces(text);
      const articles = new Map<unknown, string[]>();
      for (const piece of pieces) {
        for (let at: ReadPiece['element'] | null = piece.element; at !== null; at = parentOf(at)) {
          if (at.tagName === 'article') articles.set(at, [...(articles.get(at) ?? []), piece.text]);
        }
      }
      return { blocks: [...articles.values()].map((texts) => texts.join(' ⏎ ')), all: textOf(pieces) };
    },
    blocks: (shown) => sectionsOf(blocksIn(shown)).flatMap((section) => section.map(saidOf)),
    beside: (shown) => [...sentenceOf(shown), ...besidesOf(shown).filter((text) => !isBelief(text, shown))],
  },
  json: {
    write: FORMS.json.write,
    read: (text) => {
      const { findings, summary } = JSON.parse(text) as ReportJson;
      return { findings: findings.map(findingInJson), counts: summary };
    },
    findings: (shown) =>
      shown.findings.map((finding) =>
        [finding.fingerprint, ...read([headlineOf(finding), messageOf(finding), remedyOf(finding)])].join(
          ' ⏎ ',
        ),
      ),
    counted: 'findings',
    beside: () => [],
  },
  sarif: {
    write: FORMS.sarif.write,
    read: (text) => {
      const [run] = (JSON.parse(text) as Log).runs;
      const results = run?.results ?? [];
      const open = results.filter(({ suppressions }) => suppressions === undefined);
      const notes = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
      const plain = (one: { readonly text?: string | undefined }): string =>
        oneSpace((one.text ?? '').replaceAll(/\\([[\]\\])/g, '$1'));
      return {
        findings: results.map(({ message }) => withoutPlace(plain(message))),
        counts: countsOf(
          open.map(({ level }) => ({ error: 'critical', warning: 'warning', note: 'notice' })[String(level)]),
        ),
        all: notes.map(({ message }) => plain(message)).join(' ⏎ '),
      };
    },
    findings: (shown) =>
      [...openFindings(shown), ...waivedFindings(shown)].map((one) => sentenceLine(one, shown)),
    counted: 'findings',
    beside: (shown) => {
      const { page, assumed } = tellingOf(shown).rests;
      return [...notesOf(shown), ...read([page, assumed])];
    },
  },
  junit: {
    write: FORMS.junit.write,
    read: (text) => {
      const suites = junitCases(text);
      const cases = suites.flatMap((suite) => suite.slice(1));
      const severities = cases
        .filter(({ isSkipped }) => !isSkipped)
        .map((one) => severityIn(one.text, one.isFailure));
      return {
        findings: cases.map(({ name, text: said, isSkipped }) => {
          const lines = oneSpace(said.replace(/^(?:warning|notice): /, '').replace(/\n[^\n ]+:\d+$/, ''));
          return `${oneSpace(name)} ⏎ ${isSkipped ? oneSpace(said) : withoutPlace(lines)}`;
        }),
        counts: countsOf(severities),
        all: suites.map(([verdict]) => oneSpace(verdict?.text ?? '')).join(' ⏎ '),
      };
    },
    findings: (shown) =>
      shown.plans.flatMap((_, plan) =>
        shown.findings
          .filter((finding) => finding.plan === plan)
          .map((finding) => {
            const { waived } = finding;
            const [title = ''] = sentencesOf(finding, shown);
            if (waived === undefined) return `${title} ⏎ ${sentenceLine(finding, shown)}`;
            return oneSpace(`${title} ⏎ waived: ${waived.reason} (${waived.owner}, until ${waived.expires})`);
          }),
      ),
    counted: 'findings',
    beside: (shown) => read([tellingOf(shown).verdict.counts, tellingOf(shown).rests.page]),
  },
  gitlab: {
    write: FORMS.gitlab.write,
    read: (text) => {
      const violations = JSON.parse(text) as GitlabViolation[];
      const words = { critical: 'critical', major: 'warning', info: 'notice' } as const;
      return {
        findings: violations.map(({ description }) => withoutPlace(oneSpace(description))),
        counts: countsOf(violations.map(({ severity }) => words[severity])),
      };
    },
    findings: (shown) => openFindings(shown).map((one) => sentenceLine(one, shown)),
    counted: 'findings',
    beside: () => [],
  },
  annotations: {
    write: FORMS.annotations.write,
    read: (text) => {
      const list = JSON.parse(text) as Annotation[];
      const texts = list.map(({ title, message }) => oneSpace(`${title} ⏎ ${message}`));
      const words = { error: 'critical', warning: 'warning', notice: 'notice' } as const;
      return {
        blocks: texts,
        counts: countsOf(list.map(({ level }) => words[level])),
        all: texts.join(' ⏎ '),
      };
    },
    blocks: (shown) =>
      blocksIn(shown).map((block) =>
        saidOf({ ...block, rows: block.rows.slice(0, 6), remedyBelow: block.remedy }),
      ),
    counted: 'blocks',
    beside: () => [],
  },
};

/** The terminal lists rows that are not lost for good only by their names, where there are many. */
function briefRows(block: Block): readonly string[] {
  const ids = new Set(block.rows.map(({ row }) => row));
  if (!isMild(block) || ids.size <= 3 || block.rows.every(({ packets }) => packets === undefined))
    return saidOf(block);
  return [...read([rowRanges([...ids])]), ...saidOf({ ...block, rows: [] })];
}

function isBelief(text: string, shown: Report): boolean {
  const lists = tellingOf(shown).asides.filter(({ label }) => label === 'believed');
  return read(lists.flatMap(({ all }) => all.map((aside) => aside.text))).includes(text);
}

function isMark(node: object): boolean {
  const [text] = 'childNodes' in node ? (node.childNodes as readonly { value?: string }[]) : [];
  return /^[✖▲●]$/.test(text?.value ?? '');
}

function findingInJson({ fingerprint, title, message, remedy }: FindingJson): string {
  return [fingerprint, ...read([title, message, remedy])].join(' ⏎ ');
}

function sentenceLine(finding: ReportFinding, shown: Report): string {
  const [title = '', ...others] = sentencesOf(finding, shown);
  return [`${title}.`, ...others].join(' ');
}

/** Without where a finding is shown that has no line: that is the tool's, not the report's. */
function withoutPlace(text: string): string {
  return text.replace(
    / (?:The line is not known|What brings it about is gone: it stood at [^ ]+)\. It is shown at [^ ]+, as the file is now\.$/,
    '',
  );
}

function severityIn(text: string, isFailure: boolean): string | undefined {
  return isFailure ? 'critical' : /^(warning|notice): /.exec(text)?.[1];
}

/** How many there are of each. */
export function countsOf(severities: readonly (string | undefined)[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => severities.filter((one) => one === severity).length;
  return { critical: of('critical'), warning: of('warning'), notice: of('notice') };
}
