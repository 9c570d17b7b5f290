import { expect, test } from '@jest/globals';
import { v4Peers } from '../../src/net/peers.js';
import { TCP, UDP } from '../../src/net/protocol.js';
import { boxes, EMPTY, type Region, region, unionOf } from '../../src/net/region.js';

/** How much longer ten times as many boxes may take: n log n is about 13, n squared is 100. */
const MOST = 20;

type Shape = (i: number) => Region;

const port: Shape = (i) =>
  region('ingress', [{ lo: TCP, hi: TCP }], [{ lo: 3 * i + 1, hi: 3 * i + 1 }], v4Peers([{ lo: i, hi: i }]));

const address: Shape = (i) =>
  region('ingress', [{ lo: UDP, hi: UDP }], [{ lo: 53, hi: 53 }], v4Peers([{ lo: 2 * i, hi: 2 * i }]));

/** The boxes 0..count-1 in an order that is mixed but always the same; 7919 is a prime. */
function mixed(shape: Shape, count: number): Region[] {
  return Array.from({ length: count }, (_, i) => shape((i * 7919) % count));
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The least of three: whatever else the machine does only adds time. */
function least(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => millisecondsOf(work)));
}

test.each<[string, Shape, number]>([
  ['ports', port, 20_000],
  ['addresses', address, 1],
])('unionOf of ten times as many disjoint %s takes about ten times as long', (_, shape, boxCount) => {
  const [few, many] = [mixed(shape, 2000), mixed(shape, 20_000)];
  unionOf(few); // Warms up.
  const short = least(() => unionOf(few));
  let all = EMPTY;
  const long = least(() => (all = unionOf(many)));
  expect(boxes(all).length).toBe(boxCount);
  expect(long / short).toBeLessThan(MOST);
});
