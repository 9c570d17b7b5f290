import type { PeerToken } from '../net/peers.js';
import type {
  Both,
  ClusterSide,
  NodePoolSide,
  ObjectRef,
  PlanParts,
  SecurityGroup,
  SubnetSide,
  VpcSide,
} from '../plan/plan.js';
import type { GroupKey, GroupRef, Peer, Range, Rule, RuleSide } from '../plan/rule.js';
import { unreachable } from '../result.js';
import { ID } from './placement.js';

/**
 * A plan as the others of its run see it: ids mean the same in all of them, and what goes by an address (or is named
 * after one) goes by the name of the plan as well.
 */
export function asOthersSee(plan: PlanParts, planName: string): PlanParts {
  const name = namingOf(planName);
  return {
    groups: plan.groups.map((one): SecurityGroup => ({
      ...one,
      key: keyElsewhere(name, one.key),
      address: name(one.address),
    })),
    rules: plan.rules.map((rule) => ruleOf(name, rule)),
    ruleIds: plan.ruleIds,
    clusters: plan.clusters.map((one) => bothSides(name, one, clusterSide)),
    nodePools: plan.nodePools.map((one) => bothSides(name, one, poolSide)),
    vpcs: plan.vpcs.map((one) => bothSides(name, one, vpcSide)),
    subnets: plan.subnets.map((one) => bothSides(name, one, subnetSide)),
    secondaryCidrs: plan.secondaryCidrs.map((one) =>
      bothSides(name, one, (_, { vpc, cidrs }) => ({
        vpc: objectOf(name, vpc),
        cidrs: cidrs.map((range) => rangeOf(name, range)),
      })),
    ),
  };
}

/** How others see ids that are a secret of a plan: as they are, and as the keys of groups that they may be. */
export function secretsElsewhere(ids: ReadonlySet<string>, planName: string): readonly string[] {
  return [...ids].flatMap((id) => [id, keyElsewhere(namingOf(planName), id)]);
}

/** The name of a plan put before an address. */
type Naming = (text: string) => string;

function namingOf(planName: string): Naming {
  return (text) => `${planName}: ${text}`;
}

function bothSides<T>(name: Naming, one: Both<T>, side: (name: Naming, told: T) => T): Both<T> {
  const of = (told: T | undefined): T | undefined => (told === undefined ? undefined : side(name, told));
  return { ...one, address: name(one.address), before: of(one.before), after: of(one.after) };
}

function keyElsewhere(name: Naming, key: GroupKey): GroupKey {
  return ID.test(key) ? key : name(key);
}

function groupOf(name: Naming, ref: GroupRef): GroupRef {
  return ref.kind === 'group'
    ? { ...ref, key: keyElsewhere(name, ref.key) }
    : { ...ref, oneOf: ref.oneOf.map((key) => keyElsewhere(name, key)) };
}

function objectOf(name: Naming, ref: ObjectRef): ObjectRef {
  return ref.kind === 'address' ? { ...ref, address: name(ref.address) } : ref;
}

function rangeOf(name: Naming, range: Range): Range {
  return range.kind === 'unknown' ? tokenSeen(name, range) : range;
}

function tokenSeen<U extends { readonly token: PeerToken }>(name: Naming, unknown: U): U {
  return { ...unknown, token: name(unknown.token) };
}

function ruleOf(name: Naming, rule: Rule): Rule {
  const side = (told: RuleSide | undefined): RuleSide | undefined =>
    told && { ...told, group: groupOf(name, told.group), peer: peerSeen(name, told.peer) };
  const before = side(rule.before);
  return {
    ...rule,
    address: name(rule.address),
    before,
    after: rule.after === rule.before ? before : side(rule.after),
    drifted: side(rule.drifted),
  };
}

function peerSeen(name: Naming, peer: Peer): Peer {
  switch (peer.kind) {
    case 'any':
      return peer;
    case 'range':
      return { ...peer, range: rangeOf(name, peer.range) };
    case 'group':
      return { ...peer, group: groupOf(name, peer.group) };
    case 'one-of':
      return { ...peer, peers: peer.peers.map((one) => peerSeen(name, one)) };
    default:
      return unreachable(peer);
  }
}

function clusterSide(name: Naming, side: ClusterSide): ClusterSide {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    subnet: objectOf(name, side.subnet),
    eniSubnet: objectOf(name, side.eniSubnet),
    containerCidr: side.containerCidr && rangeOf(name, side.containerCidr),
    eniSubnetCidr: side.eniSubnetCidr && rangeOf(name, side.eniSubnetCidr),
    apiAddress: side.apiAddress && rangeOf(name, side.apiAddress),
    nodePorts: side.nodePorts?.kind === 'unknown' ? tokenSeen(name, side.nodePorts) : side.nodePorts,
    nodeGroup: side.nodeGroup && groupOf(name, side.nodeGroup),
    controlGroup: side.controlGroup && groupOf(name, side.controlGroup),
    ownNodeGroup: side.ownNodeGroup && groupOf(name, side.ownNodeGroup),
  };
}

function poolSide(name: Naming, { cluster, subnet, groups }: NodePoolSide): NodePoolSide {
  return {
    cluster: objectOf(name, cluster),
    subnet: subnet && objectOf(name, subnet),
    groups: groups.map((group) => groupOf(name, group)),
  };
}

function vpcSide(name: Naming, side: VpcSide): VpcSide {
  return {
    ...side,
    cidr: side.cidr && rangeOf(name, side.cidr),
    secondaryCidrs: side.secondaryCidrs.map((range) => rangeOf(name, range)),
  };
}

function subnetSide(name: Naming, side: SubnetSide): SubnetSide {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    cidr: side.cidr && rangeOf(name, side.cidr),
    dnsServers: side.dnsServers.map((range) => rangeOf(name, range)),
  };
}
