import { expect, test } from '@jest/globals';
import { UNBOUNDED, within } from '../../src/budget.js';
import { type PeerSet, v4Peers } from '../../src/net/peers.js';
import { TCP, UDP } from '../../src/net/protocol.js';
import { boxes, type Region, region, unionOf } from '../../src/net/region.js';
import { IS_LONG_RUN } from '../support/laws.js';

type Shape = (i: number) => Region;

const one = (address: number): PeerSet => v4Peers([{ lo: address, hi: address }]);

const port: Shape = (i) =>
  region('ingress', [{ lo: TCP, hi: TCP }], [{ lo: 3 * i + 1, hi: 3 * i + 1 }], one(i));

const address: Shape = (i) => region('ingress', [{ lo: UDP, hi: UDP }], [{ lo: 53, hi: 53 }], one(2 * i));

/** The boxes 0..count-1 in an order that is mixed but always the same; 7919 is a prime. */
function mixed(shape: Shape, count: number): Region[] {
  return Array.from({ length: count }, (_, i) => shape((i * 7919) % count));
}

/** Steps of the budget that unionOf takes for its boxes: a measure of its work that no busy machine changes. */
function stepsOf(shape: Shape, count: number): number {
  let steps = 0;
  const list = mixed(shape, count);
  const counting = { ...UNBOUNDED, spend: (more: number) => void (steps += more) };
  within(counting, 'rules', () => unionOf(list));
  return steps;
}

/** Processor time, the least of three: on a busy machine the clock on the wall says nothing. */
function processorTimeOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...times);
}

const SHAPES: [string, Shape, number][] = [
  ['ports', port, 10_000],
  ['addresses', address, 1],
];

test.each(SHAPES)('unionOf of ten times as many disjoint %s is n log n work', (_, shape) => {
  // n log n is about 14, n squared is 100. The small pair first: it fails soon.
  expect(stepsOf(shape, 2000) / stepsOf(shape, 200)).toBeLessThan(20);
  expect(stepsOf(shape, 20_000) / stepsOf(shape, 2000)).toBeLessThan(20);
});

test.each(SHAPES)(
  'unionOf of ten times as many disjoint %s takes nothing like n squared',
  (_, shape, boxCount) => {
    const [few, many] = [mixed(shape, 1000), mixed(shape, 10_000)];
    expect(boxes(unionOf(many)).length).toBe(boxCount);
    // The usual run shares its cores, and counts the work instead (above).
    if (!IS_LONG_RUN) return;
    unionOf(few); // Warms up.
    const short = processorTimeOf(() => unionOf(few));
    const long = processorTimeOf(() => unionOf(many));
    // 8 to 20 on a quiet machine; n squared is 100.
    expect(long / short).toBeLessThan(50);
  },
);
