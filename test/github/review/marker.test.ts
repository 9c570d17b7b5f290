import { describe, expect, test } from '@jest/globals';

import { isBy, keyFrom, lineFingerprints, lineMarker } from '../../../src/github/review/marker.js';

const KEY = keyFrom('prod');
const A = 'a'.repeat(16);
const B = 'b'.repeat(16);

describe('what a comment on a line speaks of', () => {
  test('is read back for its own label only', () => {
    const body = `text\n${lineMarker(KEY, [A, B])}`;
    expect(lineFingerprints(body, KEY)).toEqual([A, B]);
    expect(lineFingerprints(body, keyFrom('other'))).toEqual([]);
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
