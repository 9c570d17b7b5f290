import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const AUTHOR = { NAME: 'A', EMAIL: 'a@example.test', DATE: '2026-11-23T10:00:00Z' };
const ENV = Object.fromEntries(
  Object.entries(AUTHOR).flatMap(([key, text]) => [
    [`GIT_AUTHOR_${key}`, text],
    [`GIT_COMMITTER_${key}`, text],
  ]),
);

/** A repository of git in a temporary folder. */
export class Repository {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-repo-'));

  constructor() {
    process.once('exit', () => rmSync(this.folder, { recursive: true, force: true }));
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    const env = { PATH: process.env['PATH'], HOME: this.folder, GIT_CONFIG_NOSYSTEM: '1', ...ENV };
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', env, stdio: 'pipe' }).trim();
  }

  /** Writes and deletes files, and commits that; gives the id of the commit. */
  commit(files: Readonly<Record<string, string | null>>): string {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'x');
    return this.git('rev-parse', 'HEAD');
  }

  /** The diff of a file as GitHub gives it: hunks only. */
  patch(from: string, to: string, file: string): string {
    const diff = this.git('diff', from, to, '--', file);
    return diff.slice(diff.indexOf('\n@@') + 1);
  }

  /** Another repository with the newest commit alone, as actions/checkout leaves it. */
  shallow(): Repository {
    const copy = new Repository();
    copy.git('fetch', '--quiet', '--depth=1', `file://${this.folder}`, 'HEAD');
    copy.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return copy;
  }
}
