import { type PeerName, ROLES } from '../model/requirement.js';
import { type PeerSet, unionOfPeers } from '../net/peers.js';
import type { GroupKey, Peer } from '../plan/rule.js';
import { type BoundCluster, isIdUnknown, type Learned, madeRules } from './bound-cluster.js';
import { type Agreement, isDefaultRule, knownCidr, type RowRule } from './default-rules.js';
import { pastSides, type RulesOf } from './rule-index.js';

/** What each peer of a row tells when a rule of the plan shows it. */
const TOLD_BY: Partial<Record<PeerName, keyof Learned>> = {
  'vpc-cidr': 'vpc',
  'container-cidr': 'container',
  'container-subnet-cidr': 'container',
  'master-node-cidr': 'master',
  'control-group': 'control',
  'eni-group': 'eni',
};

/** Learns from rules of the past that can only be default rules of the cluster. */
export function learnedOf(
  cluster: BoundCluster,
  rulesOf: RulesOf,
  isUnplaced: Agreement['isUnplaced'],
): Learned {
  const agreement: Agreement = { isUnplaced, isIdUnknown: (key) => isIdUnknown(cluster, key) };
  const told = ROLES.flatMap((role) => {
    const key = cluster[role]?.before;
    if (key === undefined) return [];
    const past = rulesOf(key).flatMap(pastSides);
    return madeRules(cluster, role, key)
      .filter((rule) => isLearnable(rule, cluster))
      .flatMap((rule) =>
        past
          .filter((side) => isDefaultRule(side, rule, agreement))
          .map(({ peer }) => ({ name: TOLD_BY[rule.requirement.peer], peer })),
      );
  });
  const peersFor = (wanted: keyof Learned): readonly Peer[] =>
    told.flatMap(({ name, peer }) => (name === wanted ? [peer] : []));
  const cidr = (name: 'vpc' | 'container' | 'master'): PeerSet | undefined => {
    const cidrs = peersFor(name).flatMap((peer) => knownCidr(peer) ?? []);
    return cidrs.length === 0 ? undefined : unionOfPeers(cidrs);
  };
  const group = (name: 'control' | 'eni'): GroupKey | undefined =>
    peersFor(name)
      .flatMap((peer) => (peer.kind === 'group' && peer.group.kind === 'group' ? [peer.group.key] : []))
      .at(-1);
  return {
    vpc: cidr('vpc'),
    container: cidr('container'),
    master: cidr('master'),
    control: group('control'),
    eni: group('eni'),
  };
}

function isLearnable({ before }: RowRule, cluster: BoundCluster): boolean {
  const peer = before?.peer;
  if (peer?.kind === 'range') return peer.range.kind === 'unknown';
  return peer?.kind === 'group' && peer.group.kind === 'group' && isIdUnknown(cluster, peer.group.key);
}
