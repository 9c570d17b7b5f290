import { distinct, firstOfEach } from '../collections.js';
import { type PeerName, ROLES } from '../model/requirement.js';
import { cidrsOf } from '../net/address.js';
import {
  ALL_V4,
  hasNoPeers,
  intersectPeers,
  type PeerSet,
  type PeerToken,
  peersWithin,
  samePeers,
  unionOfPeers,
  withoutTokens,
} from '../net/peers.js';
import { type GroupKey, isPeerSensitive, type Peer } from '../plan/rule.js';
import { heldBy, type LearnedCidr, type Reach } from './addresses.js';
import { type BoundCluster, isIdUnknown, type Learned, madeRules } from './bound-cluster.js';
import { type Agreement, isDefaultRule, knownCidr, type RowRule } from './default-rules.js';
import type { PastOf } from './rule-index.js';

/** What each peer of a row tells when a rule of the plan shows it. */
const TOLD_BY: Partial<Record<PeerName, keyof Learned>> = {
  'vpc-cidr': 'vpc',
  'container-cidr': 'container',
  'container-subnet-cidr': 'container',
  'master-node-cidr': 'master',
  'control-group': 'control',
  'eni-group': 'eni',
};

/** The peer of a rule of the past that can only be a default rule, and what this may tell. */
interface Telling {
  readonly peer: Peer;
  readonly names: readonly (keyof Learned)[];
}

/** Whether nothing can be learned of the cluster: the plan shows its groups, and every range that rows name. */
export function isAllKnown({ before, control, eni }: BoundCluster): boolean {
  if (control.isIdUnknown || eni?.isIdUnknown === true) return false;
  if (before === undefined) return true;
  const { vpc, container, master, dns, internalServices } = before;
  return [vpc, container, master, dns, internalServices].every(
    ({ ranges, peers }) => peers.tokens.length === 0 && ranges.every(({ tokens }) => tokens.length === 0),
  );
}

/** Learns from sides of the past that can only be default rules of the cluster. */
export function learnedOf(
  cluster: BoundCluster,
  pastOf: PastOf,
  isUnplaced: Agreement['isUnplaced'],
): Learned {
  const tellings = ROLES.flatMap((role) => {
    const group = cluster[role];
    const keys = group === undefined ? [] : [group.before ?? [], group.also].flat();
    return keys.flatMap((key) =>
      tellingsOf(cluster, madeRules(cluster, role, key), { key, pastOf, isUnplaced }),
    );
  });
  const group = (name: 'control' | 'eni'): GroupKey | undefined =>
    tellings
      .filter(({ names }) => names.includes(name))
      .flatMap(({ peer }) => (peer.kind === 'group' && peer.group.kind === 'group' ? [peer.group.key] : []))
      .at(-1);
  return {
    vpc: cidrsFor('vpc', tellings, cluster),
    container: cidrsFor('container', tellings, cluster),
    master: cidrsFor('master', tellings, cluster),
    control: group('control'),
    eni: group('eni'),
  };
}

function tellingsOf(
  cluster: BoundCluster,
  made: readonly RowRule[],
  {
    key,
    pastOf,
    isUnplaced,
  }: { readonly key: GroupKey; readonly pastOf: PastOf } & Pick<Agreement, 'isUnplaced'>,
): readonly Telling[] {
  const learnable = made.filter((rule) => isLearnable(rule, cluster));
  if (learnable.length === 0) return [];
  const agreement = {
    isUnplaced,
    isIdUnknown: (own: GroupKey) => isIdUnknown(cluster, own),
    mayHave: () => true,
  };
  return pastOf(key)
    .filter(({ group }) => group.kind === 'group' && group.key === key)
    .map((side) => {
      const rows = learnable.filter((rule) => isDefaultRule(side, rule, agreement));
      return {
        peer: side.peer,
        names: distinct(rows.flatMap(({ requirement }) => TOLD_BY[requirement.peer] ?? [])),
      };
    });
}

function isLearnable({ before }: RowRule, cluster: BoundCluster): boolean {
  const peer = before?.peer;
  if (peer?.kind === 'range') return peer.range.kind === 'unknown';
  return peer?.kind === 'group' && peer.group.kind === 'group' && isIdUnknown(cluster, peer.group.key);
}

type RangeName = 'vpc' | 'container' | 'master';

/** CIDRs by rules that tell of nothing else; where there are none, by rules that may also tell of another range. */
function cidrsFor(
  name: RangeName,
  tellings: readonly Telling[],
  cluster: BoundCluster,
): readonly LearnedCidr[] {
  const { before: addresses } = cluster;
  if (addresses === undefined) return [];
  const told = tellings.flatMap(({ peer, names }) => {
    const cidr = knownCidr(peer);
    const isOpen = !isPeerSensitive({ peer });
    return cidr === undefined ? [] : [{ cidr, text: cidrsOf(cidr).join(), names, isOpen }];
  });
  const sure = told.filter(({ names }) => names.length === 1);
  const taken = new Set(sure.map(({ text }) => text));
  const own = sure.filter(({ names }) => names.includes(name));
  // VPC and containers are kept apart: what may be either is the VPC's, unless that is told by itself.
  const isVpcTold = sure.some(({ names }) => names.includes('vpc'));
  const mayTell = (names: readonly (keyof Learned)[]): boolean =>
    names.includes(name) && (name !== 'container' || isVpcTold || !names.includes('vpc'));
  const likely = own.length > 0 ? own : told.filter(({ names, text }) => mayTell(names) && !taken.has(text));
  const open = new Set(told.filter(({ isOpen }) => isOpen).map(({ text }) => text));
  const cidrs = firstOfEach(likely, ({ text }) => text)
    .map(({ cidr, text }) => ({ peers: cidr, isSensitive: !open.has(text) }))
    .filter(({ peers }) => mayBe(name, peers, cluster));
  // A VPC holds the subnets that are shown, be it with several CIDRs.
  const all = unionOfPeers(cidrs.map(({ peers }) => peers));
  return name === 'vpc' && !peersWithin(heldBy(addresses.vpc), all) ? [] : cidrs;
}

/** Whether the range may have this CIDR, by what is known of the others (design, fine points). */
function mayBe(name: RangeName, cidr: PeerSet, { before: addresses, model }: BoundCluster): boolean {
  if (addresses === undefined) return false;
  const { vpc, container, master } = addresses;
  const isIn = ({ peers, within = ALL_V4 }: Reach): boolean =>
    peersWithin(cidr, peers.tokens.length === 0 ? peers : within);
  const isApart = ({ peers }: Reach): boolean => hasNoPeers(intersectPeers(cidr, withoutTokens(peers)));
  switch (name) {
    case 'vpc':
      return isIn(vpc) && !samePeers(cidr, container.peers);
    case 'container':
      return model === 'eni' ? isIn(vpc) : isApart(vpc);
    case 'master':
      return isIn(vpc) && !peersWithin(vpc.peers, cidr) && peersWithin(heldBy(master), cidr);
  }
}

/**
 * Whether the VPC may have this CIDR, which a rule for the masters names: what the rows of the VPC tell is learned
 * already, and a range of which nothing was learned has no CIDR that a rule names.
 */
export function mayBeVpc(cluster: BoundCluster, token: PeerToken, cidr: PeerSet): boolean {
  const vpc = cluster.before?.vpc;
  return (
    vpc?.peers.tokens.includes(token) === true &&
    mayBe('vpc', cidr, cluster) &&
    peersWithin(heldBy(vpc), cidr)
  );
}
