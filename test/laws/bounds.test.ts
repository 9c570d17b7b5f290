/** Whatever the rules, what is let through for certain is within what may be let through. */
import { expect, test } from '@jest/globals';

import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { identityHash, isSamePeer, isSameTraffic, packetsHash } from '../../src/effective/rule-identity.js';
import { mayOpenMore, openTo, publicAddresses } from '../../src/weigh/openings.js';
import { type Eyes, plainReading, readingOf } from '../../src/weigh/reading.js';
import { letThrough } from '../../src/effective/effective.js';
import { type EffectiveRule, type GroupRule, rulesOfGroup } from '../../src/effective/group-rules.js';
import { parseCidr } from '../../src/net/address.js';
import { type Bounds, unionOfBounds } from '../../src/net/bounds.js';
import { ALL_V4, NO_PEERS } from '../../src/net/peers.js';
import {
  allTraffic,
  ALL_PORTS,
  isSubset,
  mapPeers,
  type Region,
  region,
  subtract,
  union,
} from '../../src/net/region.js';
import {
  ALL_TRAFFIC,
  oneOfPeers,
  type Peer,
  type Priority,
  type RuleSide,
  someTraffic,
} from '../../src/plan/rule.js';
import { fc } from '../support/laws.js';

const peers = (text: string): typeof NO_PEERS => parseCidr(text)?.peers ?? NO_PEERS;

const plainPeer: fc.Arbitrary<Peer> = fc.oneof(
  fc.constant<Peer>({ kind: 'any' }),
  fc
    .constantFrom(
      '0.0.0.0/0',
      '0.0.0.0/1',
      '128.0.0.0/1',
      '192.168.0.0/16',
      '192.168.0.0/17',
      '172.16.0.0/16',
      '8.0.0.0/8',
      '2000::/3',
    )
    .map((text): Peer => ({
      kind: 'range',
      range: { kind: 'known', peers: peers(text), isSensitive: false },
    })),
  fc
    .constantFrom('unknown a', 'unknown b')
    .map((token): Peer => ({ kind: 'range', range: { kind: 'unknown', token, why: '' } })),
  fc
    .constantFrom('own', 'control', 'other')
    .map((key): Peer => ({ kind: 'group', group: { kind: 'group', key }, isSensitive: false })),
  fc.constant<Peer>({ kind: 'group', group: { kind: 'unknown', oneOf: [], why: '' }, isSensitive: false }),
);

const peer = fc.oneof(
  { weight: 4, arbitrary: plainPeer },
  fc.array(plainPeer, { minLength: 2, maxLength: 3 }).map(oneOfPeers),
);

const priority: fc.Arbitrary<Priority> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((value): Priority => ({ kind: 'known', value })),
  fc.constantFrom<Priority>({ kind: 'undocumented' }, { kind: 'unknown' }),
);

const side: fc.Arbitrary<RuleSide> = fc.record({
  group: fc.constant<RuleSide['group']>({ kind: 'group', key: 'own' }),
  direction: fc.constantFrom<RuleSide['direction']>('ingress', 'egress', 'unknown'),
  family: fc.constantFrom<RuleSide['family']>('IPv4', 'IPv4', 'IPv6', 'unknown'),
  traffic: fc.constantFrom<RuleSide['traffic']>(
    someTraffic(),
    ALL_TRAFFIC,
    someTraffic({ protocols: [{ lo: 6, hi: 6 }] }),
    { protocols: [{ lo: 6, hi: 6 }], ports: [{ lo: 22, hi: 443 }] },
    { protocols: [{ lo: 17, hi: 17 }], ports: ALL_PORTS },
  ),
  peer,
  action: fc.constantFrom<RuleSide['action']>('allow', 'allow', 'deny', 'unknown'),
  priority,
  problems: fc.constant([]),
});

const rule: fc.Arbitrary<EffectiveRule> = fc.record({
  sides: fc.oneof(
    side.map((one): EffectiveRule['sides'] => [one]),
    fc.tuple(side, side).map((both): EffectiveRule['sides'] => both),
  ),
  group: fc.constantFrom('own', 'second'),
  isSure: fc.boolean(),
  address: fc.constant(undefined),
  stands: fc.boolean(),
});

