import { distinct, firstOfEach } from '../collections.js';
import type { Addresses } from '../cluster/addresses.js';
import type { World } from '../cluster/world.js';
import type { EffectiveRule } from '../effective/effective.js';
import { coverage } from '../net/bounds.js';
import { intersectSets } from '../net/interval.js';
import type { PeerToken } from '../net/peers.js';
import { boxes, intersect, isEmpty, type Region, subtract } from '../net/region.js';
import type { Requirement } from '../model/requirement.js';
import type { Peer, RuleSide } from '../plan/rule.js';
import { unreachable } from '../result.js';
import { beliefsAbout } from './beliefs.js';
import { type Lack, matched } from './causes.js';
import { needOf, type Question } from '../cluster/question.js';
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
  /** A range that a row needs; `key`: the configuration can tell it. */
  | { readonly kind: 'range'; readonly token: PeerToken; readonly key: AddressKey | undefined }
  /** A part of a rule that is not known. */
  | { readonly kind: 'rule'; readonly address: string; readonly part: 'peer' | 'traffic' | 'group' }
  /** Whether a deny wins, since nobody documents the priority of what it meets, or it is not known. */
  | { readonly kind: 'rank'; readonly address: string }
  /** Whether a rule that CCE made still stands; the row that it is. */
  | { readonly kind: 'default'; readonly row: Requirement['id']; readonly cluster: string };

/** Everything that decides these packets, each once. */
export function doubtsOf(lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const { subject, question, region } = lack;
  const rules = subject.after.rules.filter(({ sides: [{ action }] }) => action !== 'deny');
  const denies = subject.after.rules.filter(({ sides: [{ action }] }) => action === 'deny');
  const without = boundsOf(question, subject, { ...subject.after, rules }, world);
  const { undecided } = coverage(needOf(question), without);
  const byDeny = denies.length === 0 ? undefined : subtract(region, undecided);
  const byValue = byDeny === undefined ? region : intersect(region, undecided);
  const meets =
    (part: Region) =>
    (rule: EffectiveRule): boolean =>
      rule.sides.some((side) => !isEmpty(matched(side, { ...lack, region: part }, world)));
  const found = [
    ...(isEmpty(byValue) ? [] : unknownRanges(byValue, lack)),
    ...rules.filter((rule) => unknownPart(rule, question) !== undefined && meets(byValue)(rule)),
    ...(isEmpty(byValue) ? [] : doubtedDefaults({ ...lack, region: byValue }, world)),
    ...(byDeny === undefined ? [] : denies.filter(meets(byDeny))),
  ].flatMap((one) => ('kind' in one ? [one] : (doubtOfRule(one, question) ?? [])));
  return firstOfEach(found, (doubt) => JSON.stringify(doubt));
}

function doubtedDefaults(lack: Omit<Lack, 'change'>, world: World): readonly Doubt[] {
  const doubted = beliefsAbout(lack, world).filter(({ stands }) => stands === 'possibly');
  return doubted.flatMap(({ requirement }): readonly Doubt[] =>
    requirement === undefined
      ? []
      : [{ kind: 'default', row: requirement.id, cluster: lack.subject.cluster.label }],
  );
}

/** Ranges of the need itself, and ports that may be needed beyond it. */
function unknownRanges(region: Region, { subject, question }: Omit<Lack, 'change'>): readonly Doubt[] {
  const { traffic, beyond } = question;
  const all = boxes(region);
  const isBeyond = all.some(({ ports }) => intersectSets([ports], traffic.ports).length === 0);
  const tokens = distinct(all.flatMap(({ peers }) => peers.tokens));
  return [
    ...tokens.map((token): Doubt => ({
      kind: 'range',
      token,
      key: tellingKey(token, subject.after.addresses),
    })),
    ...(beyond !== undefined && isBeyond
      ? [{ kind: 'range' as const, token: beyond.token, key: undefined }]
      : []),
  ];
}

function tellingKey(token: PeerToken, addresses: Addresses): AddressKey | undefined {
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
  return reaches.find(([, reach]) => reach?.peers.tokens.includes(token) === true)?.[0];
}

function doubtOfRule(rule: EffectiveRule, question: Question): Doubt | undefined {
  const { address } = rule;
  // What has no address is assumed, or is said to be unknown elsewhere.
  if (address === undefined) return undefined;
  const part = unknownPart(rule, question);
  return part === undefined ? { kind: 'rank', address } : { kind: 'rule', address, part };
}

/** What of the rule is not known; a peer that is the very range of the need is no doubt. */
function unknownPart(
  { isSure, sides }: EffectiveRule,
  { need }: Question,
): Extract<Doubt, { kind: 'rule' }>['part'] | undefined {
  if (!isSure) return 'group';
  const isUnknown = ({ traffic, direction, family, action }: RuleSide): boolean =>
    traffic.isAtMost === true || [direction, family, action].includes('unknown');
  if (sides.some(isUnknown)) return 'traffic';
  return sides.every(({ peer }) => isKnownPeer(peer, need.tokens)) ? undefined : 'peer';
}

function isKnownPeer(peer: Peer, tokens: readonly PeerToken[]): boolean {
  switch (peer.kind) {
    case 'any':
      return true;
    case 'range':
      return peer.range.kind === 'known' || tokens.includes(peer.range.token);
    case 'group':
      return peer.group.kind === 'group';
    case 'one-of':
      return false;
    default:
      return unreachable(peer);
  }
}
