/** The command `init` in a repository that is made for it, and gone after the test. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { afterEach } from '@jest/globals';

import { said } from '../said.js';
import { repository } from './repository.js';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** What it says in such a repository, and what is there afterwards. */
export async function init(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const root = repository(files);
  roots.push(root);
  const text = await said(['init', root, ...argv]);
  const names = readdirSync(root, { recursive: true }).map(String);
  const made = names.filter((name) => !(name in files) && !name.startsWith('.git/') && /\.ya?ml$/.test(name));
  return { root, text, made: made.sort(), at: (name: string) => readFileSync(path.join(root, name), 'utf8') };
}
