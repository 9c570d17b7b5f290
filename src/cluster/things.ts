import { cidrsOf } from '../net/address.js';
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
import { type GroupRef, knownKeys, type Range, type Rule } from '../plan/rule.js';
import { roleToldBy } from './group-index.js';
import { ID } from './placement.js';

/** One object that a plan tells of, as the other plans of the run see it. */
export interface ToldThing {
  readonly part: Partial<PlanParts>;
  /** Kind and id of what only one plan can manage. */
  readonly object?: string;
  readonly id?: string | undefined;
  readonly isManaged?: boolean;
  /** Ids (and `cluster NAME`) by which it is found. */
  readonly answers: readonly string[];
  /** Those that it leads on to. */
  readonly mentions: readonly string[];
  /** What is known of it, for comparing. */
  readonly facts?: Readonly<Record<string, string | undefined>>;
}

/** Everything that a plan tells, thing by thing. */
export function thingsOf(told: PlanParts): readonly ToldThing[] {
  return [
    ...told.groups.map(groupThing),
    ...told.rules.map(ruleThing),
    ...told.ruleIds.map((list) => ({ part: { ruleIds: [list] }, answers: [list.group], mentions: [] })),
    ...told.clusters.map(clusterThing),
    ...told.nodePools.map(poolThing),
    ...told.vpcs.map(vpcThing),
    ...told.subnets.map(subnetThing),
    ...told.secondaryCidrs.map((one) => ({
      part: { secondaryCidrs: [one] },
      answers: idsOfObjects(one.before?.vpc, one.after?.vpc),
      mentions: [],
    })),
  ];
}

function groupThing(group: SecurityGroup): ToldThing {
  const { key, origin, isData } = group;
  const cluster = origin.kind === 'own' ? undefined : roleToldBy(group)?.cluster;
  const { answers, ...thing } = objectThing('group', ID.test(key) ? key : undefined, !isData);
  return {
    ...thing,
    part: { groups: [group] },
    answers: [...answers, ...(origin.kind === 'cce' ? [origin.clusterId] : [])],
    mentions: [
      ...(origin.kind === 'cce' ? [origin.clusterId] : []),
      ...(cluster === undefined ? [] : [`cluster ${cluster}`]),
    ],
  };
}

function ruleThing(rule: Rule): ToldThing {
  const sides = [rule.before, rule.after, rule.drifted].filter((side) => side !== undefined);
  return {
    // An id is that of one rule, whoever tells of it.
    ...(rule.id !== undefined && { object: `rule ${rule.id}` }),
    isManaged: true,
    part: { rules: [rule] },
    answers: idsOfGroups(...sides.map(({ group }) => group)),
    mentions: idsOfGroups(...sides.map(({ peer }) => (peer.kind === 'group' ? peer.group : undefined))),
  };
}

function clusterThing(one: Both<ClusterSide>): ToldThing {
  const sides = [one.after, one.before].filter((side) => side !== undefined);
  const [side] = sides;
  const groups = idsOfGroups(
    ...sides.flatMap(({ nodeGroup, controlGroup, ownNodeGroup }) => [nodeGroup, controlGroup, ownNodeGroup]),
  );
  const { answers, ...thing } = objectThing(
    'cluster',
    sides.find(({ id }) => id !== undefined)?.id,
    !one.isData,
  );
  const name = side?.name?.text;
  return {
    ...thing,
    part: { clusters: [one] },
    answers: [...answers, ...groups, ...(name === undefined ? [] : [`cluster ${name}`])],
    mentions: [
      ...groups,
      ...idsOfObjects(...sides.flatMap(({ vpc, subnet, eniSubnet }) => [vpc, subnet, eniSubnet])),
    ],
    facts: {
      name,
      model: side?.networkType?.text,
      container: rangeText(side?.containerCidr),
      vpc: idsOfObjects(side?.vpc)[0],
      subnet: idsOfObjects(side?.subnet)[0],
      node: idsOfGroups(side?.nodeGroup)[0],
      control: idsOfGroups(side?.controlGroup)[0],
    },
  };
}

function poolThing(pool: Both<NodePoolSide>): ToldThing {
  const sides = [pool.before, pool.after].filter((side) => side !== undefined);
  const groups = idsOfGroups(...sides.flatMap((side) => side.groups));
  const objects = idsOfObjects(...sides.flatMap(({ cluster, subnet }) => [cluster, subnet]));
  return { part: { nodePools: [pool] }, answers: groups, mentions: [...groups, ...objects] };
}

function vpcThing(one: Both<VpcSide>): ToldThing {
  const side = one.after ?? one.before;
  return {
    ...objectThing('vpc', side?.id ?? one.before?.id, !one.isData),
    part: { vpcs: [one] },
    facts: { cidr: rangeText(side?.cidr) },
  };
}

function subnetThing(one: Both<SubnetSide>): ToldThing {
  const side = one.after ?? one.before;
  const { answers, ...thing } = objectThing('subnet', side?.id ?? one.before?.id, !one.isData);
  return {
    ...thing,
    part: { subnets: [one] },
    answers: side?.subnetId === undefined ? answers : [...answers, side.subnetId],
    mentions: idsOfObjects(side?.vpc),
    facts: { cidr: rangeText(side?.cidr), vpc: idsOfObjects(side?.vpc)[0] },
  };
}

function objectThing(kind: string, id: string | undefined, isManaged: boolean): Omit<ToldThing, 'part'> {
  return {
    ...(id !== undefined && { object: `${kind} ${id}` }),
    id,
    isManaged,
    answers: id === undefined ? [] : [id],
    mentions: [],
  };
}

/** The ids of those groups that have one. */
export function idsOfGroups(...refs: readonly (GroupRef | undefined)[]): readonly string[] {
  return knownKeys(refs.filter((ref) => ref !== undefined)).filter((key) => ID.test(key));
}

function idsOfObjects(...refs: readonly (ObjectRef | undefined)[]): readonly string[] {
  return refs.flatMap((ref) => (ref?.kind === 'id' ? [ref.id] : []));
}

function rangeText(range: Range | undefined): string | undefined {
  return range?.kind === 'known' ? cidrsOf(range.peers).join() : undefined;
}
