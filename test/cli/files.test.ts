/** The built command and files that are not what they seem. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { LARGE_BYTES } from '../../src/plan/document/bytes/source.js';
import { CLI } from '../support/built.js';
import { FIXTURES } from '../support/fixture-report.js';

const BROKEN = path.join(FIXTURES, 'vpc-tcp-rule-destroyed', 'plan.json');
const FINE = path.join(FIXTURES, 'vpc-no-changes', 'plan.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, args: readonly string[]) {
  const env = { PATH: process.env['PATH'], NODE: process.execPath, CLI, PLAN: BROKEN };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env,
  });
  return { status, stdout, stderr };
}

function cli(args: readonly string[]) {
  return run(process.execPath, [CLI, ...args]);
}

/** Exit 2, nothing on standard output, one line. */
function refused({ status, stdout, stderr }: ReturnType<typeof cli>): string {
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^cce-plan-guard: [^\n]+\n$/);
  return stderr.trim();
}

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

describe('a plan that is larger than what is read at once', () => {
  test('gives the same report from a file and from standard input', () => {
    const text = readFileSync(BROKEN, 'utf8');
    const name = file('large.json', `${text}${' '.repeat(LARGE_BYTES)}`);
    const small = cli(['check', file('small.json', text), '--format', 'json']);
    const ofSmall = JSON.parse(small.stdout) as object;
    const ofLarge = cli(['check', name, '--format', 'json']);
    const ofPipe = run('sh', ['-c', `"$NODE" "$CLI" check - --format json < ${name}`]);
    for (const [from, { status, stdout }] of [
      [name, ofLarge],
      ['standard input', ofPipe],
    ] as const) {
      const report = JSON.parse(stdout) as { plans: readonly object[] };
      const same = { plans: [], values: {} };
      expect({ status, ...report, ...same }).toEqual({ status: 1, ...ofSmall, ...same });
      expect(report.plans).toMatchObject([{ path: from }]);
    }
  });
});

describe('files that are not what they seem', () => {
  function pipe(name: string): string {
    execFileSync('mkfifo', [path.join(folder, name)]);
    return name;
  }

  test('a pipe or a device is not waited for, but as standard input', () => {
    expect(refused(cli(['check', pipe('pipe')]))).toContain('pipe is a pipe or a device, not a file');
    expect(refused(cli(['check', '/dev/zero']))).toContain('| cce-plan-guard check -');
    expect(refused(cli(['check', FINE, '--facts', 'pipe']))).toContain('is a pipe or a device');
    expect(refused(cli(['check', FINE, '--config', 'pipe']))).toContain('is a pipe or a device');
  });

  test('a configuration that is a link to nothing is not absent', () => {
    symlinkSync('nowhere', path.join(folder, 'cce-plan-guard.yml'));
    const line = refused(cli(['check', FINE]));
    rmSync(path.join(folder, 'cce-plan-guard.yml'));
    expect(line).toContain('cce-plan-guard.yml does not exist');
  });

  test('a plan is judged once, by whatever names', () => {
    copyFileSync(FINE, path.join(folder, 'once.json'));
    symlinkSync('once.json', path.join(folder, 'again.json'));
    const run = cli(['check', 'again.json', './once.json', 'once.json', '--format', 'json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ plans: [{ path: 'again.json' }] });
    expect((JSON.parse(run.stdout) as { plans: unknown[] }).plans).toHaveLength(1);
  });

  test('an output overwrites no input, by whatever name', () => {
    copyFileSync(BROKEN, path.join(folder, 'own.json'));
    symlinkSync('own.json', path.join(folder, 'same.json'));
    const config = file('own.yml', 'fail-on: never\n');
    const facts = file('own-facts.json', '{"security_groups":[],"security_group_rules":[]}');
    const args = ['own.json', '--config', config, '--facts', facts];
    for (const output of ['./own.json', 'same.json', config, facts])
      expect(refused(cli(['check', ...args, '--output', output]))).toContain('--output would overwrite');
    expect(readFileSync(path.join(folder, 'own.json'))).toEqual(readFileSync(BROKEN));
    expect(refused(cli(['facts', '--plan', 'own.json', '--output', 'own.json']))).toContain(
      'would overwrite',
    );
  });

  test('an output that is a link is not followed', () => {
    file('victim', 'keep');
    symlinkSync('victim', path.join(folder, 'link.json'));
    expect(refused(cli(['check', FINE, '--output', 'link.json']))).toContain(
      'is a link, which is not followed',
    );
    expect(readFileSync(path.join(folder, 'victim'), 'utf8')).toBe('keep');
  });

  test('an output that is a device, a pipe or an open file is written straight', () => {
    const whole = cli(['check', BROKEN]).stdout;
    expect(cli(['check', BROKEN, '--output', '/dev/stdout'])).toEqual({
      status: 1,
      stdout: whole,
      stderr: '',
    });
    const shell = (command: string) => run('sh', ['-c', command]);
    shell('{ echo before; "$NODE" "$CLI" check "$PLAN" --output /dev/stdout; echo after; } > all.txt');
    expect(readFileSync(path.join(folder, 'all.txt'), 'utf8')).toBe(`before\n${whole}after\n`);
    pipe('out');
    expect(shell('cat out & "$NODE" "$CLI" check "$PLAN" --output out; wait').stdout).toBe(whole);
  });
});

describe('a report that cannot be written to its end', () => {
  const OLD = '{"old": true}\n';

  test('because the disk, or what may be written, is full: exit 2, and the old one stays', () => {
    file('full.json', OLD);
    // Files of more than one block of 512 or 1024 bytes cannot be written.
    const quota = 'ulimit -f 1; exec "$NODE" "$CLI" check "$PLAN" --format json --output full.json';
    const line = refused(run('sh', ['-c', quota]));
    expect(line).toContain('full.json does not fit on the disk');
    expect(readFileSync(path.join(folder, 'full.json'), 'utf8')).toBe(OLD);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('because the run is killed in the middle: the old one stays', () => {
    const preload = [
      "import fs from 'node:fs';",
      "import { syncBuiltinESMExports } from 'node:module';",
      'const { writeFileSync: write } = fs;',
      'fs.writeFileSync = (file, text, options) => {',
      '  write(file, text.slice(0, text.length / 2), options);',
      "  process.kill(process.pid, 'SIGKILL');",
      '};',
      'syncBuiltinESMExports();',
    ];
    const own = mkdtempSync(path.join(folder, 'killed-'));
    const [half, output] = [path.join(own, 'half.mjs'), path.join(own, 'report.json')];
    writeFileSync(half, preload.join('\n'));
    writeFileSync(output, OLD);
    const args = ['--import', half, CLI, 'check', BROKEN, '--format', 'json', '--output', output];
    expect(spawnSync(process.execPath, args).signal).toBe('SIGKILL');
    expect(readFileSync(output, 'utf8')).toBe(OLD);
    // Half of the new one is left behind under a name of its own.
    expect(readdirSync(own).filter((name) => name.endsWith('.part'))).toHaveLength(1);
  });
});
