import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@jest/globals';

import type { FakeGitHub } from '../github/server.js';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'conversations');

/** What people see on the pull request: folded parts are closed, links show their text. */
export function conversation({ world }: FakeGitHub): string {
  const { comments, reviews, lineComments } = world;
  return [
    ...comments.map(({ user, body }) => part(`comment of ${user.login}`, body)),
    ...reviews.map(({ state, body }) => part(`review, ${state}`, body)),
    ...lineComments.map(({ path: file, side, line, body }) =>
      part(`on ${file}, ${line === null ? 'outdated' : `${side} ${String(line)}`}`, body),
    ),
  ].join('\n');
}

function part(head: string, body: string): string {
  return `=== ${head} ===\n\n${asSeen(body)}\n`;
}

/** A text of markdown as people see it before they click. */
export function asSeen(body: string): string {
  return body
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/<details><summary>([^<]*)<\/summary>(?:(?!<details>)[^])*?<\/details>/g, '▸ $1')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Compares with the committed conversation, or writes it with UPDATE=1. */
export function expectConversation(name: string, text: string): void {
  const file = path.join(FOLDER, `${name}.md`);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `no ${name}.md: write it with UPDATE=1`).toBe(text);
}
