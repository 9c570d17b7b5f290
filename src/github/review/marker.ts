import { createHash } from 'node:crypto';

import type { Written } from '../api/api.js';

/*
 * What we write into comments to find them again: HTML comments that GitHub does not show. They hold nothing but
 * fixed words, hexadecimal digits, and names of our own checks and rows, so nothing of a plan can forge one. Whatever
 * is read back counts only from our own account, and only as a hint: no verdict comes of it.
 */

/** The account of the token that a workflow gets. */
export const WORKFLOW_LOGIN = 'github-actions[bot]';

const TOOL = 'cce-plan-guard';
const HEX16 = /^[0-9a-f]{16}$/;

/** A text from outside as 16 hexadecimal digits. */
export function keyFrom(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}

/** The first line of the summary of one label. */
export function summaryMarker(key: string): string {
  return `<!-- ${TOOL}:summary key=${key} -->`;
}

/** The last line of the summary: what it says now, and what it has struck through. */
export function memoryMarker(now: string, gone: string): string {
  return `<!-- ${TOOL}:memory now=${now} gone=${gone} -->`;
}

const MEMORY = new RegExp(`<!-- ${TOOL}:memory now=([0-9a-zT.,:-]*) gone=([0-9a-zT.,:-]*) -->\\s*$`);

/** The two lists of the memory at the end of a summary; empty where there is none. */
export function memoryText(body: string): { readonly now: string; readonly gone: string } {
  const [, now = '', gone = ''] = MEMORY.exec(body) ?? [];
  return { now, gone };
}

/** The first line of a review; `run` tells the reviews of one label apart. */
export function reviewMarker(key: string, run: string): string {
  return `${reviewStart(key)}${run} -->`;
}

/** How a review of the label starts, whichever run wrote it. */
export function reviewStart(key: string): string {
  return `<!-- ${TOOL}:review key=${key} run=`;
}

/** As many as fit beside the text. */
const LINE_LIMIT = 200;

/** The last line of a comment on a line: what it speaks of; a plus says that there is more. */
export function lineMarker(key: string, fingerprints: readonly string[]): string {
  const more = fingerprints.length > LINE_LIMIT ? '+' : '';
  return `<!-- ${TOOL}:line key=${key} ids=${fingerprints.slice(0, LINE_LIMIT).join(',')}${more} -->`;
}

const LINE = new RegExp(`<!-- ${TOOL}:line key=([0-9a-f]{16}) (of|ids)=([0-9a-f,]*)(\\+?) -->\\s*$`);

/** What a comment on a line speaks of; empty for another label's or nobody's. */
export function lineFingerprints(body: string, key: string): readonly string[] {
  const [, of, , list = ''] = LINE.exec(body) ?? [];
  return of === key ? list.split(',').filter((text) => HEX16.test(text)) : [];
}

/** The comment speaks of more than it could remember. */
export function isCutLine(body: string): boolean {
  return LINE.exec(body)?.[4] === '+';
}

/** Version 0.1.0 made fingerprints of sentences, too: what it spoke of cannot be told from them. */
export function isLineOf010(body: string): boolean {
  return LINE.exec(body)?.[2] === 'of';
}

/**
 * Whether we wrote it. Everybody who can comment can copy a marker, so the author decides. No person can have a name
 * with brackets; the type is checked nevertheless.
 */
export function isBy(login: string, { author }: Written): boolean {
  return author?.login === login && (!login.endsWith('[bot]') || author.type === 'Bot');
}
