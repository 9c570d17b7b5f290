import { describe, expect, test } from '@jest/globals';

import { isBy } from '../../../src/github/review/marker.js';

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
