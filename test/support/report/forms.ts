/**
 * Everything that a report is written as: how it is made of one, which stories have a committed file, and what is wrong with a
 * text that came out. A format that is added stands here, or the types and test/format/goldens.test.ts say so.
 */
import { Ajv } from 'ajv';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Log } from 'sarif';
import { validateXML } from 'xmllint-wasm';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { distinct } from '../../../src/collections.js';
import { type Annotation, annotationsOf } from '../../../src/format/annotations.js';
import { bytesOf } from '../../../src/format/budget.js';
import type { Format } from '../../../src/format/formats.js';
import { renderGitlab } from '../../../src/format/gitlab/gitlab.js';
import { renderHtml } from '../../../src/format/html/html.js';
import { reportSchema } from '../../../src/format/json/schema.js';
import { renderJson } from '../../../src/format/json/json.js';
import { renderJunit } from '../../../src/format/junit/junit.js';
import { renderJobSummary } from '../../../src/format/markdown/job-summary.js';
import {
  renderMarkdown,
  renderSummaryComment,
  type SummaryContext,
} from '../../../src/format/markdown/markdown.js';
import { renderReviewComment, type ReviewContext } from '../../../src/format/markdown/review-comment.js';
import { renderUnjudged } from '../../../src/format/markdown/unjudged.js';
import { renderSarif } from '../../../src/format/sarif/sarif.js';
import { renderText } from '../../../src/format/text/text.js';
import { blocksOf } from '../../../src/report/blocks.js';
import type { Report } from '../../../src/report/report.js';
import { problemsOf } from './github-markdown.js';
import { violationProblems } from './gitlab-checks.js';
import { htmlProblems } from './html-page.js';
import { REPORTS } from './reports.js';
import { githubProblems, schemaErrors } from './sarif-checks.js';

/** What a report is written as. */
export interface Form {
  /** The end of the names of its committed files. */
  readonly extension: string;
  /** By the names of their reports. */
  readonly stories: readonly string[];
  /** The whole text. */
  readonly write: (shown: Report) => string;
  /** The same where all else that may stand in it is this text; left out: nothing else may. */
  readonly writeWith?: (shown: Report, text: string) => readonly string[];
  /** What is wrong with texts of this form, whoever wrote the values in them. */
  readonly problems: (texts: readonly string[]) => readonly unknown[] | Promise<readonly unknown[]>;
}

/** Reports of which every form has a committed file. */
const STORIES = [
  'hardened-egress',
  'other-checks',
  'undecided',
  'several-plans',
  'waived',
  'new-pool',
  'identical',
  'identical-if',
  'believed',
  'cluster-goes',
  'same-titles',
  'nothing-judged',
  'hostile',
];

/** Recorded cases of which the page is committed as it is read, with the drawing of its paths. */
export const PAGES = [
  'vpc-egress-minima-missing',
  'vpc-open-to-world',
  'tunnel-two-pools-not-crosswise',
  'turbo-kubelet-destroyed',
  'v3-deny-kubelet',
  'vpc-two-plans-one-run',
  'tunnel-waived',
  'vpc-fresh-unknown-pod-cidr',
  'nothing-to-judge',
];

const COMMIT = 'b1a2c3d4e5f60718293a4b5c6d7e8f9012345678';
const CONTEXT: SummaryContext = {
  label: 'production',
  commit: COMMIT,
  serverUrl: 'https://github.com',
  repository: 'acme/infra',
  runUrl: 'https://github.com/acme/infra/actions/runs/1/attempts/1',
};
const PLACES = { fallbackFile: 'infra/main.tf' };
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{5}/u;

/** The comments on lines, one after the other. */
function review(shown: Report, context: ReviewContext = {}): readonly string[] {
  return blocksOf(shown).blocks.map((block) => renderReviewComment(block, shown, context));
}

/** What stands between comments in a committed file. */
export const NEXT_COMMENT = '\n=== next comment ===\n\n';

const problemsOfEach =
  (problems: (text: string) => readonly unknown[]) =>
  (texts: readonly string[]): readonly unknown[] =>
    texts.flatMap((text) => problems(text));

const ofGitHub = (text: string): readonly string[] =>
  problemsOf(text, { url: 'https://github.com/acme/infra/' });
const fits = (text: string): readonly string[] => (bytesOf(text) <= 57_000 ? [] : ['too long for a comment']);

