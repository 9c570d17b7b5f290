import { expect, test } from '@jest/globals';

import { canonical, NUMBERS } from '../../src/net/interval.js';
import { intersect, isRestrictedTo, isSame, restrict } from '../../src/net/region.js';
import { boxCells, boxOf, peersOf, regions } from '../support/oracle/regions.js';
import { fc } from '../support/laws.js';

test('restrict is the intersection with one box', () => {
  fc.assert(
    fc.property(regions(), boxCells(), ({ region }, box) => {
      const traffic = { protocols: canonical(NUMBERS, box.protocols), ports: canonical(NUMBERS, box.ports) };
      expect(restrict(region, box.direction, traffic, peersOf(box.peers))).toEqual(
        intersect(region, boxOf(box)),
      );
    }),
  );
});

test('isRestrictedTo says whether that leaves all of it', () => {
  fc.assert(
    fc.property(regions(), boxCells(), fc.boolean(), ({ region }, box, isInside) => {
      const traffic = { protocols: canonical(NUMBERS, box.protocols), ports: canonical(NUMBERS, box.ports) };
      const peers = peersOf(box.peers);
      const part = restrict(region, box.direction, traffic, peers);
      const asked = isInside ? part : region;
      expect(isRestrictedTo(asked, box.direction, traffic, () => peers)).toBe(
        isInside || isSame(part, region),
      );
    }),
  );
});
