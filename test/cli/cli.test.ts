/** The built command, run as users run it. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { VERSION } from '../../src/version.js';
import { BUILT, CLI } from '../support/built.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BROKEN = path.join(ROOT, 'fixtures', 'vpc-tcp-rule-destroyed', 'plan.json');
const FINE = path.join(ROOT, 'fixtures', 'vpc-no-changes', 'plan.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function cli(
  args: readonly string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: options.input ?? '',
    env: { PATH: process.env['PATH'], ...options.env },
  });
  return { status, stdout, stderr };
}

/** What "could not judge" must look like: exit 2, nothing on standard output, one line that begins with our name. */
function refused({ status, stdout, stderr }: Run): string {
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^cce-plan-guard: [^\n]+\n$/);
  return stderr.trim();
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

describe('exit status', () => {
  test('0 when nothing breaks', () => {
    expect(cli(['check', FINE])).toMatchObject({ status: 0, stderr: '' });
  });

  test('1 on a critical finding, the verdict first', () => {
    const run = cli(['check', BROKEN]);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).toMatch(/^✖ fail/);
  });

  test.each([
    ['never', BROKEN, 0],
    ['critical', BROKEN, 1],
    ['notice', FINE, 0],
  ])('--fail-on %s', (level, plan, status) => {
    expect(cli(['check', plan, '--fail-on', level]).status).toBe(status);
  });

  test('--fail-on warning fails on a warning', () => {
    const plan = path.join(ROOT, 'fixtures', 'vpc-description-changed', 'plan.json');
    expect(cli(['check', plan]).status).toBe(0);
    expect(cli(['check', plan, '--fail-on', 'warning']).status).toBe(1);
  });

  test('--require-cluster: a run without one is no pass', () => {
    const plan = path.join(ROOT, 'fixtures', 'nothing-to-judge', 'plan.json');
    expect(cli(['check', plan]).status).toBe(0);
    expect(refused(cli(['check', plan, '--require-cluster']))).toContain('found nothing to judge');
    expect(cli(['check', plan, FINE, '--require-cluster']).status).toBe(0);
  });

  test('the worst of several plans counts', () => {
    expect(cli(['check', FINE, BROKEN]).status).toBe(1);
  });
});

describe('input and output', () => {
  test('a plan that is named twice counts once', () => {
    expect(cli(['check', BROKEN, BROKEN]).stdout).toBe(cli(['check', BROKEN]).stdout);
  });

  test('without the grammar of HCL a finding has no line, and stays', () => {
    const program = path.join(folder, 'program');
    cpSync(BUILT, program, { recursive: true });
    rmSync(path.join(program, 'dist', 'vendor', 'tree-sitter-hcl.wasm'));
    const plan = path.join(ROOT, 'fixtures', 'vpc-tcp-rule-narrowed', 'plan.json');
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(program, 'dist', 'cli.js'), 'check', plan, '--format', 'json'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ causes: [{ line: null }] }, {}] });
  });

  test('a plan from standard input', () => {
    const run = cli(['check', '-', '--format', 'json'], { input: readFileSync(BROKEN) });
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ version: 1, plans: [{ path: 'standard input' }] });
  });

  test('the same plan gives the same bytes', () => {
    const [a, b] = [cli(['check', BROKEN, '--format', 'json']), cli(['check', BROKEN, '--format', 'json'])];
    expect(a.stdout).toBe(b.stdout);
  });

  test('--report writes more forms beside what is printed', () => {
    const run = cli(['check', BROKEN, '--report', 'junit=r.xml', '--report', 'gitlab=r.json']);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).toContain('critical');
    expect(readFileSync(path.join(folder, 'r.xml'), 'utf8')).toMatch(/<failure type="/);
    expect(JSON.parse(readFileSync(path.join(folder, 'r.json'), 'utf8'))).toMatchObject([
      { severity: 'critical' },
    ]);
  });

  test('--report destroys no input', () => {
    const line = refused(cli(['check', BROKEN, '--report', `json=${BROKEN}`]));
    expect(line).toContain('--report would overwrite');
  });

  test('--output writes a file and leaves standard output empty', () => {
    expect(cli(['check', BROKEN, '--format', 'json', '--output', 'report.json'])).toMatchObject({
      status: 1,
      stdout: '',
    });
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  test('SARIF names the version, and shows what has no line at the root module', () => {
    const run = cli(['check', BROKEN, '--format', 'sarif', '--source', path.dirname(BROKEN)]);
    const { runs } = JSON.parse(run.stdout) as { runs: { tool: { driver: object } }[] };
    expect(runs[0]?.tool.driver).toMatchObject({ semanticVersion: VERSION });
    expect(run.stdout).toContain('fixtures/vpc-tcp-rule-destroyed/main.tf');
  });

  test('--label names the plan', () => {
    const run = cli(['check', FINE, '--format', 'json', '--label', 'production']);
    expect(JSON.parse(run.stdout)).toMatchObject({ plans: [{ label: 'production' }] });
  });

  test('no colour where nobody watches', () => {
    expect(cli(['check', BROKEN]).stdout).not.toMatch(/\u001b/);
  });

  test('--version and --help', () => {
    expect(cli(['--version'])).toMatchObject({ status: 0, stdout: `${VERSION}\n` });
    expect(cli(['--help']).stdout).toContain('usage: cce-plan-guard COMMAND');
    expect(cli(['check', '--help']).stdout).toContain('usage: cce-plan-guard check PLAN');
  });
});

