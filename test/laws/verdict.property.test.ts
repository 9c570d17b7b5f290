import { expect, test } from '@jest/globals';
import { breakLaw } from '../support/break-law.js';
import { LAWS } from '../support/verdict-laws.js';

test.each(LAWS)('$name', (law) => {
  expect(breakLaw(law)).toBe('');
});
