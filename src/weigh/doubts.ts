import { distinct, firstOfEach, groupBy, memoOfObject } from '../collections.js';
import type { Addresses } from '../cluster/addresses.js';
import { needOf, type Question } from '../cluster/question.js';
import type { BelievedRule } from '../cluster/belief/belief.js';
import type { World } from '../cluster/world.js';
import type { EffectiveRule } from '../effective/group-rules.js';
import { isWhollyKnown } from '../effective/known-rules.js';
import { coverage } from '../net/bounds.js';
import { intersectSets } from '../net/interval.js';
import type { Requirement } from '../model/requirement.js';
import type { PeerToken } from '../net/peers.js';
import { boxes, intersect, isEmpty, isSubset, type Region, union } from '../net/region.js';
import type { Peer, RuleSide } from '../plan/rule.js';
import { unreachable } from '../result.js';
import { beliefsAbout } from './beliefs.js';
import { type Lack, matched, matchedBy } from './causes.js';
import { boundsOf } from './question.js';

/** A key of a cluster in the configuration file that tells addresses. */
export type AddressKey =
  | 'vpc-cidrs'
  | 'master-cidrs'
  | 'container-cidrs'
  | 'dns-servers'
  | 'load-balancer-cidrs'
  | 'service-mesh-cidrs'
  | 'service-cidrs';

/** What decides packets that are undecided. */
export type Doubt =
  /** A range that a row needs; `key`: the configuration can tell it. Its token is an attribute, or words for it. */
  | {
      readonly kind: 'range';
      readonly token: PeerToken;
      readonly key: AddressKey | undefined;
      readonly isDescribed?: true;
    }
  /** A part of a rule that is not known. */
  | { readonly kind: 'rule'; readonly address: string; readonly part: DoubtfulPart }
  /** A part that facts do not tell of a rule, or whether it is there, when files of facts do not agree on it. */
  | { readonly kind: 'seen'; readonly part: DoubtfulPart }
  /** Whether a deny wins, since nobody documents the priority of what it meets. */
  | { readonly kind: 'rank'; readonly address: string }
  /** Whether a deny wins against rules of another group of the subject: nobody documents how they combine. */
  | { readonly kind: 'across-groups'; readonly address: string }
  /** Whether a rule that CCE made still stands; the row that it is. */
  | { readonly kind: 'default'; readonly row: Requirement['id']; readonly cluster: string };

/** A part of a rule. */
export type DoubtfulPart = 'group' | 'direction' | 'family' | 'action' | 'traffic' | 'peer' | 'priority';

/** Everything that decides these packets, each once. */
export function doubtsOf(lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const { subject, region } = lack;
  const { rules } = subject.after;
  const meets = (part: Region): ((rule: EffectiveRule) => boolean) => {
    const matching = matchedBy({ ...lack, region: part }, world);
    return (rule) => rule.sides.some((side) => !isEmpty(matching(side)));
  };
  const ranks = new Map(
    deniesAmong(rules)
      .filter(meets(region))
      .map((deny) => [deny, rankDoubts(deny, lack, world)] as const)
      .filter(([, doubts]) => doubts.length > 0),
  );
  const byValue = undecidedByValue(lack, new Set(ranks.keys()), world);
  const found: readonly Doubt[] = isEmpty(byValue)
    ? []
    : [
        ...unknownRanges(byValue, lack),
        ...doubtfulAmong(rules)
          .filter(meets(byValue))
          .flatMap((rule) => valueDoubts(rule, lack, world)),
        ...doubtedDefaults({ ...lack, region: byValue }, world),
      ];
  return firstOfEach([...found, ...[...ranks.values()].flat()], (doubt) => JSON.stringify(doubt));
}

/** Default rules that may be gone: those that alone let all of it through, else all that have a part in it. */
function doubtedDefaults(lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const doubted = beliefsAbout(lack, world).filter(({ stands }) => stands === 'possibly');
  const matching = matchedBy(lack, world);
  const isWhole = ({ after }: BelievedRule): boolean =>
    after !== undefined && isSubset(lack.region, matching(after));
  const whole = doubted.filter(isWhole);
  return (whole.length > 0 ? whole : doubted).flatMap(({ requirement }): readonly Doubt[] =>
    requirement === undefined
      ? []
      : [{ kind: 'default', row: requirement.id, cluster: lack.subject.cluster.label }],
  );
}

function isDeny({ sides: [{ action }] }: EffectiveRule): boolean {
  return action === 'deny';
}

const deniesAmong = memoOfObject((rules: readonly EffectiveRule[]) => rules.filter(isDeny));

/** Rules of which something may be unknown, whoever asks: of most lists these are few. */
const doubtfulAmong = memoOfObject((rules: readonly EffectiveRule[]) =>
  rules.filter((rule) => !rule.isSure || !isWhollyKnown(rule)),
);

/** What stays undecided though it were known who wins: when all these denies do, or when none of them does. */
function undecidedByValue(
  { subject, question, region }: Omit<Lack, 'change'>,
  uncertain: ReadonlySet<EffectiveRule>,
  world: World,
): Region {
  if (uncertain.size === 0) return region;
  const { after } = subject;
  const undecidedWith = (rules: readonly EffectiveRule[]): Region =>
    coverage(needOf(question), boundsOf(question, subject, { ...after, rules }, world)).undecided;
  const lost = undecidedWith(after.rules.filter((rule) => !uncertain.has(rule)));
  const won = undecidedWith(after.rules.map((rule) => (uncertain.has(rule) ? winning(rule) : rule)));
  return intersect(region, union(lost, won));
}

/** The deny with a priority before which there is none. */
function winning(deny: EffectiveRule): EffectiveRule {
  const [side] = deny.sides;
  return { ...deny, sides: [{ ...side, priority: { kind: 'known', value: 0 } }] };
}