describe('the configuration file', () => {
  const story = path.join(ROOT, 'fixtures', 'vpc-config-file');

  test('is taken from --config', () => {
    const config = path.join(story, 'cce-plan-guard.yml');
    expect(cli(['check', path.join(story, 'plan.json'), '--config', config]).status).toBe(1);
  });

  test.each(['cce-plan-guard.yml', '.github/cce-plan-guard.yml'])('is found in %s', (place) => {
    mkdirSync(path.join(folder, '.github'), { recursive: true });
    const target = path.join(folder, place);
    copyFileSync(path.join(story, 'cce-plan-guard.yml'), target);
    expect(cli(['check', path.join(story, 'plan.json')]).status).toBe(1);
    rmSync(target);
    expect(cli(['check', path.join(story, 'plan.json')]).status).toBe(0);
  });

  test('an unknown key is refused with the nearest known one', () => {
    const line = refused(cli(['check', FINE, '--config', file('bad.yml', 'fail-one: warning\n')]));
    expect(line).toContain('bad.yml');
    expect(line).toContain('fail-on');
  });

  test('a file that is not there', () => {
    const line = refused(cli(['check', FINE, '--config', 'nowhere.yml']));
    expect(line).toContain('nowhere.yml does not exist');
    expect(line).not.toContain('terraform show');
  });

  test.each(['cce-plan-guard.yaml', '.github/cce-plan-guard.yaml'])('%s is not passed over', (place) => {
    mkdirSync(path.join(folder, '.github'), { recursive: true });
    const target = path.join(folder, place);
    writeFileSync(target, 'fail-on: never\n');
    expect(refused(cli(['check', FINE]))).toContain(`mv ${place} ${place.replace('.yaml', '.yml')}`);
    rmSync(target);
  });
});

