import { describe, expect, test } from '@jest/globals';
import {
  ALL_V4,
  ALL_V6,
  arePeersApart,
  beginPeers,
  hasAllV4,
  hasNoPeers,
  intersectPeers,
  NO_PEERS,
  peersWithin,
  samePeers,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
  unionPeers,
  v4Peers,
  v6Peers,
} from '../../src/net/peers.js';
import { hasPeer, PEER_CELLS, PEERS, peerSets, peersOf, strayPeers } from '../support/oracle/regions.js';
import { fc } from '../support/laws.js';

describe('peer sets agree with membership of each peer', () => {
  test('as they are made', () => {
    fc.assert(
      fc.property(peerSets(), (a) => {
        expect(strayPeers(a.peers, (peer) => hasPeer(a.cells, peer))).toEqual([]);
      }),
    );
  });

  test('union, intersect, subtract', () => {
    fc.assert(
      fc.property(peerSets(), peerSets(), ({ peers: a, cells: x }, { peers: b, cells: y }) => {
        expect(strayPeers(unionPeers(a, b), (peer) => hasPeer(x, peer) || hasPeer(y, peer))).toEqual([]);
        expect(strayPeers(intersectPeers(a, b), (peer) => hasPeer(x, peer) && hasPeer(y, peer))).toEqual([]);
        expect(strayPeers(subtractPeers(a, b), (peer) => hasPeer(x, peer) && !hasPeer(y, peer))).toEqual([]);
      }),
    );
  });

  test('samePeers, peersWithin, hasNoPeers, hasAllV4', () => {
    fc.assert(
      fc.property(peerSets(), peerSets(), ({ peers: a, cells: x }, { peers: b, cells: y }) => {
        expect(samePeers(a, b)).toBe(PEERS.every((peer) => hasPeer(x, peer) === hasPeer(y, peer)));
        expect(peersWithin(a, b)).toBe(PEERS.every((peer) => !hasPeer(x, peer) || hasPeer(y, peer)));
        expect(arePeersApart(a, b)).toBe(hasNoPeers(intersectPeers(a, b)));
        expect(hasNoPeers(a)).toBe(!PEERS.some((peer) => hasPeer(x, peer)));
        expect(hasAllV4(a)).toBe(PEERS.every((peer) => peer.kind !== 'v4' || hasPeer(x, peer)));
      }),
    );
  });
});

describe('laws', () => {
  test('union and intersect: commutative, associative, idempotent', () => {
    fc.assert(
      fc.property(peerSets(), peerSets(), peerSets(), ({ peers: a }, { peers: b }, { peers: c }) => {
        for (const combine of [unionPeers, intersectPeers]) {
          expect(combine(a, b)).toEqual(combine(b, a));
          expect(combine(combine(a, b), c)).toEqual(combine(a, combine(b, c)));
          expect(combine(a, a)).toEqual(a);
        }
      }),
    );
  });

  test('a minus b and a and b make up a', () => {
    fc.assert(
      fc.property(peerSets(), peerSets(), ({ peers: a, cells }, { peers: b }) => {
        const [less, both] = [subtractPeers(a, b), intersectPeers(a, b)];
        expect(unionPeers(less, both)).toEqual(a);
        expect(intersectPeers(less, both)).toEqual(NO_PEERS);
        expect(subtractPeers(a, peersOf(cells))).toEqual(NO_PEERS);
        expect(subtractPeers(a, NO_PEERS)).toEqual(a);
        expect(subtractPeers(NO_PEERS, a)).toEqual(NO_PEERS);
      }),
    );
  });

  test('unionOfPeers is the union one by one, in any order', () => {
    fc.assert(
      fc.property(fc.array(peerSets(), { maxLength: 6 }), (made) => {
        const sets = made.map(({ peers }) => peers);
        const oneByOne = sets.reduce(unionPeers, NO_PEERS);
        expect(unionOfPeers(sets)).toEqual(oneByOne);
        expect(unionOfPeers([...sets].reverse())).toEqual(oneByOne);
      }),
    );
  });

  test('equal sets are equal values, however they were put together', () => {
    const order = fc.shuffledSubarray([...PEER_CELLS], { minLength: PEER_CELLS.length });
    fc.assert(
      fc.property(peerSets(), order, ({ peers, cells }, shuffled) => {
        const parts = shuffled.filter(({ peer }) => hasPeer(cells, peer)).map((part) => peersOf(part.cells));
        expect(unionOfPeers(parts)).toEqual(peers);
        expect(parts.reduce(unionPeers, NO_PEERS)).toEqual(peers);
      }),
    );
  });
});

test('tokens are sorted, each once', () => {
  expect(tokenPeers('b', 'a', 'b').tokens).toEqual(['a', 'b']);
  expect(unionPeers(tokenPeers('b'), tokenPeers('a', 'b')).tokens).toEqual(['a', 'b']);
});

test('a token is in no range, and no range is in a token', () => {
  const everyAddress = unionPeers(ALL_V4, ALL_V6);
  expect(intersectPeers(everyAddress, tokenPeers('sg-a'))).toEqual(NO_PEERS);
  expect(subtractPeers(tokenPeers('sg-a'), everyAddress)).toEqual(tokenPeers('sg-a'));
});

test('IPv4 and IPv6 addresses of equal number are not the same peer', () => {
  expect(intersectPeers(v4Peers([{ lo: 0, hi: 9 }]), v6Peers([{ lo: 0n, hi: 9n }]))).toEqual(NO_PEERS);
});

test('sets of an earlier run can be put together with new ones', () => {
  fc.assert(
    fc.property(peerSets(), peerSets(), ({ peers: a, cells: x }, { cells: y }) => {
      beginPeers(0);
      const b = peersOf(y);
      expect(samePeers(a, peersOf(x))).toBe(true);
      expect(samePeers(unionPeers(a, b), unionPeers(peersOf(x), b))).toBe(true);
      expect(samePeers(subtractPeers(b, a), subtractPeers(b, peersOf(x)))).toBe(true);
      expect(hasNoPeers(subtractPeers(a, peersOf(x)))).toBe(true);
      expect(hasNoPeers(intersectPeers(b, NO_PEERS))).toBe(true);
      expect(unionPeers(ALL_V4, b).tokens).toEqual(b.tokens);
    }),
  );
});
