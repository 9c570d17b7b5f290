/** Whole outputs against committed files; UPDATE=1 writes them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@jest/globals';

import type { Report } from '../../../src/report/report.js';
import { REPORTS } from './reports.js';

/** Where the committed files are. */
export const GOLDENS = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'report');

/** A report of the list; its fingerprints do not depend on what else the tests make. */
export function sample(name: string): Report {
  const found = REPORTS[name];
  if (found === undefined) throw new Error(`no report ${name}`);
  return {
    ...found,
    findings: found.findings.map((finding, index) => ({
      ...finding,
      fingerprint: (index + 1).toString(16).padStart(8, '0').repeat(2),
    })),
  };
}

/** Compares with the committed file, or writes it. */
export function expectFile(file: string, text: string): void {
  const place = path.join(GOLDENS, file);
  if (process.env['UPDATE'] === '1') writeFileSync(place, text);
  expect(existsSync(place) ? readFileSync(place, 'utf8') : `no ${file}: write it with UPDATE=1`).toBe(text);
}

/** The greatest number for which it holds, from `from` on; it holds up to there and no further. */
export function greatest(from: number, holds: (n: number) => boolean): number {
  let step = 1;
  while (holds(from + step)) step *= 2;
  let n = from;
  for (; step >= 1; step /= 2) if (holds(n + step)) n += step;
  return n;
}

/** So many characters of words, none of which is long enough to be cut as a value. */
export function wordsOf(length: number): string {
  return `${'w'.repeat(99)} `
    .repeat(length / 100 + 1)
    .slice(0, length)
    .replace(/ $/, 'w');
}
