import { compare, distinct } from '../collections.js';
import { must } from '../result.js';
import { hasNoPeers, NO_PEERS, PeerSet, samePeers, unionOfRoots } from './peers.js';
import { NONE, type Trie } from './trie.js';
import { appendStep, type ValueStep, type Values } from './step.js';

/** Peers as the values of steps. */
export const PEERS: Values<PeerSet> = { empty: NO_PEERS, isEmpty: hasNoPeers, same: samePeers };

/**
 * The peers at each port, of ranges that cross as they like: canonical steps. n log n unions of peers.
 *
 * A segment tree: its leaves are the stretches between borders of ranges, and each range stands at the few nodes that
 * cover it exactly. On the way down from the root the peers of a node count for all that is below it. On the way they
 * are tries, that is numbers; only a leaf makes a set of them.
 */
export function stepsOfRanges(ranges: readonly ValueStep<PeerSet>[]): readonly ValueStep<PeerSet>[] {
  const borders = distinct(ranges.flatMap(({ lo, hi }) => [lo, hi + 1])).toSorted(compare);
  const stretches = borders.length - 1;
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, stretches)));
  const covering = coveringOf(ranges, borders, leaves);
  const steps: ValueStep<PeerSet>[] = [];
  const walk = (node: number, first: number, width: number, above: Trie): void => {
    if (first >= stretches) return;
    const own = covering[node];
    const peers = own === undefined ? above : unionOfRoots([above, unionOfRoots(own)]);
    if (width > 1) {
      walk(2 * node, first, width / 2, peers);
      walk(2 * node + 1, first + width / 2, width / 2, peers);
      return;
    }
    const [lo, next] = [borders[first], borders[first + 1]];
    if (lo === undefined || next === undefined) return;
    appendStep(steps, { lo, hi: next - 1, value: PeerSet.of(peers) }, PEERS);
  };
  walk(1, 0, leaves, NONE);
  return steps;
}

/** The tries that stand at each node; most nodes have none. */
function coveringOf(
  ranges: readonly ValueStep<PeerSet>[],
  borders: readonly number[],
  leaves: number,
): readonly (Trie[] | undefined)[] {
  const placeOf = new Map(borders.map((border, i) => [border, i]));
  const covering = Array.from<Trie[] | undefined>({ length: 2 * leaves });
  const put = (node: number, trie: Trie): void => {
    const there = covering[node];
    if (there === undefined) covering[node] = [trie];
    else if (there.at(-1) !== trie) there.push(trie);
  };
  for (const { lo, hi, value } of ranges) {
    const { root } = value;
    let left = leaves + must(placeOf.get(lo), 'the start of each range is a border');
    let right = leaves + must(placeOf.get(hi + 1), 'the end of each range is a border');
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) put(left++, root);
      if (right % 2 === 1) put(--right, root);
    }
  }
  return covering;
}
