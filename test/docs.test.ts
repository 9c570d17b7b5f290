/**
 * Documents that repeat what the code says. Write them anew with `npm run docs`, then read the diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { CHECK_IDS } from '../src/check/check-id.js';
import { CHECKS } from '../src/check/checks.js';
import { completedCommands } from '../src/command/commands.js';
import { NO_CONFIGURATION } from '../src/config/configuration.js';
import { renderText } from '../src/format/text/text.js';
import { checkPage, rowsPage } from './support/docs/pages.js';
import {
  commandsPage,
  configurationPage,
  helpOf,
  reportPage,
  undescribed,
} from './support/docs/reference.js';
import { mendBytes } from './support/run-bytes.js';
import { VERSION } from '../src/version.js';

const ROOT = path.join(import.meta.dirname, '..');
const UPDATE = process.env['UPDATE'] === '1';

function same(file: string, wanted: (now: string) => string): void {
  const place = path.join(ROOT, file);
  const now = UPDATE && !existsSync(place) ? '' : readFileSync(place, 'utf8');
  if (UPDATE) writeFileSync(place, wanted(now));
  else expect(now).toBe(wanted(now));
}

/** Replaces what stands between two markers. */
function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the markers of ${name} are missing`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

function report(): string {
  const bytes = readFileSync(path.join(ROOT, 'fixtures/vpc-egress-minima-missing/plan.json'));
  const result = mendBytes({
    plans: [{ path: 'plan.json', bytes, label: undefined }],
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-11-23',
  });
  if (!result.ok) throw new Error(result.error.error.message);
  return renderText(result.value, { colors: false });
}

function severities(check: (typeof CHECKS)[number]): string {
  return Object.entries(check.severities)
    .map(([change, severity]) => `${change}: ${severity}`)
    .join(', ');
}

test('the README shows a report as it is', () => {
  same('README.md', (now) => between(now, 'report', `\n\`\`\`\n${report().trimEnd()}\n\`\`\`\n`));
});

test('the README lists the checks', () => {
  const rows = CHECKS.map(({ id, title }) => `| [\`${id}\`](docs/checks/${id}.md) | ${title} |`);
  same('README.md', (now) =>
    between(now, 'checks', ['', '| check | fires when |', '|---|---|', ...rows, ''].join('\n')),
  );
});

interface Metadata {
  readonly inputs: Record<string, { readonly description: string; readonly default?: string }>;
  readonly outputs: Record<string, { readonly description: string }>;
}

/** The beginning of a table, and its rows. */
function table(head: string, rows: readonly (readonly string[])[]): string {
  const rule = head.replace(/[^|]+/g, '---');
  return ['', head, rule, ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}

test('the README lists the inputs and outputs of action.yml', () => {
  const { inputs, outputs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Metadata;
  const given = Object.entries(inputs).map(([name, { description, default: value = '' }]) => [
    `\`${name}\``,
    value === '' ? '' : `\`${value}\``,
    description,
  ]);
  const made = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  same('README.md', (now) =>
    between(
      between(now, 'inputs', table('| input | default | what it is |', given)),
      'outputs',
      table('| output | what it is |', made),
    ),
  );
});

test('docs/checks.md says what each check says of itself', () => {
  const sections = CHECKS.map((check) =>
    [
      `## ${check.id}`,
      `**${check.title}** (${severities(check)})`,
      check.why,
      `For example: ${check.example}`,
      `To mend: ${check.remedy}`,
      `[Stories, and how to accept it](checks/${check.id}.md)`,
    ].join('\n\n'),
  );
  const head = '# Checks\n\nWritten from the checks themselves (`npm run docs`).';
  same('docs/checks.md', () => `${[head, ...sections].join('\n\n')}\n`);
});

describe('the page of a check tells what it does, in plans that are judged for it', () => {
  test.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
    same(`docs/checks/${id}.md`, () => checkPage(check));
  });

  test('there is no other', () => {
    const pages = readdirSync(path.join(ROOT, 'docs/checks'));
    expect(pages.sort()).toEqual(CHECKS.map(({ id }) => `${id}.md`).sort());
  });
});

test('docs/rows.md has every row', () => {
  same('docs/rows.md', rowsPage);
});

test('CONTRIBUTING shows a check as it is', () => {
  const source = readFileSync(path.join(ROOT, 'src/check/egress-minimum.ts'), 'utf8');
  const check = source.slice(source.indexOf('/**')).trimEnd();
  same('CONTRIBUTING.md', (now) => between(now, 'anatomy', `\n\`\`\`ts\n${check}\n\`\`\`\n`));
});

test('every check has an entry, in the order of the ids', () => {
  expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS]);
});

test('the version is that of the package', () => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ version: VERSION });
});

describe('references', () => {
  test('docs/commands.md has what each command says of itself', async () => {
    const page = await commandsPage();
    same('docs/commands.md', () => page);
  });

  test('docs/configuration.md has every key of the configuration', () => {
    same('docs/configuration.md', configurationPage);
  });

  test('docs/report.md has every field of the JSON report', () => {
    same('docs/report.md', reportPage);
  });

  test('the schemas say what each key and field is', () => {
    expect(undescribed()).toEqual([]);
  });

  test('a command says every option that it reads, and its exit statuses', async () => {
    const commands = await completedCommands();
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['check', 'init', 'rules']));
    for (const { name, options } of commands) {
      const help = await helpOf(name);
      const silent = Object.keys(options).filter((option) => !help.includes(`--${option}`));
      expect([name, silent]).toEqual([name, []]);
      expect(help).toMatch(/^exit: 0 .*\b2 /m);
    }
  });

  test('each message of docs/troubleshooting.md is one that is printed', () => {
    const troubles = readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8');
    const headings = [...troubles.matchAll(/^## `(.+)`$/gm)].flatMap(([, text]) => text ?? []);
    expect(headings.length).toBeGreaterThan(15);
    const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(ROOT, 'src', name), 'utf8').replaceAll('\\`', '`'));
    // What differs from run to run is written as an ellipsis.
    const isPrinted = (message: string): boolean =>
      sources.some((text) => message.split('…').every((part) => text.includes(part.trim())));
    expect(headings.filter((message) => !isPrinted(message))).toEqual([]);
  });

  test('what docs/ says of versions and schemas is of this version', () => {
    const texts = ['README.md', 'docs/install.md'].map((name) => readFileSync(path.join(ROOT, name), 'utf8'));
    const named = texts.join('\n').matchAll(/cce-plan-guard@v?(\d+\.\d+\.\d+)/g);
    const versions = [...named].flatMap(([, version]) => version ?? []);
    expect(versions.length).toBeGreaterThan(2);
    expect(new Set(versions)).toEqual(new Set([VERSION]));
  });
});