export const FORMS: Readonly<Record<Format | 'summary' | 'review' | 'job-summary' | 'annotations', Form>> = {
  text: {
    extension: 'txt',
    stories: Object.keys(REPORTS),
    write: (shown) => renderText(shown, { colors: false }),
    problems: problemsOfEach(textProblems),
  },
  markdown: {
    extension: 'md',
    stories: STORIES,
    write: renderMarkdown,
    problems: problemsOfEach(problemsOf),
  },
  summary: {
    extension: 'summary.md',
    stories: Object.keys(REPORTS),
    write: (shown) => `${renderSummaryComment(shown, CONTEXT)}\n`,
    writeWith: (shown, text) => [
      renderSummaryComment(shown, { label: text, commit: text, runUrl: text, past: pastOf(text) }),
      renderUnjudged({ label: text }, text),
    ],
    problems: problemsOfEach((text) => [...ofGitHub(text), ...fits(text)]),
  },
  review: {
    extension: 'review.md',
    stories: STORIES,
    write: (shown) => review(shown).join(NEXT_COMMENT),
    writeWith: (shown, text) => review(shown, { label: text, commit: text, serverUrl: text, runUrl: text }),
    problems: problemsOfEach((text) =>
      text.split(NEXT_COMMENT).flatMap((comment) => [...ofGitHub(comment), ...fits(comment)]),
    ),
  },
  'job-summary': {
    extension: 'job-summary.md',
    stories: STORIES,
    write: (shown) => renderJobSummary(shown),
    writeWith: (shown, text) => [renderJobSummary(shown, { label: text })],
    problems: problemsOfEach((text) => [
      ...problemsOf(text),
      ...((text.match(/^`{3,}mermaid$/gm)?.length ?? 0) > 1 ? ['two pictures'] : []),
    ]),
  },
  html: {
    extension: 'html.txt',
    stories: STORIES,
    write: (shown) => renderHtml(shown, {}),
    problems: problemsOfEach(htmlProblems),
  },
  json: {
    extension: 'report.json',
    stories: STORIES,
    write: (shown) => renderJson(shown),
    problems: problemsOfEach(jsonProblems),
  },
  sarif: {
    extension: 'sarif',
    stories: STORIES,
    write: (shown) => renderSarif(shown, metadataIn(shown), { label: 'production', version: '0.1.0' }),
    writeWith: (shown, text) => [renderSarif(shown, metadataIn(shown), { label: text, fallbackFile: text })],
    problems: problemsOfEach(sarifProblems),
  },
  junit: {
    extension: 'junit.xml',
    stories: STORIES,
    write: (shown) => renderJunit(shown, PLACES),
    writeWith: (shown, text) => [renderJunit(shown, { fallbackFile: text })],
    problems: junitProblems,
  },
  gitlab: {
    extension: 'gitlab.json',
    stories: STORIES,
    write: (shown) => renderGitlab(shown, PLACES),
    writeWith: (shown, text) => [renderGitlab(shown, { fallbackFile: text })],
    problems: problemsOfEach((text) => violationProblems(JSON.parse(text))),
  },
  annotations: {
    extension: 'annotations.json',
    stories: STORIES,
    write: (shown) => `${JSON.stringify(annotationsOf(shown), null, 2)}\n`,
    problems: problemsOfEach((text) => (JSON.parse(text) as Annotation[]).flatMap(annotationProblems)),
  },
};

function pastOf(words: string): SummaryContext['past'] {
  const of = { severity: 'critical', words, commit: 'c4d5e6f', isToldStill: false } as const;
  return [
    { ...of, kind: 'mended' },
    { ...of, kind: 'milder', isToldStill: true },
  ];
}

/** The checks of the findings, with texts that do not change when those of the checks do. */
function metadataIn({ findings }: Report): Parameters<typeof renderSarif>[1] {
  return distinct(findings.map(({ check }) => check)).map((check) => ({
    ...check,
    title: `Title of ${check.id}`,
    why: `Why ${check.id} matters.`,
    remedy: `What to do about ${check.id}.`,
    example: `An example of ${check.id}.`,
    severities: { introduced: 'critical', transient: 'warning', 'pre-existing': 'warning' },
  }));
}

function textProblems(text: string): readonly string[] {
  const verdicts = text.split('\n').filter((line) => /^\s*[✔✖▲] (?:pass|fail)/.test(line));
  return [
    ...(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{5}/u.test(text) ? ['what cannot be seen'] : []),
    ...(/^\s*::[a-z]|##\[|##vso\[/im.test(text) ? ['a command of a build service'] : []),
    ...(verdicts.length === 1 ? [] : verdicts),
    ...(text.length < 60_000 ? [] : ['very long']),
  ];
}

const isReport = new Ajv({ strict: true }).compile(
  JSON.parse(JSON.stringify(toJsonSchema(reportSchema))) as object,
);

function jsonProblems(text: string): readonly unknown[] {
  const hidden = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(text);
  return [...(isReport(JSON.parse(text)) ? [] : (isReport.errors ?? [])), ...(hidden ?? [])];
}

/** Brackets make links, unless they are escaped. */
const SARIF_LINK = /(?<!\\)(?:\\\\)*[[\]]/;

function sarifProblems(text: string): readonly unknown[] {
  const log = JSON.parse(text) as Log;
  const [run] = log.runs;
  const messages = (run?.results ?? []).map(({ message }) => message.text ?? '');
  const terms = (run?.results ?? []).flatMap(({ suppressions = [] }) =>
    suppressions.map(({ justification = '' }) => justification),
  );
  return [
    ...schemaErrors(log),
    ...githubProblems(log),
    ...[...messages, ...terms].filter((one) => UNSEEN.test(one)),
    ...messages.filter((one) => SARIF_LINK.test(one)),
  ];
}

const JUNIT_SCHEMA = readFileSync(
  path.join(import.meta.dirname, '../../../fixtures/schemas/junit-10.xsd'),
  'utf8',
);

/** All at once: the validator is started for it. */
async function junitProblems(texts: readonly string[]): Promise<readonly unknown[]> {
  const xml = texts.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
  return (await validateXML({ xml, schema: [JUNIT_SCHEMA] })).errors;
}

function annotationProblems({ title, message, file = '' }: Annotation): readonly string[] {
  return [
    ...[title, message, file].filter((text) => UNSEEN.test(text)),
    ...(title.trim() === '' || message.trim() === '' ? ['says nothing'] : []),
    ...(title.length > 255 || bytesOf(message) > 4096 ? ['too long'] : []),
  ];
}
