import { describe, expect, test } from '@jest/globals';
import { canonical, NUMBERS } from '../../src/net/interval.js';
import { ALL_V4, ALL_V6, NO_PEERS } from '../../src/net/peers.js';
import { hasPorts, hasTypes, ICMP, ICMPV6, icmpSlot, TCP, UDP } from '../../src/net/protocol.js';
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  allTraffic,
  boxes,
  EMPTY,
  intersect,
  isEmpty,
  mapPeers,
  type Region,
  region,
  subtract,
  union,
  unionOf,
} from '../../src/net/region.js';

describe('port 0 of TCP and UDP', () => {
  test('a rule for port 0 alone is empty; for port 0 of other protocols it is not', () => {
    const zero = [{ lo: 0, hi: 0 }];
    expect(region('ingress', [{ lo: TCP, hi: TCP }], zero, ALL_V4)).toEqual(EMPTY);
    expect(region('ingress', [{ lo: UDP, hi: UDP }], zero, ALL_V4)).toEqual(EMPTY);
    expect(isEmpty(region('ingress', [{ lo: ICMP, hi: ICMP }], zero, ALL_V4))).toBe(false);
  });

  test('all ports from 0 and all ports from 1 are the same', () => {
    const tcp = [{ lo: TCP, hi: TCP }];
    const from1 = region('egress', tcp, [{ lo: 1, hi: 65535 }], ALL_V4);
    expect(region('egress', tcp, ALL_PORTS, ALL_V4)).toEqual(from1);
  });
});

describe('by example', () => {
  const tcp = (lo: number, hi: number): Region =>
    region('ingress', [{ lo: TCP, hi: TCP }], [{ lo, hi }], ALL_V4);

  test('TCP 1-21 and TCP 22-65535 are all of TCP', () => {
    expect(union(tcp(1, 21), tcp(22, 65535))).toEqual(tcp(1, 65535));
    expect(boxes(union(tcp(22, 65535), tcp(1, 21)))).toHaveLength(1);
  });

  test('each protocol apart is all traffic', () => {
    const each = Array.from({ length: 256 }, (_, protocol) =>
      region('ingress', [{ lo: protocol, hi: protocol }], ALL_PORTS, ALL_V4),
    );
    expect(unionOf(each)).toEqual(allTraffic('ingress', ALL_V4));
    expect(unionOf(each.reverse())).toEqual(region('ingress', [ALL_PROTOCOLS], ALL_PORTS, ALL_V4));
  });

  test('all traffic is five boxes: TCP and UDP lack port 0', () => {
    const ranges = boxes(allTraffic('egress', ALL_V6)).map((box) => [box.protocols, box.ports.lo]);
    expect(ranges).toEqual([
      [{ lo: 0, hi: 5 }, 0],
      [{ lo: 6, hi: 6 }, 1],
      [{ lo: 7, hi: 16 }, 0],
      [{ lo: 17, hi: 17 }, 1],
      [{ lo: 18, hi: 255 }, 0],
    ]);
  });

  test('one ICMP code taken out of all types and codes', () => {
    const icmp = (lo: number, hi: number): Region =>
      region('ingress', [{ lo: ICMP, hi: ICMP }], [{ lo, hi }], ALL_V4);
    const echo = icmpSlot(8, 0);
    expect(subtract(icmp(0, 65535), icmp(echo, echo))).toEqual(
      union(icmp(0, icmpSlot(7, 255)), icmp(icmpSlot(8, 1), icmpSlot(255, 255))),
    );
  });

  test('a region without peers, protocols or ports is empty', () => {
    expect(allTraffic('ingress', NO_PEERS)).toEqual(EMPTY);
    expect(region('ingress', [], ALL_PORTS, ALL_V4)).toEqual(EMPTY);
    expect(region('ingress', [ALL_PROTOCOLS], [], ALL_V4)).toEqual(EMPTY);
    expect(unionOf([])).toEqual(EMPTY);
  });

  test('ingress and egress do not meet', () => {
    expect(intersect(allTraffic('ingress', ALL_V4), allTraffic('egress', ALL_V4))).toEqual(EMPTY);
  });

  test('one box of several ranges is the union of its parts', () => {
    const protocols = canonical(NUMBERS, [{ lo: 0, hi: 6 }, { lo: 17, hi: 17 }]); // prettier-ignore
    const ports = canonical(NUMBERS, [{ lo: 0, hi: 1 }, { lo: 443, hi: 443 }]); // prettier-ignore
    const parts = protocols.flatMap((p) => ports.map((q) => region('egress', [p], [q], ALL_V4)));
    expect(region('egress', protocols, ports, ALL_V4)).toEqual(unionOf(parts));
  });

  test('mapPeers to nobody leaves nothing; to one set merges neighbours', () => {
    const two = union(tcp(1, 21), region('ingress', [{ lo: TCP, hi: TCP }], [{ lo: 22, hi: 65535 }], ALL_V6));
    expect(mapPeers(two, () => NO_PEERS)).toEqual(EMPTY);
    expect(mapPeers(two, () => ALL_V4)).toEqual(tcp(1, 65535));
  });
});

test('which protocols have ports, and which have types', () => {
  const all = Array.from({ length: 256 }, (_, protocol) => protocol);
  expect(all.filter(hasPorts)).toEqual([TCP, UDP]);
  expect(all.filter(hasTypes)).toEqual([ICMP, ICMPV6]);
  expect(icmpSlot(0, 0)).toBe(0);
  expect(icmpSlot(255, 255)).toBe(65535);
});
