/**
 * The commands of the documents, word by word: those of the README one after the other in an empty folder, those of each page
 * of docs/ in one with a plan. The package is installed from its tarball in the place of the registry, and a stand-in makes
 * the plan in the place of Terraform. Each line runs here, or the table says who runs it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { BUILT } from '../support/built.js';
import { type CommandLine, commandLines, DOCUMENTS } from '../support/docs/command-lines.js';
import { FIXTURES } from '../support/fixture-report.js';
import { offline, packedInto } from '../support/install/packed.js';
import { standInForTerraform } from '../support/install/pipeline.js';
import { ROOT } from '../support/workflows.js';

/** The plan that the README shows: it breaks a cluster. */
const STORY = 'vpc-egress-minima-missing';

/** What cannot run here, and the file that runs it; `npm ci` and `npm test` would run this suite within itself. */
const ELSEWHERE: readonly { readonly line: RegExp; readonly by: string; readonly has: string }[] = [
  { line: /^cce-plan-guard facts /, by: 'test/cloud/facts.test.ts', has: 'factsBench' },
  { line: /^npm ci$/, by: '.ci/run', has: 'npm ci' },
  { line: /^npm test$/, by: '.ci/run', has: 'npm test' },
  { line: /^npm run test:install$/, by: '.ci/run', has: 'npm run test:install' },
  { line: /^npm run check$/, by: 'scripts/hooks/pre-commit', has: 'npm run --silent check' },
  { line: /^npm run test:long$/, by: 'package.json', has: '"test:long"' },
  { line: /^(?:[A-Z_]+=\S+ )+npm run test:unit -- /, by: 'package.json', has: '"test:unit"' },
  { line: /^nice node scripts\/mutants\.mjs judge /, by: 'test/scripts/mutants.test.ts', has: 'mutants' },
];

/** How a line ends that does not end with 0. */
const STATUS: readonly { readonly line: RegExp; readonly status: number }[] = [
  // The plan breaks a cluster, and a run without facts that show it says so, too.
  { line: /^(?:npx )?cce-plan-guard check |^node dist\/cli\.js check /, status: 1 },
  { line: /^cce-plan-guard merge /, status: 1 },
];

const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-documents-'));
const bin = path.join(home, 'bin');
let tarball = '';

beforeAll(() => {
  mkdirSync(bin);
  standInForTerraform(bin, STORY);
  tarball = packedInto(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A repository with a root module, and what the README's reader has beside it: nothing. */
function folder(name: string): string {
  const at = path.join(home, name.replaceAll('/', '-'));
  mkdirSync(at);
  execFileSync('git', ['init', '-q', at]);
  for (const file of ['main.tf', 'world.tf']) cpSync(path.join(FIXTURES, STORY, file), path.join(at, file));
  // What `facts` wrote: its own tests ask a cloud for it.
  cpSync(path.join(FIXTURES, 'facts-rule-made-by-hand-saves/facts.json'), path.join(at, 'facts.json'));
  // A clone of this repository, as far as a command looks into it.
  for (const part of ['dist', 'fixtures'])
    symlinkSync(part === 'dist' ? path.join(BUILT, part) : path.join(ROOT, part), path.join(at, part));
  return at;
}

function run(line: string, cwd: string) {
  const env = {
    ...offline(home),
    PATH: [bin, path.join(cwd, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter),
  };
  const local = line.replace(
    /^npm install --save-dev cce-plan-guard$/,
    `npm install --save-dev --no-audit --no-fund '${tarball}'`,
  );
  return spawnSync('sh', ['-c', local], { cwd, env, encoding: 'utf8' });
}

const isElsewhere = ({ line }: CommandLine): boolean => ELSEWHERE.some((one) => one.line.test(line));

/** Runs lines one after the other; what ends otherwise than it should is given back with all that it said. */
function walk(lines: readonly CommandLine[], cwd: string): readonly string[] {
  return lines.flatMap(({ line }) => {
    const { status, stdout, stderr } = run(line, cwd);
    const wanted = STATUS.find((one) => one.line.test(line))?.status ?? 0;
    return status === wanted
      ? []
      : [`${line}\nends with ${status ?? 'a signal'}, not ${wanted}\n${stdout}${stderr}`];
  });
}

test('the README, word by word, in an empty folder', () => {
  const lines = commandLines('README.md').filter((one) => !isElsewhere(one));
  expect(lines.slice(0, 3).map(({ line }) => line.replace(/ .*/, ''))).toEqual(['npm', 'terraform', 'npx']);
  const cwd = folder('README.md');
  expect(walk(lines, cwd)).toEqual([]);
  // What `init` and the formats are said to write.
  for (const file of [
    'cce-plan-guard.yml',
    'report.html',
    'junit.xml',
    'gl-code-quality-report.json',
    'rules.tf',
  ])
    expect([file, existsSync(path.join(cwd, file))]).toEqual([file, true]);
  expect(readFileSync(path.join(cwd, 'rules.tf'), 'utf8')).toContain('opentelekomcloud_');
});

test('the commands that the README shows in a report', () => {
  const text = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [report = ''] = /<!-- report:begin -->[^]*<!-- report:end -->/.exec(text) ?? [];
  const lines = [...report.matchAll(/cce-plan-guard (?:fix|record|model) \S+(?: [0-9a-f]{8})?/g)].map(
    ([line]) => line,
  );
  expect(lines.length).toBeGreaterThan(3);
  const cwd = path.join(home, 'README.md');
  expect(
    walk(
      lines.map((line) => ({ file: 'README.md', line })),
      cwd,
    ),
  ).toEqual([]);
});

describe('the other documents', () => {
  const others = DOCUMENTS.filter((file) => file !== 'README.md')
    .map((file) => ({ file, lines: commandLines(file).filter((one) => !isElsewhere(one)) }))
    .filter(({ lines }) => lines.length > 0);

  test.each(others.map(({ file, lines }) => [file, lines] as const))('%s', (file, lines) => {
    const cwd = folder(file);
    const plan = path.join(FIXTURES, STORY, 'plan.json');
    for (const name of ['plan.json', 'infra/prod/plan.json', 'infra/stage/plan.json'])
      cpSync(plan, path.join(cwd, name), { recursive: true });
    symlinkSync(path.join(home, 'README.md/node_modules'), path.join(cwd, 'node_modules'));
    expect(walk(lines, cwd)).toEqual([]);
  });

  test('there are some', () => {
    expect(others.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['docs/facts.md', 'docs/fleet.md', 'docs/install.md']),
    );
  });
});

describe('what runs elsewhere', () => {
  const lines = DOCUMENTS.flatMap(commandLines);

  test.each(ELSEWHERE.map((one) => [one.line.source, one] as const))('%s', (_, { line, by, has }) => {
    expect(lines.some((one) => line.test(one.line))).toBe(true);
    expect(readFileSync(path.join(ROOT, by), 'utf8')).toContain(has);
  });

  test('scripts of npm that documents name are there', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const texts = DOCUMENTS.map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n');
    const named = new Set([...texts.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
    expect(named.size).toBeGreaterThan(8);
    expect([...named].filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
