/** Rules that do nothing: without any of them the group lets through the same, and none is overlooked. */
import { describe, expect, test } from '@jest/globals';

import { letThrough } from '../../src/effective/effective.js';
import { addressesIn, parseCidr } from '../../src/net/address.js';
import { peersWithin, v4Peers } from '../../src/net/peers.js';
import { allTraffic, isSame, isSubset, region } from '../../src/net/region.js';
import { ALL_TRAFFIC, groupRef, type Peer, type RuleSide, type Traffic } from '../../src/plan/rule.js';
import { idleRules } from '../../src/weigh/idle-rules.js';
import type { StandingRule } from '../../src/weigh/standing-rules.js';
import { plainReading } from '../../src/weigh/reading.js';
import { fc } from '../support/laws.js';

const CIDRS = ['0.0.0.0/0', '10.0.0.0/8', '10.128.0.0/9', '10.0.0.0/9', '10.1.2.3/32', '192.168.0.0/16'];

const traffic = fc.oneof(
  fc.constant(ALL_TRAFFIC),
  fc
    .record({
      protocol: fc.constantFrom(1, 6, 17),
      ports: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 65535), { minLength: 2, maxLength: 2 }),
    })
    .map(({ protocol, ports }): Traffic => {
      const [lo = 0, hi = 0] = [...ports].sort((a, b) => a - b);
      return { protocols: [{ lo: protocol, hi: protocol }], ports: [{ lo, hi }] };
    }),
);

const peer = fc.oneof(
  fc.constant<Peer>({ kind: 'any' }),
  fc.constantFrom('a', 'b').map((key): Peer => ({ kind: 'group', group: groupRef(key), isSensitive: false })),
  fc.constantFrom(...CIDRS).map((cidr): Peer => ({
    kind: 'range',
    range: { kind: 'known', peers: addressesIn(cidr), isSensitive: false },
  })),
);

const side = (action: fc.Arbitrary<RuleSide['action']>): fc.Arbitrary<RuleSide> =>
  fc
    .record({
      traffic,
      peer,
      action,
      direction: fc.constantFrom('ingress', 'egress'),
      priority: fc.constantFrom(1, 2).map((value) => ({ kind: 'known', value }) as const),
    })
    .map((parts) => ({ ...parts, group: groupRef('own'), family: 'IPv4', problems: [] }));

const rules = (action: fc.Arbitrary<RuleSide['action']>): fc.Arbitrary<readonly StandingRule[]> =>
  fc
    .array(side(action), { maxLength: 12 })
    .map((sides) => sides.map((one, i) => ({ address: `rule ${String(i)}`, side: one, own: undefined })));

/** What rules let through, peers as they are written. */
function letsThrough(some: readonly StandingRule[]) {
  const effective = some.map(({ side: one, address }) => ({
    ...{ sides: [one] as const, group: 'own', isSure: true, address, stands: true },
  }));
  const reading = plainReading('IPv4');
  const everything = (['ingress', 'egress'] as const).map((direction) =>
    allTraffic(direction, addressesIn('0.0.0.0/0')),
  );
  return everything.map((need) => letThrough(effective, need, reading, undefined).surely);
}

describe('rules that do nothing', () => {
  test('without any of them the group lets through the same, whatever is denied', () => {
    fc.assert(
      fc.property(rules(fc.constantFrom('allow', 'allow', 'allow', 'deny')), (all) => {
        const denied = new Set(
          all.flatMap(({ side: one }) => (one.action === 'deny' ? [one.direction] : [])),
        );
        const { same, idle } = idleRules(all, ({ direction }) => denied.has(direction));
        const rest = [...same.flatMap(([, ...others]) => others), ...idle.map(({ rule }) => rule)];
        for (const one of rest) {
          const without = letsThrough(all.filter((other) => other !== one));
          letsThrough(all).forEach((region, i) => {
            expect(isSame(region, without[i] ?? region)).toBe(true);
          });
        }
      }),
    );
  });

  test('where nothing is denied none is overlooked', () => {
    fc.assert(
      fc.property(rules(fc.constant('allow')), (all) => {
        const { same, idle } = idleRules(all, () => false);
        const found = [...same.flatMap(([, ...others]) => others), ...idle.map(({ rule }) => rule)];
        const naive = all.filter((one) =>
          all.some(
            (other) =>
              other !== one &&
              isWithin(one, other) &&
              (!isWithin(other, one) || all.indexOf(other) < all.indexOf(one)),
          ),
        );
        expect(new Set(found.map(({ address }) => address))).toEqual(
          new Set(naive.map(({ address }) => address)),
        );
      }),
    );
  });
});

