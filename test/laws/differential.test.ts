import { expect, test } from '@jest/globals';
import { breakLaw } from '../support/laws/break-law.js';
import { disagreements } from '../support/oracle/disagreements.js';

test('small', () => {
  expect(breakLaw({ name: '', wish: { hasChanges: true, hasDenies: true, hasUnknowns: true, isSmall: true }, faults: disagreements })).toBe('');
});
