/** The line that says what a long run is at. */
import { expect, test } from '@jest/globals';

import { progressOn } from '../../src/edge/progress.js';

test('comes after a second, is written anew now and then, and leaves nothing', () => {
  let time = 5_000;
  let written = '';
  const progress = progressOn({ write: (text) => (written += text) }, () => time);
  const after = (ms: number, what: string): string => {
    time += ms;
    written = '';
    progress.at(what);
    return written;
  };
  progress.clear();
  expect(after(900, 'reading')).toBe('');
  expect(after(100, 'reading')).toBe('\r\u001B[Kcce-plan-guard: reading, 1 s');
  expect(after(100, 'weighing')).toBe('');
  expect(after(2_100, 'weighing')).toBe('\r\u001B[Kcce-plan-guard: weighing, 3 s');
  written = '';
  progress.clear();
  progress.clear();
  expect(written).toBe('\r\u001B[K');
});
