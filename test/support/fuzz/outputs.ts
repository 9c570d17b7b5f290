/** Every output of a report, and what holds of each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv } from 'ajv';
import type { Log } from 'sarif';

import { annotationsOf } from '../../../src/format/annotations.js';
import { type Format, FORMATS, type Renderer } from '../../../src/format/formats.js';
import type { HtmlOptions } from '../../../src/format/html/html.js';
import { renderJobSummary } from '../../../src/format/markdown/job-summary.js';
import { renderSummaryComment } from '../../../src/format/markdown/markdown.js';
import { renderReviewComment } from '../../../src/format/markdown/review-comment.js';
import { safeLine } from '../../../src/github/step/log.js';
import { blocksOf } from '../../../src/report/blocks.js';
import type { Report } from '../../../src/report/report.js';
import { problemsOf } from '../report/github-markdown.js';
import { htmlProblems } from '../report/html-page.js';
import { githubProblems, schemaErrors } from '../report/sarif-checks.js';
import { violationProblems } from '../report/gitlab-checks.js';
import { once } from './bases.js';
import { need, needJson, needNoCommand, needPage } from './holds.js';

/** Where a pull request of the tests is. */
const CONTEXT = {
  label: 'zq @label',
  commit: 'a'.repeat(40),
  serverUrl: 'https://github.test',
  repository: 'acme/infra',
  runUrl: 'https://github.test/acme/infra/actions/runs/1',
} as const;

const OPTIONS = { colors: false, version: '0.0.0', fallbackFile: 'main.tf' } as const;

/** What a run writes, by the name of the sink: all formats of the table. */
export async function formatsOf(
  report: Report,
  beside: HtmlOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  for (const [name, load] of Object.entries<() => Promise<Renderer>>(FORMATS)) {
    outputs.set(name, (await load())(report, { ...OPTIONS, ...beside }));
  }
  outputs.set('annotations', JSON.stringify(annotationsOf(report)));
  return outputs;
}

/** The same, and what the step of the Action adds, in other words of the same escapers. */
export async function outputsOf(
  report: Report,
  beside: HtmlOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map(await formatsOf(report, beside));
  outputs.set('colored text', (await FORMATS.text())(report, { colors: true, width: 60 }));
  outputs.set('job summary', renderJobSummary(report));
  outputs.set('summary comment', renderSummaryComment(report, CONTEXT));
  for (const [i, block] of blocksOf(report).blocks.slice(0, 5).entries()) {
    outputs.set(`review comment ${i}`, renderReviewComment(block, report, CONTEXT));
  }
  return outputs;
}

type Hold = (text: string, name: string) => void;

const HOLDS: Readonly<Record<Format | 'colored text' | 'annotations', Hold>> = {
  text(text, name) {
    needPage(text, name);
    needNoCommand(text.split('\n').map(safeLine).join('\n'), `${name} in the log of a step`);
  },
  'colored text': (text, name) => needPage(text.replaceAll(/\u001b\[\d+(?:;\d+)*m/g, ''), name),
  json(text, name) {
    const problems = reportProblems()(needJson(text, name));
    need(problems.length === 0, `${name} is not as the schema says: ${JSON.stringify(problems)}`);
  },
  markdown: holdMarkdown,
  html(text, name) {
    const problems = htmlProblems(text);
    need(problems.length === 0, `${name} is no page of ours: ${problems.join('; ')}`);
  },
  sarif(text, name) {
    const log = needJson(text, name) as Log;
    const problems = [...schemaErrors(log), ...githubProblems(log)];
    need(problems.length === 0, `${name} is not taken: ${JSON.stringify(problems)}`);
    for (const { message } of log.runs[0]?.results ?? []) {
      need(
        !/(?<!\\)\[[^\]]*(?<!\\)\]\(/.test(message.text ?? ''),
        `${name} has a link: ${message.text ?? ''}`,
      );
    }
  },
  junit: needXml,
  gitlab(text, name) {
    const problems = violationProblems(needJson(text, name));
    need(problems.length === 0, `${name} is not as the schema says: ${JSON.stringify(problems)}`);
  },
  annotations(text, name) {
    for (const { title, message, file = '' } of JSON.parse(text) as Record<
      'title' | 'message' | 'file',
      string
    >[]) {
      for (const part of [title, message, file]) needPage(part, name);
    }
  },
};

/** Nothing of a plan is markup: what is left without the tags that we write has none. */
function needXml(text: string, name: string): void {
  needPage(text, name);
  const rest = text.replaceAll(
    /<\?xml[^?]*\?>|<\/?(?:testsuites?|testcase|failure|skipped|system-out)(?: [\w-]+="[^"<]*")*\/?>/g,
    '',
  );
  need(
    !/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(rest),
    `${name} has markup of a plan: ${rest.slice(0, 500)}`,
  );
}

function holdMarkdown(text: string, name: string): void {
  needPage(text, name);
  const problems = problemsOf(text, { url: 'https://github.test/' });
  need(
    problems.length === 0,
    `${name} is more than text: ${JSON.stringify(problems)}\n${text.slice(0, 3000)}`,
  );
}

/** A format that this list does not know is at least a page. */
export function holdOutputs(outputs: ReadonlyMap<string, string>): void {
  const holds: Readonly<Partial<Record<string, Hold>>> = HOLDS;
  for (const [name, text] of outputs) {
    need(text !== '', `${name} is empty`);
    const isMarkdown = /comment|summary/.test(name);
    (holds[name] ?? (isMarkdown ? holdMarkdown : needPage))(text, name);
  }
}

const SCHEMA = path.join(import.meta.dirname, '..', '..', '..', 'schema', 'report-1.json');

const reportProblems = once(() => {
  const validate = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return (report: unknown): readonly unknown[] => (validate(report) ? [] : (validate.errors ?? []));
});
