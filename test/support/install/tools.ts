import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

import { test } from '@jest/globals';

import { ROOT } from '../workflows.js';

const TOOLS = path.join(ROOT, 'node_modules/.cache/tools');

/** Where a tool is, if it is: where .ci/tools puts it, on the path, or where `go install` puts it. */
export function toolAt(name: string): string | undefined {
  const folders = [
    ...['go', 'python/bin'].map((folder) => path.join(TOOLS, folder)),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    path.join(homedir(), 'go/bin'),
  ];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** The Node of a major version; undefined where .ci/tools has put none, and this one is another. */
export function nodeOf(major: number): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-linux-${process.arch}`;
  const file = path.join(TOOLS, `node-${major}`, 'node_modules', name, 'bin/node');
  return existsSync(file) ? file : undefined;
}

/** A test that needs a tool; without it, skipped with the reason in its name, which is printed as well. */
export function testWith(
  name: string,
  title: string,
  use: (tool: string) => Promise<void> | void,
  tool = toolAt(name),
): void {
  if (tool !== undefined) {
    test(title, () => use(tool));
    return;
  }
  const skipped = `${title} (${name} is not installed)`;
  console.warn(`skipped: ${skipped}`);
  test.skip(skipped, () => undefined);
}
