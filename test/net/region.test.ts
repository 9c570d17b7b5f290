import { describe, expect, test } from '@jest/globals';
import {
  ALL_V4,
  ALL_V6,
  type PeerSet,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
} from '../../src/net/peers.js';
import { TCP, UDP } from '../../src/net/protocol.js';
import {
  allTraffic,
  type Box,
  boxes,
  EMPTY,
  intersect,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  type Region,
  region,
  subtract,
  union,
  unionOf,
} from '../../src/net/region.js';
import {
  boxHas,
  boxOf,
  has,
  madeHas,
  type Point,
  regions,
  SMALLEST,
  strays,
  UNIVERSE,
} from '../support/oracle/regions.js';
import { fc } from '../support/laws.js';

const EVERYONE = unionOfPeers([ALL_V4, ALL_V6, tokenPeers('sg-a', 'sg-b')]);
const EVERYTHING = union(allTraffic('ingress', EVERYONE), allTraffic('egress', EVERYONE));

/** The region of one box. */
const regionOf = (box: Box): Region => region(box.direction, [box.protocols], [box.ports], box.peers);

/** The regions of one cell each, with a packet of the cell; without port 0 of TCP and UDP, which is empty. */
const PIECES = SMALLEST.map(({ point, cells }) => ({ point, region: boxOf(cells) })).filter(
  (piece) => !isEmpty(piece.region),
);
/** Any order of the pieces. Not made smaller on failure: that says nothing and takes long. */
const anyOrder = fc.noShrink(fc.shuffledSubarray(PIECES, { minLength: PIECES.length }));

describe('regions agree with membership of each packet', () => {
  test('as they are made', () => {
    fc.assert(
      fc.property(regions(), (a) => {
        expect(strays(a.region, (point) => madeHas(a, point))).toEqual([]);
      }),
    );
  });

  test('union, intersect, subtract', () => {
    fc.assert(
      fc.property(regions(), regions(), (a, b) => {
        const [x, y] = [a.region, b.region];
        expect(strays(union(x, y), (point) => madeHas(a, point) || madeHas(b, point))).toEqual([]);
        expect(strays(intersect(x, y), (point) => madeHas(a, point) && madeHas(b, point))).toEqual([]);
        expect(strays(subtract(x, y), (point) => madeHas(a, point) && !madeHas(b, point))).toEqual([]);
      }),
    );
  });

  test('isSame, isSubset, isEmpty', () => {
    fc.assert(
      fc.property(regions(), regions(), (a, b) => {
        const [x, y] = [a.region, b.region];
        expect(isSame(x, y)).toBe(UNIVERSE.every((point) => madeHas(a, point) === madeHas(b, point)));
        expect(isSubset(x, y)).toBe(UNIVERSE.every((point) => !madeHas(a, point) || madeHas(b, point)));
        expect(isEmpty(x)).toBe(!UNIVERSE.some((point) => madeHas(a, point)));
        expect(isSubset(intersect(x, y), x) && isSubset(x, union(x, y))).toBe(true);
      }),
    );
  });

  test('mapPeers, where a token turns out to be every IPv4 address', () => {
    const resolve = (peers: PeerSet): PeerSet =>
      peers.tokens.includes('sg-a')
        ? unionOfPeers([subtractPeers(peers, tokenPeers('sg-a')), ALL_V4])
        : peers;
    fc.assert(
      fc.property(regions(), (a) => {
        const resolved = mapPeers(a.region, resolve);
        const isOpen = (point: Point): boolean =>
          point.peer.kind === 'v4' && madeHas(a, { ...point, peer: { kind: 'token', value: 'sg-a' } });
        const isKept = (point: Point): boolean => madeHas(a, point) && point.peer.value !== 'sg-a';
        expect(strays(resolved, (point) => isKept(point) || isOpen(point))).toEqual([]);
        expect(resolved).toEqual(unionOf(boxes(resolved).map(regionOf)));
      }),
    );
  });
});

