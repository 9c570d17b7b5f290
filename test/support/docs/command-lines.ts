import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../workflows.js';

/** A command that a document tells its reader to run. */
export interface CommandLine {
  readonly file: string;
  readonly line: string;
}

/** The documents for people, but the pages of checks, which have no commands. */
export const DOCUMENTS: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md', 'test/README.md', 'bench/README.md'],
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const PROGRAMS = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|nice|terraform|tofu|cce-plan-guard|podman|git|mkdir) /;

/** The commands in blocks of code of a document, in order, without their comments. */
export function commandLines(file: string): readonly CommandLine[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  // Blocks by indentation, and between fences.
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$|\n\n((?: {4}.+\n)+)/gm)];
  return blocks.flatMap(([, fenced, indented]) =>
    (fenced ?? indented ?? '')
      .split('\n')
      .map((line) => line.replace(/ +# .*$/, '').trim())
      .filter((line) => (fenced === undefined ? PROGRAMS.test(line) : line !== ''))
      .map((line) => ({ file, line })),
  );
}
