import { describe, expect, test } from '@jest/globals';

import { cautionsOf } from '../../src/plan/document/trouble.js';
import { world } from '../support/plans/cce-world.js';
import { planDocument } from '../support/plans/plan-builder.js';
import { bytesOf, planOf } from '../support/plans/reading.js';

const WHOLE = planDocument(world({ model: 'vpc-router' }));
const FRESH = planDocument(world({ model: 'vpc-router', as: 'new' }));

function cautions(document: object, ...cut: readonly string[]): readonly string[] {
  const kept = Object.entries(document).filter(([key]) => !cut.includes(key));
  return cautionsOf(planOf(bytesOf(Object.fromEntries(kept))).header);
}

describe('a plan that was cut', () => {
  test('without configuration', () => {
    expect(cautions(WHOLE, 'configuration')).toEqual([
      expect.stringMatching(/^has no `configuration`: .*terraform show -json/),
    ]);
  });

  test('without prior state', () => {
    expect(cautions(WHOLE, 'prior_state')).toEqual([expect.stringMatching(/^has no `prior_state`/)]);
  });

  test('a first plan has none', () => {
    expect(cautions(FRESH, 'prior_state')).toEqual([]);
  });

  test('whole', () => {
    expect(cautions(WHOLE)).toEqual([]);
  });
});

test('an old format', () => {
  expect(cautions({ ...WHOLE, format_version: '0.1' })).toEqual([
    expect.stringMatching(/^is of the old format 0\.1/),
  ]);
});