describe('laws', () => {
  test('union and intersect: commutative, associative, idempotent', () => {
    fc.assert(
      fc.property(regions(), regions(), regions(), ({ region: a }, { region: b }, { region: c }) => {
        for (const combine of [union, intersect]) {
          expect(combine(a, b)).toEqual(combine(b, a));
          expect(combine(combine(a, b), c)).toEqual(combine(a, combine(b, c)));
          expect(combine(a, a)).toEqual(a);
        }
      }),
    );
  });

  test('each distributes over the other', () => {
    fc.assert(
      fc.property(regions(), regions(), regions(), ({ region: a }, { region: b }, { region: c }) => {
        expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)));
        expect(union(a, intersect(b, c))).toEqual(intersect(union(a, b), union(a, c)));
        expect(subtract(a, union(b, c))).toEqual(subtract(subtract(a, b), c));
      }),
    );
  });

  test('a minus b and a and b make up a', () => {
    fc.assert(
      fc.property(regions(), regions(), ({ region: a }, { region: b }) => {
        const [less, both] = [subtract(a, b), intersect(a, b)];
        expect(union(less, both)).toEqual(a);
        expect(intersect(less, both)).toEqual(EMPTY);
        expect(intersect(less, b)).toEqual(EMPTY);
        expect(union(less, b)).toEqual(union(a, b));
      }),
    );
  });

  test('a minus a is empty, and nothing changes with the empty region', () => {
    fc.assert(
      fc.property(regions(), ({ region: a }) => {
        expect(
          subtract(
            a,
            mapPeers(a, (peers) => peers),
          ),
        ).toEqual(EMPTY);
        expect(subtract(a, EMPTY)).toEqual(a);
        expect(subtract(EMPTY, a)).toEqual(EMPTY);
        expect(union(a, EMPTY)).toEqual(a);
        expect(union(EMPTY, a)).toEqual(a);
        expect(intersect(a, EMPTY)).toEqual(EMPTY);
      }),
    );
  });

  test('the complement of the complement is the region', () => {
    fc.assert(
      fc.property(regions(), ({ region: a }) => {
        expect(subtract(EVERYTHING, subtract(EVERYTHING, a))).toEqual(a);
        expect(union(a, subtract(EVERYTHING, a))).toEqual(EVERYTHING);
      }),
    );
  });

  test('operations leave their inputs alone', () => {
    fc.assert(
      fc.property(regions(), regions(), ({ region: a }, { region: b }) => {
        // The inputs are frozen, so a change would throw; what is listed before shows any other way.
        const listed = [boxes(a), boxes(b)];
        unionOf([a, b, union(a, b), intersect(a, b), subtract(a, b), mapPeers(a, (peers) => peers)]);
        expect([boxes(a), boxes(b)]).toEqual(listed);
      }),
    );
  });
});

describe('canonical: equal sets are equal values', () => {
  test('put together from the smallest boxes, in any order', () => {
    fc.assert(
      fc.property(regions(), anyOrder, (a, order) => {
        const parts = order.filter(({ point }) => madeHas(a, point));
        expect(unionOf(parts.map((part) => part.region))).toEqual(a.region);
      }),
    );
  });

  test('put together one after the other, from either end', () => {
    fc.assert(
      fc.property(regions(), ({ region: a, cells }) => {
        const parts = cells.map(boxOf);
        expect(parts.reduce(union, EMPTY)).toEqual(a);
        expect(parts.reduceRight(union, EMPTY)).toEqual(a);
      }),
    );
  });

  test('cut down from everything', () => {
    fc.assert(
      fc.property(regions(), anyOrder, (a, order) => {
        const others = order.filter(({ point }) => !madeHas(a, point)).map((part) => part.region);
        const some = others.slice(0, 30);
        expect(subtract(EVERYTHING, unionOf(others))).toEqual(a.region);
        expect(some.reduce(subtract, EVERYTHING)).toEqual(subtract(EVERYTHING, unionOf(some)));
      }),
    );
  });

  test('unionOf in any order', () => {
    const shuffled = fc
      .array(regions(), { maxLength: 7 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const one = unionOf(list.map((made) => made.region));
        expect(unionOf(other.map((made) => made.region))).toEqual(one);
        expect(unionOf([one, ...other.map((made) => made.region)])).toEqual(one);
      }),
    );
  });
});

describe('boxes', () => {
  test('are disjoint and make up the region', () => {
    fc.assert(
      fc.property(regions(), ({ region: a }) => {
        const list = boxes(a);
        expect(UNIVERSE.filter((point) => list.filter((box) => boxHas(box, point)).length > 1)).toEqual([]);
        expect(unionOf(list.map(regionOf))).toEqual(a);
      }),
    );
  });

  test('come by direction, protocol, port; neighbours of equal peers are one box', () => {
    fc.assert(
      fc.property(regions(), ({ region: a }) => {
        const list = boxes(a);
        const order = list.map(
          (box) => (box.direction === 'egress' ? 1e9 : 0) + box.protocols.lo * 1e6 + box.ports.lo,
        );
        expect(order).toEqual([...order].sort((x, y) => x - y));
        list.slice(1).forEach((box, i) => {
          const before = list[i];
          const isNeighbour =
            before?.direction === box.direction &&
            before.protocols.lo === box.protocols.lo &&
            before.ports.hi + 1 === box.ports.lo;
          if (isNeighbour) expect(box.peers).not.toEqual(before.peers);
        });
      }),
    );
  });
});

describe('port 0 of TCP and UDP', () => {
  test('is in no region', () => {
    const zero = UNIVERSE.filter((point) => [TCP, UDP].includes(point.protocol) && point.port === 0);
    fc.assert(
      fc.property(regions(), regions(), ({ region: a }, { region: b }) => {
        for (const c of [a, union(a, b), subtract(EVERYTHING, a), intersect(EVERYTHING, a)]) {
          expect(zero.filter((point) => has(c, point))).toEqual([]);
        }
      }),
    );
  });
});
