/** Where the shell lines of examples run: a folder of programs before the usual ones, and a repository with a remote. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { CLI } from '../built.js';
import { FIXTURES } from '../fixture-report.js';

/** What ran, to its end. */
export interface RanLines {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function program(bin: string, name: string, text: string): void {
  const file = path.join(bin, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

/**
 * Programs named terraform and tofu in a folder, which do only what lines ask for: a plan of some bytes, and the same as JSON.
 *
 * @param story the recorded case whose plan they make
 */
export function standInForTerraform(bin: string, story: string): void {
  const plan = path.join(FIXTURES, story, 'plan.json');
  const text = `case "$1" in plan) for a in "$@"; do case "$a" in -out=*) : > "\${a#-out=}";; esac; done;; show) cat '${plan}';; init) ;; *) exit 9;; esac`;
  for (const name of ['terraform', 'tofu']) program(bin, name, text);
}

/** A place to run lines in. */
export class Pipeline {
  readonly home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-pipeline-'));
  readonly #bin = path.join(this.home, 'bin');

  /** @param story the recorded case whose plan the stand-in for Terraform makes */
  constructor(story: string) {
    mkdirSync(this.#bin);
    standInForTerraform(this.#bin, story);
    program(this.#bin, 'cce-plan-guard', `exec '${process.execPath}' '${CLI}' "$@"`);
    // As far as the lines use it: npx --yes cce-plan-guard@VERSION ARGUMENTS
    program(this.#bin, 'npx', `shift 2; exec '${process.execPath}' '${CLI}' "$@"`);
  }

  /** A clone with one commit, `main`, of these files, whose remote has it as well. */
  repository(name: string, files: Readonly<Record<string, string>>): string {
    const origin = path.join(this.home, `${name}-origin`);
    mkdirSync(origin);
    this.git(origin, 'init', '-q', '-b', 'main');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(origin, file)), { recursive: true });
      writeFileSync(path.join(origin, file), text);
    }
    this.git(origin, 'add', '-A');
    this.git(origin, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'first');
    const clone = path.join(this.home, name);
    this.git(this.home, 'clone', '-q', origin, clone);
    return clone;
  }

  git(folder: string, ...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  }

  /** Runs lines as build services do: one shell, which ends at the first that fails. */
  run(
    lines: readonly string[],
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<RanLines> {
    const child = spawn('sh', ['-e', '-c', lines.join('\n')], {
      cwd: folder,
      env: { ...env, PATH: `${this.#bin}:${process.env['PATH'] ?? ''}`, HOME: this.home },
    });
    const ran = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (status) => resolve({ status, ...ran }));
    });
  }
}