const NEED = peers('192.168.0.0/16');

test('surely is within possibly', () => {
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 7 }),
      fc.constantFrom(undefined, 1 as const, 100 as const),
      fc.boolean(),
      fc.boolean(),
      (rules, defaultPriority, namesGroup, isUnknown) => {
        const reading = readingOf({
          names: isUnknown ? ['unknown a'] : [],
          placeOf: (token) => ({
            surely: token === 'unknown b' ? peers('192.168.0.0/17') : NO_PEERS,
            possibly: peers('192.168.0.0/16'),
          }),
          groups: ['own'],
          namesGroup,
          members: new Map([
            ['control', { surely: peers('192.168.0.0/20'), possibly: peers('192.168.0.0/16') }],
            ['own', { surely: peers('192.168.0.0/17'), possibly: peers('192.168.0.0/17') }],
          ]),
          seen: (members) => members,
          isUnplaced: (key) => key === 'other',
          isIdUnknown: (key) => key === 'control',
        });
        const need = union(allTraffic('ingress', NEED), allTraffic('egress', NEED));
        const { surely, possibly } = letThrough(rules, need, reading, defaultPriority);
        expect(isSubset(surely, possibly)).toBe(true);
        expect(isSubset(possibly, need)).toBe(true);
      },
    ),
  );
});

const groupRule: fc.Arbitrary<GroupRule> = fc.oneof(
  side.map((one): GroupRule => ({ before: one, after: one, change: 'stands', address: 'a' })),
  fc
    .record({ before: side, after: side, change: fc.constantFrom('updated', 'destroyed-then-created') })
    .map((two): GroupRule => ({ ...two, address: 'b' })),
  side.map((one): GroupRule => ({ before: undefined, after: one, change: 'created', address: 'c' })),
);

/** A choice with one answer says the same, and is looked at by itself. */
function alone({ sides, group, isSure, address, stands }: EffectiveRule): EffectiveRule {
  const asChoice = (one: RuleSide): RuleSide => ({ ...one, peer: { kind: 'one-of', peers: [one.peer] } });
  const [first, ...others] = sides;
  return { sides: [asChoice(first), ...others.map(asChoice)], group, isSure, address, stands };
}

const eyes: Eyes = {
  names: [],
  placeOf: () => ({ surely: NO_PEERS, possibly: peers('192.168.0.0/16') }),
  groups: ['own'],
  namesGroup: true,
  members: new Map(),
  seen: (members) => members,
  isUnplaced: () => false,
  isIdUnknown: () => false,
};
const reading = readingOf(eyes);

test('what is open to the internet rests on the rules that public addresses can meet', () => {
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 9 }),
      fc.constantFrom('IPv4' as const, 'IPv6' as const),
      fc.constantFrom(undefined, 1 as const, 100 as const),
      (rules, family, defaultRulePriority) => {
        const need = allTraffic('ingress', publicAddresses(family));
        const bounds = letThrough(rules, need, plainReading(family), defaultRulePriority);
        const open = (through: Region): Region =>
          subtract(
            allTraffic('ingress', ALL_V4),
            mapPeers(subtract(need, through), () => ALL_V4),
          );
        const told = openTo(rules, family, { configuration: { ...NO_CONFIGURATION, defaultRulePriority } });
        expect(told).toEqual({ surely: open(bounds.surely), possibly: open(bounds.possibly) });
      },
    ),
  );
});

test('of a need in parts as much passes as of its parts', () => {
  const parts = [allTraffic('ingress', NEED), allTraffic('egress', NEED)] as const;
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 7 }),
      fc.constantFrom(undefined, 1 as const),
      (rules, priority) => {
        const through = (need: Region): Bounds => letThrough(rules, need, reading, priority);
        expect(through(union(...parts))).toEqual(unionOfBounds(parts.map(through)));
      },
    ),
  );
});

