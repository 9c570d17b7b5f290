import { expect, test } from '@jest/globals';
import { breakLaw } from '../support/laws/break-law.js';
import { LAWS } from '../support/laws/verdict-laws.js';

test.each(LAWS)('$name', (law) => {
  expect(breakLaw(law)).toBe('');
});
