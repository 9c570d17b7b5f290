import { describe, expect, test } from '@jest/globals';
import { coverage, NOTHING } from '../../src/net/bounds.js';
import { EMPTY, intersect, isSubset, union, unionOf } from '../../src/net/region.js';
import { madeHas, regions, strays } from '../support/oracle/regions.js';
import { fc } from '../support/laws.js';

describe('coverage', () => {
  test('each packet of the need is covered, undecided or missing', () => {
    fc.assert(
      fc.property(regions(), regions(), regions(), (need, sure, maybe) => {
        const bounds = { surely: sure.region, possibly: union(sure.region, maybe.region) };
        const { missing, undecided } = coverage(need.region, bounds);
        expect(strays(missing, (p) => madeHas(need, p) && !madeHas(sure, p) && !madeHas(maybe, p))).toEqual(
          [],
        );
        expect(strays(undecided, (p) => madeHas(need, p) && !madeHas(sure, p) && madeHas(maybe, p))).toEqual(
          [],
        );
      }),
    );
  });

  test('the three parts do not meet and make up the need', () => {
    fc.assert(
      fc.property(
        regions(),
        regions(),
        regions(),
        ({ region: need }, { region: surely }, { region: more }) => {
          const { missing, undecided } = coverage(need, { surely, possibly: union(surely, more) });
          const covered = intersect(need, surely);
          expect(unionOf([missing, undecided, covered])).toEqual(need);
          expect(intersect(missing, undecided)).toEqual(EMPTY);
          expect(intersect(covered, union(missing, undecided))).toEqual(EMPTY);
        },
      ),
    );
  });

  test('one more sure rule never uncovers anything', () => {
    fc.assert(
      fc.property(
        regions(),
        regions(),
        regions(),
        ({ region: need }, { region: surely }, { region: more }) => {
          const before = coverage(need, { surely, possibly: surely });
          const after = coverage(need, { surely: union(surely, more), possibly: union(surely, more) });
          expect(isSubset(after.missing, before.missing)).toBe(true);
          expect(after.undecided).toEqual(EMPTY);
        },
      ),
    );
  });

  test('the borders', () => {
    fc.assert(
      fc.property(regions(), ({ region: need }) => {
        expect(coverage(need, { surely: need, possibly: need })).toEqual({
          missing: EMPTY,
          undecided: EMPTY,
        });
        expect(coverage(need, { surely: EMPTY, possibly: need })).toEqual({
          missing: EMPTY,
          undecided: need,
        });
        expect(coverage(need, NOTHING)).toEqual({ missing: need, undecided: EMPTY });
        expect(coverage(EMPTY, NOTHING)).toEqual({ missing: EMPTY, undecided: EMPTY });
      }),
    );
  });
});
