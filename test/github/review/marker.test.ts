import { describe, expect, test } from '@jest/globals';

import {
  isBy,
  keyOf,
  lineFingerprints,
  lineMarker,
  memoryMarker,
  readMemory,
  type Told,
} from '../../../src/github/review/marker.js';

const KEY = keyOf('prod');
const A = 'a'.repeat(16);
const B = 'b'.repeat(16);

describe('what a comment remembers', () => {
  const told: Told[] = [
    { fingerprint: A, check: 'egress-minimum', requirement: 'T8.12' },
    { fingerprint: B, check: 'waiver', requirement: null },
  ];

  test('is read back as it was written', () => {
    const body = `text\n\n${memoryMarker({ now: told, gone: [] })}\n`;
    expect(readMemory(body)).toEqual({ now: told, gone: [] });
  });

  test('stays short', () => {
    const many = Array.from(
      { length: 5000 },
      (_, i) => ({ ...told[0], fingerprint: keyOf(String(i)) }) as Told,
    );
    expect(memoryMarker({ now: many, gone: many }).length).toBeLessThan(5500);
  });

  test.each([
    'x'.repeat(16),
    `${A}.99.T1.1`,
    `${A}.0.T9.1`,
    `${A}.0.T1.1<!-- -->`,
    `${A.toUpperCase()}.0`,
    A,
    '../../..',
  ])('is nothing when it is not of the form: %s', (text) => {
    const body = `<!-- cce-plan-guard:memory now=${text} gone=${text} -->`;
    expect(readMemory(body)).toEqual({ now: [], gone: [] });
  });

  test('counts only at the end of the text', () => {
    expect(readMemory(`${memoryMarker({ now: told, gone: [] })}\nmore`)).toEqual({ now: [], gone: [] });
  });
});

describe('what a comment on a line speaks of', () => {
  test('is read back for its own label only', () => {
    const body = `text\n${lineMarker(KEY, [A, B])}`;
    expect(lineFingerprints(body, KEY)).toEqual([A, B]);
    expect(lineFingerprints(body, keyOf('other'))).toEqual([]);
  });

  test('is nothing without a marker', () => {
    expect(lineFingerprints('text', KEY)).toEqual([]);
  });
});

describe('whose comment it is', () => {
  const by = (login: string, type: string) => ({ id: 1, url: '', body: '', author: { login, type } });

  test('the bot is a bot', () => {
    expect(isBy('github-actions[bot]', by('github-actions[bot]', 'Bot'))).toBe(true);
    expect(isBy('github-actions[bot]', by('github-actions[bot]', 'User'))).toBe(false);
    expect(isBy('github-actions[bot]', by('github-actions', 'User'))).toBe(false);
    expect(isBy('alice', by('alice', 'User'))).toBe(true);
  });

  test('a deleted author is nobody', () => {
    expect(isBy('alice', { id: 1, url: '', body: '', author: undefined })).toBe(false);
  });
});