describe('could not judge', () => {
  const plan = readFileSync(BROKEN, 'utf8');
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const cases: readonly [name: string, content: string | Uint8Array, says: RegExp][] = [
    ['a binary plan', Buffer.from('PK\u0003\u0004rest'), /terraform show -json/],
    [
      'plan -json lines',
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n',
      /plan -out=FILE/,
    ],
    ['a state file', '{"version":4,"serial":1,"lineage":"x","resources":[]}', /state/],
    ['show -json of a state', '{"format_version":"1.0","values":{"root_module":{}}}', /state/],
    ['truncated JSON', plan.slice(0, 5000), /ends before/],
    ['an empty file', '', /empty/],
    ['an errored plan', plan.replace('"errored":false', '"errored":true'), /failed/],
    [
      'an unknown major version',
      plan.replace(/"format_version":"1\.\d+"/, '"format_version":"2.0"'),
      /newer/,
    ],
    ['deep nesting', deep, /nested too deeply/],
    ['deep nesting in a plan', `{"format_version":"1.2","resource_changes":${deep}}`, /./],
    ['human text', 'Terraform used the selected providers to generate the plan\n', /text for people/],
    ['something else', 'hello', /not a plan/],
  ];

  test.each(cases)('%s', (name, content, says) => {
    const line = refused(cli(['check', file(`${name.replace(/\W/g, '-')}.json`, content)]));
    expect(line).toMatch(says);
    expect(line).not.toMatch(/\.js:\d|Error:/);
  });

  test('a missing file', () => {
    expect(refused(cli(['check', 'nowhere.json']))).toContain('nowhere.json does not exist');
  });

  test('an option that is misspelt', () => {
    expect(refused(cli(['check', FINE, '--fromat', 'json']))).toContain('Did you mean --format?');
  });

  test('nothing on standard input', () => {
    expect(refused(cli(['check', '-']))).toContain('standard input is empty');
  });

  test('a report that cannot be written', () => {
    const line = refused(cli(['check', FINE, '--output', 'no/such/folder']));
    expect(line).toContain('cannot be written: no/such/folder is in a folder that does not exist');
  });

  test.each([FINE, BROKEN])('a report that does not fit on the disk behind standard output', (plan) => {
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', plan], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'cce-plan-guard: the report cannot be written: standard output does not fit on the disk. Make room, or name another place\n',
    });
  });

  test('a source that is a file', () => {
    expect(refused(cli(['check', FINE, '--source', FINE]))).toContain('is no directory');
  });

  test('a base revision, and nothing that it is the base of', () => {
    const plan = file('alone.json', readFileSync(FINE));
    expect(refused(cli(['check', plan, '--base', 'main']))).toContain('add --source DIR');
  });

  test.each([
    [[], 2],
    [['--help'], 0],
    [['chekc', FINE], 2],
    [['check'], 2],
    [['check', FINE, '--formt', 'json'], 2],
    [['check', FINE, '--format', 'xml'], 2],
    [['check', FINE, '--fail-on', 'bad'], 2],
    [['check', FINE, '--config'], 2],
    [['check', ''], 2],
  ])('arguments %j', (args, status) => {
    expect(cli(args).status).toBe(status);
  });
});

describe('what is said of arguments', () => {
  test.each([
    [['--nope'], "Unknown option '--nope'"],
    [['-x'], "Unknown option '-x'"],
    [['--config'], "Option '--config <value>' argument missing"],
    [['--format', '--output'], "Option '--format' argument is ambiguous"],
    [['--help=yes'], "Option '-h, --help' does not take an argument"],
  ])('%j', (args, words) => {
    expect(refused(cli(['check', FINE, ...args]))).toBe(
      `cce-plan-guard: ${words}. See cce-plan-guard check --help`,
    );
  });
});

describe('other shapes of a good plan', () => {
  const plan = readFileSync(BROKEN);
  const utf16 = Buffer.from(plan.toString('utf8'), 'utf16le');
  const cases: readonly [name: string, content: Uint8Array | string][] = [
    ['a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plan])],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 without a mark', utf16],
    ['lines before the JSON', `[command]/usr/bin/terraform show -json\n${plan.toString('utf8')}`],
    ['indented', JSON.stringify(JSON.parse(plan.toString('utf8')), undefined, 2)],
  ];

  test.each(cases)('%s', (name, content) => {
    expect(cli(['check', file(`${name.replace(/\W/g, '-')}.json`, content)]).status).toBe(1);
  });
});