function isWithin({ side: inner }: StandingRule, { side: outer }: StandingRule): boolean {
  const packets = (one: RuleSide) =>
    region('ingress', one.traffic.protocols, one.traffic.ports, addressesIn('0.0.0.0/0'));
  const isPeer =
    outer.peer.kind === 'any' ||
    (outer.peer.kind === 'range' &&
      outer.peer.range.kind === 'known' &&
      outer.peer.range.peers.v4[0]?.hi === 2 ** 32 - 1) ||
    (inner.peer.kind === 'group' &&
      outer.peer.kind === 'group' &&
      groupOf(inner.peer) === groupOf(outer.peer)) ||
    (inner.peer.kind === 'range' &&
      outer.peer.kind === 'range' &&
      inner.peer.range.kind === 'known' &&
      outer.peer.range.kind === 'known' &&
      peersWithin(inner.peer.range.peers, outer.peer.range.peers));
  return inner.direction === outer.direction && isSubset(packets(inner), packets(outer)) && isPeer;
}

function groupOf(one: Peer & { kind: 'group' }): string {
  return one.group.kind === 'group' ? one.group.key : '';
}

describe('addresses in several runs', () => {
  const ofBlocks = (name: string, ...blocks: readonly string[]): StandingRule => ({
    address: name,
    own: undefined,
    side: {
      ...{ group: groupRef('own'), direction: 'ingress', family: 'IPv4', action: 'allow' },
      ...{ traffic: ALL_TRAFFIC, priority: { kind: 'undocumented' }, problems: [] },
      peer: {
        kind: 'range',
        range: {
          kind: 'known',
          isSensitive: false,
          peers: v4Peers(blocks.flatMap((block) => parseCidr(block)?.peers.v4 ?? [])),
        },
      },
    },
  });

  test('a rule for one of them lies within a rule for all', () => {
    const wide = ofBlocks('wide', '10.0.0.0/24', '192.168.0.0/24');
    const { idle } = idleRules(
      [ofBlocks('one', '192.168.0.0/24'), wide, ofBlocks('part', '10.0.0.128/25')],
      () => false,
    );
    expect(idle.map(({ rule, within }) => [rule.address, within.address])).toEqual([
      ['one', 'wide'],
      ['part', 'wide'],
    ]);
  });

  test('a rule for all of them lies within one for an address block around them', () => {
    const { idle } = idleRules(
      [ofBlocks('two', '10.0.0.0/24', '10.0.2.0/24'), ofBlocks('around', '10.0.0.0/16')],
      () => false,
    );
    expect(idle.map(({ rule }) => rule.address)).toEqual(['two']);
  });
});

test('time grows with the rules, whatever they have in common', () => {
  const many = (n: number): readonly StandingRule[] =>
    Array.from({ length: n }, (_, i) => ({
      address: String(i),
      own: undefined,
      side: {
        ...{ group: groupRef('own'), direction: 'ingress', family: 'IPv4', action: 'allow' },
        traffic: {
          protocols: [{ lo: 6, hi: 6 }],
          ports: [{ lo: 1 + (i % 60_000), hi: 60_000 + (i % 5_000) }],
        },
        ...{ peer: { kind: 'any' }, priority: { kind: 'undocumented' }, problems: [] },
      },
    }));
  const timed = (n: number): number => {
    const all = many(n);
    const start = process.cpuUsage().user;
    idleRules(all, () => false);
    return process.cpuUsage().user - start;
  };
  timed(2_000);
  expect(timed(40_000)).toBeLessThan(40 * Math.max(timed(4_000), 5_000));
});