/** Why nobody knows whether the deny wins against what lets these packets through. */
function rankDoubts(deny: EffectiveRule, lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const [side] = deny.sides;
  const { address } = deny;
  if (address === undefined) return deny.isSeen === true ? [{ kind: 'seen', part: 'priority' }] : [];
  const matching = matchedBy({ ...lack, region: matched(side, lack, world) }, world);
  const doubts = lack.subject.after.rules
    .filter((rule) => !isDeny(rule))
    .map((allow) => ({ allow, doubt: rankDoubt(deny, address, allow, world) }))
    .filter(({ doubt }) => doubt !== undefined);
  // Most rules say the same of the rank: one that meets the packets is enough.
  return [...groupBy(doubts, ({ doubt }) => JSON.stringify(doubt)).values()].flatMap((alike) =>
    alike.some(({ allow }) => allow.sides.some((own) => !isEmpty(matching(own))))
      ? (alike[0].doubt ?? [])
      : [],
  );
}

function rankDoubt(
  deny: EffectiveRule,
  address: string,
  allow: EffectiveRule,
  { configuration: { defaultRulePriority } }: World,
): Doubt | undefined {
  const [{ priority }] = deny.sides;
  if (priority.kind !== 'known') return { kind: 'rule', address, part: 'priority' };
  const [{ priority: other }] = allow.sides;
  const strongest =
    other.kind === 'known' ? other.value : other.kind === 'undocumented' ? (defaultRulePriority ?? 1) : 1;
  if (priority.value <= strongest) return undefined;
  if (deny.group !== allow.group) return { kind: 'across-groups', address };
  if (other.kind === 'unknown' && allow.address !== undefined) {
    return { kind: 'rule', address: allow.address, part: 'priority' };
  }
  return other.kind === 'undocumented' && defaultRulePriority === undefined
    ? { kind: 'rank', address }
    : undefined;
}

/** Ranges of the need itself, and ports that may be needed beyond it. */
function unknownRanges(region: Region, { subject, question }: Omit<Lack, 'change'>): readonly Doubt[] {
  const { traffic, beyond } = question;
  const all = boxes(region);
  const isBeyond = all.some(({ ports }) => intersectSets([ports], traffic.ports).length === 0);
  const tokens = distinct(all.flatMap(({ peers }) => peers.tokens));
  return [
    ...tokens.map((token) => rangeDoubt(token, subject.after.addresses)),
    ...(beyond !== undefined && isBeyond
      ? [{ kind: 'range' as const, token: beyond.token, key: undefined }]
      : []),
  ];
}

function rangeDoubt(token: PeerToken, addresses: Addresses): Doubt {
  const { vpc, master, container, dns, loadBalancer, serviceMesh, internalServices } = addresses;
  const reaches = [
    ['vpc-cidrs', vpc],
    ['master-cidrs', master],
    ['container-cidrs', container],
    ['dns-servers', dns],
    ['load-balancer-cidrs', loadBalancer],
    ['service-mesh-cidrs', serviceMesh],
    ['service-cidrs', internalServices],
  ] as const;
  const [key, reach] = reaches.find(([, one]) => one?.peers.tokens.includes(token) === true) ?? [];
  const isDescribed = reach?.described?.includes(token) === true;
  return { kind: 'range', token, key, ...(isDescribed && { isDescribed }) };
}

/** Values of the rule that are not known: parts of it, and where the members of a group are whom it denies. */
function valueDoubts(rule: EffectiveRule, lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const { address, isSeen } = rule;
  // What is assumed, or said to be unknown elsewhere, has no values of its own.
  if (address === undefined && isSeen !== true) return [];
  const parts = unknownParts(rule, lack.question, world);
  return [
    ...parts.map((part): Doubt =>
      address === undefined ? { kind: 'seen', part } : { kind: 'rule', address, part },
    ),
    ...(isDeny(rule) ? memberRanges(rule, lack) : []),
  ];
}

/** A deny for a group of the cluster takes from rows that name addresses what its members have. */
function memberRanges(
  { sides: [{ peer }] }: EffectiveRule,
  { subject: { after }, question }: Omit<Lack, 'change'>,
): readonly Doubt[] {
  if (question.namesGroup || peer.kind !== 'group' || peer.group.kind !== 'group') return [];
  const tokens = after.members.get(peer.group.key)?.surely.tokens ?? [];
  return tokens.map((token) => rangeDoubt(token, after.addresses));
}

/** What of the rule is not known; a peer that is the very range of the need is no doubt. */
function unknownParts(
  { isSure, sides }: EffectiveRule,
  { need }: Question,
  world: World,
): readonly DoubtfulPart[] {
  const has = (test: (side: RuleSide) => boolean): boolean => sides.some(test);
  const parts: readonly (readonly [DoubtfulPart, boolean])[] = [
    ['group', !isSure],
    ['direction', has(({ direction }) => direction === 'unknown')],
    ['family', has(({ family }) => family === 'unknown')],
    ['action', has(({ action }) => action === 'unknown')],
    ['traffic', has(({ traffic }) => traffic.isAtMost === true)],
    ['peer', has(({ peer }) => !isKnownPeer(peer, need.tokens, world))],
  ];
  return parts.filter(([, isUnknown]) => isUnknown).map(([part]) => part);
}

function isKnownPeer(peer: Peer, tokens: readonly PeerToken[], { isUnplaced }: World): boolean {
  switch (peer.kind) {
    case 'any':
      return true;
    case 'range':
      return peer.range.kind === 'known' || tokens.includes(peer.range.token);
    case 'group':
      return peer.group.kind === 'group' && !isUnplaced(peer.group.key);
    case 'one-of':
      return false;
    default:
      return unreachable(peer);
  }
}
