/** The budget of a run: counts first, clock and heap as the last resort, and in force for as long as the work lasts. */
import { describe, expect, test } from '@jest/globals';

import {
  affordable,
  type Allowance,
  type Budget,
  budgetOf,
  during,
  type Gauges,
  hold,
  keepToEnd,
  type Limit,
  OutOfBudget,
  spend,
  type Stage,
  within,
} from '../src/budget.js';
import { canonical, intersectSets, NUMBERS, subtractSets } from '../src/net/interval.js';
import { ALL_PORTS, ALL_PROTOCOLS, allTraffic, region, union, unionOf } from '../src/net/region.js';
import { ALL_V4, v4Peers } from '../src/net/peers.js';
import { sortedCauses } from '../src/weigh/causes.js';

const IDLE: Gauges = { elapsedMs: () => 0, isMemoryLow: () => false };

function budget(allowance: Partial<Allowance>, gauges: Partial<Gauges> = {}): Budget {
  return budgetOf({ steps: 1e9, items: 1e9, timeMs: 1e9, ...allowance }, { ...IDLE, ...gauges });
}

/** What ran out, and where; undefined when the work comes to its end. */
function outOf(own: Budget, work: () => void): [Limit, Stage] | undefined {
  try {
    within(own, 'rules', work);
    return undefined;
  } catch (error) {
    if (error instanceof OutOfBudget) return [error.limit, error.stage];
    throw error;
  }
}

describe('a budget', () => {
  test('ends behind its last step', () => {
    expect(outOf(budget({ steps: 10 }), () => spend(10))).toBeUndefined();
    expect(outOf(budget({ steps: 10 }), () => spend(11))).toEqual(['work', 'rules']);
  });

  test('is one for all pieces of a run', () => {
    const own = budget({ steps: 10 });
    expect(outOf(own, () => spend(6))).toBeUndefined();
    expect(outOf(own, () => spend(6))).toEqual(['work', 'rules']);
  });

  test('says at which stage it ended', () => {
    expect(outOf(budget({ steps: 1 }), () => during('references', () => spend(2)))).toEqual([
      'work',
      'references',
    ]);
  });

  test('holds one thing at a time, and keeps all together', () => {
    const twice = (count: (items: number) => void) => () => {
      count(6);
      count(6);
    };
    expect(outOf(budget({ items: 10 }), twice(hold))).toBeUndefined();
    expect(outOf(budget({ items: 10 }), twice(keepToEnd))).toEqual(['work', 'rules']);
  });

  test('looks at clock and heap now and then', () => {
    const late = { elapsedMs: () => 2000 };
    const full = { isMemoryLow: () => true };
    expect(outOf(budget({ timeMs: 1000 }, late), () => spend(1))).toEqual(['time', 'rules']);
    expect(outOf(budget({}, full), () => spend(1))).toEqual(['memory', 'rules']);
    let looks = 0;
    const counting = { elapsedMs: () => looks++ };
    outOf(budget({}, counting), () => {
      for (let i = 0; i < 1000; i++) spend(100);
    });
    expect(looks).toBe(1);
  });

  test('stays ended', () => {
    let now = 2000;
    const own = budget({ timeMs: 1000 }, { elapsedMs: () => now });
    expect(outOf(own, () => spend(1))).toEqual(['time', 'rules']);
    now = 0;
    expect(outOf(own, () => spend(0))).toEqual(['time', 'rules']);
  });

  test('is asked for what a verdict can do without', () => {
    expect(affordable(budget({ steps: 10 }), 'report', () => (spend(10), 'all'))).toBe('all');
    expect(affordable(budget({ steps: 10 }), 'report', () => (spend(11), 'all'))).toBeUndefined();
    const bug = (): never => {
      throw new TypeError('x');
    };
    expect(() => affordable(budget({}), 'report', bug)).toThrow(TypeError);
  });

  test('is in force for as long as the work lasts, and no longer', () => {
    const own = budget({ steps: 10 });
    within(own, 'rules', () => spend(9));
    spend(9);
    expect(() => within(own, 'rules', () => within(budget({}), 'report', () => spend(9)))).not.toThrow();
    expect(outOf(own, () => spend(2))).toEqual(['work', 'rules']);
    expect(() => spend(1e12)).not.toThrow();
  });
});

describe('the algebra counts', () => {
  const many = Array.from({ length: 100 }, (_, i) => ({ lo: 3 * i, hi: 3 * i + 1 }));
  const few = Array.from({ length: 100 }, (_, i) => ({ lo: 3 * i + 1, hi: 3 * i + 2 }));

  test.each([
    ['a union', () => canonical(NUMBERS, many)],
    ['what is in both', () => intersectSets(many, few)],
    ['a difference', () => subtractSets(NUMBERS, many, few)],
    ['boxes', () => unionOf(many.map((one) => region('ingress', [{ lo: 6, hi: 6 }], [one], ALL_V4)))],
  ])('%s', (_, work) => {
    expect(outOf(budget({ steps: 90 }), work)).toEqual(['work', 'rules']);
    expect(outOf(budget({ steps: 90_000 }), work)).toBeUndefined();
  });

  test('the boxes of one region', () => {
    const tcp = [{ lo: 6, hi: 6 }];
    const crossing = many.flatMap((one, i) => [
      region('ingress', tcp, [{ lo: 1 + 2 * i, hi: 1 + 2 * i }], ALL_V4),
      region('ingress', tcp, [{ lo: 1, hi: 65_535 }], v4Peers([one])),
    ]);
    const cross = (): void => {
      unionOf([...crossing.filter((_, i) => i % 2 === 0), ...crossing.filter((_, i) => i % 2 === 1)]);
    };
    expect(outOf(budget({ items: 100 }), cross)).toEqual(['work', 'rules']);
    expect(outOf(budget({ items: 50_000 }), cross)).toBeUndefined();
  });

  test('the boxes that two regions make together, though their peers are few', () => {
    const protocols = unionOf(
      many.map((one, i) => region('ingress', [{ lo: i, hi: i }], ALL_PORTS, v4Peers([one]))),
    );
    const ports = region('ingress', [ALL_PROTOCOLS], many, ALL_V4);
    const cross = (): void => void union(protocols, ports);
    expect(outOf(budget({ items: 5000 }), cross)).toEqual(['work', 'rules']);
    expect(outOf(budget({ items: 50_000 }), cross)).toBeUndefined();
  });

  test('the causes of a finding', () => {
    const causes = Array.from({ length: 100 }, (_, i) => ({ address: `a.b[${i}]`, actions: [] }));
    expect(outOf(budget({ items: 99 }), () => sortedCauses(causes))).toEqual(['work', 'rules']);
    expect(outOf(budget({ steps: 99 }), () => sortedCauses(causes))).toEqual(['work', 'rules']);
    expect(outOf(budget({ items: 100 }), () => sortedCauses(causes))).toBeUndefined();
  });

  test('a large set in many boxes once', () => {
    const wide = v4Peers(many);
    const rules = Array.from({ length: 50 }, (_, i) =>
      region('ingress', [{ lo: 6, hi: 6 }], [{ lo: 1 + 2 * i, hi: 1 + 2 * i }], wide),
    );
    const all = within(budget({ items: 500 }), 'rules', () => unionOf(rules));
    expect(all).not.toEqual(allTraffic('ingress', wide));
  });
});
