import { createHash } from 'node:crypto';

import type { Written } from '../api/api.js';

/*
 * What we write into comments to find them again: HTML comments that GitHub does not show. They hold nothing but
 * fixed words, hexadecimal digits, and base64, so nothing of a plan can forge or end one. Whatever is read back counts
 * only from our own account, and only as a hint: no verdict comes of it.
 */

/** The account of the token that a workflow gets. */
export const WORKFLOW_LOGIN = 'github-actions[bot]';

const TOOL = 'cce-plan-guard';

/** A text from outside as 16 hexadecimal digits. */
export function keyFrom(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}

/** The first line of the summary of one label. */
export function summaryMarker(key: string): string {
  return `<!-- ${TOOL}:summary key=${key} -->`;
}

/** The first line of a review; `run` tells the reviews of one label apart. */
export function reviewMarker(key: string, run: string): string {
  return `${reviewStart(key)}${run} -->`;
}

/** How a review of the label starts, whichever run wrote it. */
export function reviewStart(key: string): string {
  return `<!-- ${TOOL}:review key=${key} run=`;
}

/** Alphabets of the lists of a memory: nothing of them ends a comment of HTML. */
const LIST = '[0-9a-zA-Z+/=.:,;]*';
const KEY = '[0-9a-f]{16}';

/** The last line of a summary, a review and a comment on a line: what it tells, and what has become of what it told. */
export function memoryMarker(key: string, { now, past }: MemoryTexts): string {
  return `<!-- ${TOOL}:told key=${key} now=${now} past=${past} -->`;
}

/** The two lists of a memory, in the alphabet of such lists. */
export interface MemoryTexts {
  readonly now: string;
  readonly past: string;
}

const TOLD = new RegExp(`<!-- ${TOOL}:told key=(${KEY}) now=(${LIST}) past=(${LIST}) -->\\s*$`);

/** The memory at the end of a text; undefined where there is none, or another label's. */
export function memoryTexts(body: string, key: string): MemoryTexts | undefined {
  const [, of, now = '', past = ''] = TOLD.exec(body) ?? [];
  return of === key ? { now, past } : undefined;
}

const OLD_SUMMARY = new RegExp(`<!-- ${TOOL}:memory now=([0-9a-zT.,:-]*) gone=[0-9a-zT.,:-]* -->\\s*$`);

/** What a summary of version 0.1.0 told, as it wrote it. */
export function oldMemoryText(body: string): string | undefined {
  return OLD_SUMMARY.exec(body)?.[1];
}

const OLD_LINE = new RegExp(`<!-- ${TOOL}:line key=(${KEY}) (?:of|ids)=[0-9a-f,]*\\+? -->\\s*$`);

/** Version 0.1.0 wrote it of this label, on a line; what it spoke of cannot be told. */
export function isOldLine(body: string, key: string): boolean {
  return OLD_LINE.exec(body)?.[1] === key;
}

/**
 * Whether we wrote it. Everybody who can comment can copy a marker, so the author decides. No person can have a name
 * with brackets; the type is checked nevertheless.
 */
export function isBy(login: string, { author }: Written): boolean {
  return author?.login === login && (!login.endsWith('[bot]') || author.type === 'Bot');
}
