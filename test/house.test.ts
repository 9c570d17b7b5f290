/** What a stranger finds in this repository: documents whose paths are there, forms that GitHub takes, one address. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse } from 'yaml';

import { HOME } from '../src/report/links.js';
import { VERSION } from '../src/version.js';
import { DOCUMENTS } from './support/docs/command-lines.js';
import { ROOT } from './support/workflows.js';

const text = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** As GitHub makes it of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsIn(file: string): readonly string[] {
  return [...text(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe.each([...DOCUMENTS, 'CHANGELOG.md'].map((file) => [file] as const))('%s', (file) => {
  test('its links lead somewhere', () => {
    const links = [...text(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to = '']) => to);
    const dead = links.filter((link) => {
      const [name = '', anchor] = link.split('#');
      const target = path.join(path.dirname(file), name === '' ? path.basename(file) : name);
      if (!existsSync(path.join(ROOT, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsIn(target).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  test('the files that it names are there', () => {
    const named = [
      ...text(file).matchAll(
        /`((?:\.ci|\.github|bench|docs|examples|fixtures|schema|scripts|src|templates|test)\/[\w./-]+)`/g,
      ),
    ];
    const lost = named
      .map(([, name = '']) => name)
      // One of many, or a file of the reader's own.
      .filter((name) => !/table-N|NAME|^\.github\/(?:workflows\/plan|cce-plan-guard)\.yml$/.test(name))
      .filter((name) => !existsSync(path.join(ROOT, name)));
    expect(lost).toEqual([]);
  });
});

test('ARCHITECTURE has each room of src/', () => {
  const rooms = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const [table = ''] = /^\| folder \| holds[^]*?\n\n/m.exec(text('ARCHITECTURE.md')) ?? [];
  expect(rooms.map(({ name }) => name).filter((name) => !table.includes(`\`${name}/\``))).toEqual([]);
});

test('docs/support.md has the versions of the recorded plans, and the date of the page', () => {
  const plans = readdirSync(path.join(ROOT, 'fixtures'))
    .map((name) => path.join('fixtures', name, 'plan.json'))
    .filter((file) => existsSync(path.join(ROOT, file)));
  const versions = plans.flatMap((file) => /"terraform_version": ?"([\d.]+)"/.exec(text(file))?.[1] ?? []);
  const { lastChange } = JSON.parse(text('fixtures/faq/facts.json')) as { readonly lastChange: string };
  for (const one of new Set([...versions, lastChange])) expect(text('docs/support.md')).toContain(one);
  expect(new Set(versions).size).toBeGreaterThan(1);
});

describe('the forms of issues', () => {
  const folder = path.join(ROOT, '.github/ISSUE_TEMPLATE');
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

  test.each(forms.map((name) => [name] as const))('%s is one that GitHub takes', (name) => {
    const form = parse(readFileSync(path.join(folder, name), 'utf8')) as {
      readonly name: string;
      readonly description: string;
      readonly body: readonly {
        readonly type: string;
        readonly id?: string;
        readonly attributes: { readonly label?: string; readonly value?: string };
      }[];
    };
    expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      expect(type === 'markdown' ? attributes.value : id !== undefined && attributes.label).toBeTruthy();
    }
  });

  test('lead to this repository alone', () => {
    const { contact_links: links } = parse(readFileSync(path.join(folder, 'config.yml'), 'utf8')) as {
      readonly contact_links: readonly { readonly url: string }[];
    };
    for (const { url } of links) expect(url.startsWith(`${HOME}/`)).toBe(true);
  });
});

test('the repository has one address', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '*.md', '*.yml', '*.yaml', '*.json', '*.ts', '*.mjs', ':!fixtures', ':!dist'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  ).split('\0');
  const home = new URL(HOME).pathname.slice(1);
  const others = files
    .filter((file) => file !== '' && existsSync(path.join(ROOT, file)))
    .flatMap((file) =>
      [...text(file).matchAll(/github\.com\/([\w.-]+\/cce-plan-guard)\b/g)].map(([, name]) => [file, name]),
    )
    .filter(([, name]) => name !== home);
  expect(others).toEqual([]);
});

test('the changelog has this version', () => {
  expect(text('CHANGELOG.md')).toMatch(new RegExp(`^## ${VERSION.replaceAll('.', '\\.')}\\b`, 'm'));
});

test('the dev container has a Node that the package is for', () => {
  const { image } = parseJsonc(text('.devcontainer/devcontainer.json')) as { readonly image: string };
  expect(image).toMatch(/typescript-node:(?:20|22|24)\b/);
});