test('sides that are the same rule have the same number', () => {
  const tcp = [{ lo: 6, hi: 6 }];
  const spelling = fc.constantFrom<RuleSide['traffic']>(
    { protocols: tcp, ports: [{ lo: 0, hi: 443 }] },
    { protocols: tcp, ports: [{ lo: 1, hi: 443 }] },
    { protocols: tcp, ports: [{ lo: 0, hi: 0 }] },
    { protocols: [{ lo: 17, hi: 17 }], ports: [{ lo: 0, hi: 0 }] },
    ALL_TRAFFIC,
  );
  const spelled = fc
    .record({ one: side, traffic: spelling })
    .map(({ one, traffic }) => ({ ...one, traffic }));
  fc.assert(
    fc.property(fc.array(spelled, { minLength: 10, maxLength: 10 }), (sides) => {
      for (const a of sides) {
        for (const b of sides) {
          const other = { ...b, direction: a.direction, family: a.family, action: a.action };
          if (!isSameTraffic(a.traffic, b.traffic)) continue;
          expect(packetsHash(other)).toBe(packetsHash(a));
          if (isSamePeer(a.peer, b.peer)) expect(identityHash(other)).toBe(identityHash(a));
        }
      }
    }),
  );
});

test('where nothing is denied, rules let through what each of them does', () => {
  const need = region('ingress', [{ lo: 6, hi: 6 }], [{ lo: 22, hi: 443 }], NEED);
  const allowing = ({ sides: [first, ...others], ...one }: EffectiveRule): EffectiveRule => {
    const allow = (own: RuleSide): RuleSide => ({ ...own, action: 'allow' });
    return { ...one, sides: [allow(first), ...others.map(allow)] };
  };
  fc.assert(
    fc.property(fc.array(rule.map(allowing), { maxLength: 20 }), (rules) => {
      const through = (some: readonly EffectiveRule[]): Bounds => letThrough(some, need, reading, undefined);
      expect(through(rules)).toEqual(unionOfBounds(rules.map((one) => through([one]))));
    }),
  );
});

test('many rules are weighed together as each is by itself, before, during and after', () => {
  const needs = [
    union(allTraffic('ingress', NEED), allTraffic('egress', NEED)),
    allTraffic('egress', peers('0.0.0.0/0')),
    region('ingress', [{ lo: 6, hi: 6 }], [{ lo: 22, hi: 22 }], peers('192.168.128.0/17')),
    region('egress', [{ lo: 17, hi: 17 }], [{ lo: 53, hi: 99 }], peers('172.16.5.0/24')),
  ];
  const members = new Map([['own', { surely: peers('192.168.0.0/17'), possibly: NEED }]]);
  const readings = [reading, readingOf({ ...eyes, namesGroup: false, members })];
  const asked = fc.record({ need: fc.constantFrom(...needs), by: fc.constantFrom(...readings) });
  fc.assert(
    fc.property(fc.array(groupRule, { minLength: 13, maxLength: 30 }), asked, (some, { need, by }) => {
      for (const rules of Object.values(rulesOfGroup(some, 'own'))) {
        expect(letThrough(rules, need, by, undefined)).toEqual(
          letThrough(rules.map(alone), need, by, undefined),
        );
      }
    }),
  );
});

test('what is open to the internet grows only by rules that may open more', () => {
  const single = fc.record({ rule, side }).map(({ rule: one, side: own }): EffectiveRule => ({
    ...one,
    sides: [own],
  }));
  const some = fc.array(single, { maxLength: 4 });
  const open = (rules: readonly EffectiveRule[]): Region =>
    openTo(rules, 'IPv4', { configuration: NO_CONFIGURATION }).surely;
  fc.assert(
    fc.property(some, some, some, (stay, go, come) => {
      const before = [...stay, ...go];
      const after = [...come, ...stay];
      if (mayOpenMore(before, after, 'IPv4')) return;
      expect(isSubset(open(after), open(before))).toBe(true);
    }),
  );
});
