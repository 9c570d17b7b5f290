import { groupBy, memoOfObject } from '../collections.js';
import { anyAddress, type EtherType } from '../net/address.js';
import type { PeerSet } from '../net/peers.js';
import { type Direction, EMPTY, intersect, type Region, regionOfParts, unionOf } from '../net/region.js';
import { type GroupKey, isAccepted, type Priority, type RuleSide } from '../plan/rule.js';
import type { Core, EffectiveRule } from './group-rules.js';

/** Rules of one group and priority that are known, peers and all: whoever asks, they are for these packets. */
export interface KnownRules {
  readonly action: 'allow' | 'deny';
  readonly family: EtherType;
  readonly group: GroupKey;
  /** Of each side. */
  readonly priorities: readonly Priority[];
  readonly isSure: boolean;
  readonly packets: Region;
}

/** The rules by how they can be weighed: all at once, or each by itself as the question reads its peer. */
export interface WeighedRules {
  readonly known: readonly KnownRules[];
  readonly others: readonly EffectiveRule[];
  /** Whether any of them denies, or may. */
  readonly mayDeny: boolean;
}

/** Whether any of them denies, or may. */
export function mayDenyAmong(rules: readonly EffectiveRule[]): boolean {
  return rules.some(({ sides }) => sides.some(({ action }) => action !== 'allow'));
}

/** Sorts a list of rules; once, however many rows ask. */
export const weighedRules = memoOfObject((rules: readonly EffectiveRule[]): WeighedRules => {
  const parts = [...groupBy(rules, ({ core }) => core)].map(([core, some]) =>
    core !== undefined && isWhole(core, some) ? classesOfCore(core) : classesOf(some),
  );
  return {
    known: parts.flatMap(({ known }) => known),
    others: parts.flatMap(({ others }) => others),
    mayDeny: parts.some(({ mayDeny }) => mayDeny),
  };
});

/** Whether the rules are those of the core: somebody may have left some out, or doubts them. */
function isWhole({ rules }: Core, some: readonly EffectiveRule[]): boolean {
  return rules.length === some.length && rules.every((rule, i) => rule === some[i]);
}

const classesOfCore = memoOfObject(({ rules }: Core) => classesOf(rules));

function classesOf(rules: readonly EffectiveRule[]): WeighedRules {
  const others: EffectiveRule[] = [];
  const known: KnownRule[] = [];
  for (const rule of rules) {
    const found = knownRule(rule);
    if (found === undefined) others.push(rule);
    else known.push(found);
  }
  const classes = groupBy(known, classText);
  return {
    mayDeny: mayDenyAmong(rules),
    others,
    known: [...classes.values()].map((some) => {
      const [{ rule, sides }] = some;
      const { action, family } = sides[0];
      const priorities = rule.sides.map(({ priority }) => priority);
      return {
        action,
        family,
        group: rule.group,
        priorities,
        isSure: rule.isSure,
        packets: packetsOfAll(some),
      };
    }),
  };
}

/** The same text for rules that are weighed together. */
function classText({ sides: [{ action, family }], rule: { group, isSure, sides } }: KnownRule): string {
  const ranks = sides.map(({ priority }) => (priority.kind === 'known' ? priority.value : priority.kind));
  return `${action} ${family} ${String(isSure)} ${ranks.join()} ${group}`;
}

/** A rule, and its sides as they are known. */
interface KnownRule {
  readonly rule: EffectiveRule;
  readonly sides: readonly [KnownSide, ...KnownSide[]];
}

interface KnownSide extends Pick<RuleSide, 'traffic'> {
  readonly action: 'allow' | 'deny';
  readonly family: EtherType;
  readonly direction: Direction;
  readonly peers: PeerSet;
}

/** Whether all is known of the rule, but perhaps its group: its packets are the same whoever asks. */
export function isWhollyKnown(rule: EffectiveRule): boolean {
  return knownRule(rule) !== undefined;
}

function knownRule(rule: EffectiveRule): KnownRule | undefined {
  const [first, ...others] = rule.sides.map(knownSide);
  if (first === undefined || others.some((side) => side === undefined)) return undefined;
  const sides = [first, ...others.filter((side) => side !== undefined)] as const;
  const isAlike = sides.every(({ action, family }) => action === first.action && family === first.family);
  return isAlike ? { rule, sides } : undefined;
}

function knownSide(side: RuleSide): KnownSide | undefined {
  const { action, family, direction, traffic, peer } = side;
  if (action === 'unknown' || family === 'unknown' || direction === 'unknown') return undefined;
  if (traffic.isAtMost === true || !isAccepted(side)) return undefined;
  if (peer.kind === 'any') return { action, family, direction, traffic, peers: anyAddress(family) };
  if (peer.kind !== 'range' || peer.range.kind === 'unknown') return undefined;
  return { action, family, direction, traffic, peers: peer.range.peers };
}

/** What all of them together are for. */
function packetsOfAll(rules: readonly KnownRule[]): Region {
  const single = rules.filter(({ sides }) => sides.length === 1).map(({ sides }) => sides[0]);
  const double = rules.filter(({ sides }) => sides.length > 1);
  const alike = groupBy(
    single,
    ({ direction, traffic }) => `${direction} ${traffic.protocols.map(({ lo, hi }) => `${lo}-${hi}`).join()}`,
  );
  return unionOf([
    ...[...alike.values()].map((some) => {
      const [{ direction, traffic }] = some;
      const parts = some.map(({ traffic: { ports }, peers }) => ({ ports, peers }));
      return regionOfParts(direction, traffic.protocols, parts);
    }),
    ...double.map(({ sides }) => sides.map(packetsOfSide).reduce(intersect)),
    EMPTY,
  ]);
}

function packetsOfSide({ direction, traffic: { protocols, ports }, peers }: KnownSide): Region {
  return regionOfParts(direction, protocols, [{ ports, peers }]);
}
