import { groupBy, memo } from '../collections.js';
import { ok, type Result } from '../result.js';
import type { PlanBytes } from './document/bytes/source.js';
import type { PlanDocument, StateElement } from './document/document.js';
import { GROUP_TYPES, postponedGroups, sensitiveIdsOf } from './references/group-names.js';
import type { InputError } from './document/trouble.js';
import { type Instance, instancesOf, isReplaced } from './instance.js';
import type { Plan, StateParts } from './plan.js';
import type { Rule } from './rule.js';
import { whenDeferred } from './resources/rule-parts.js';
import { readDocument } from './document/read-document.js';
import { type Context, sharedPeers } from './references/refs.js';
import { outputInstances, REMOTE_STATE_TYPE } from './remote-state.js';
import { blockNeeds } from './references/needs.js';
import { resolverOf } from './references/resolve.js';
import {
  readComputeInstance,
  readEcsInstance,
  readPort,
  readPortAssociate,
} from './resources/attachments.js';
import { bystanderKind, bystanderOf } from './resources/bystanders.js';
import { readCluster } from './resources/cce-cluster-v3.js';
import { readNode, readNodePool } from './resources/cce-nodes.js';
import { readComputeRules } from './resources/compute-secgroup-v2.js';
import { readRuleIds } from './resources/networking-secgroup-rule-ids-v2.js';
import { readRuleV2 } from './resources/networking-secgroup-rule-v2.js';
import { readGroups } from './resources/secgroups.js';
import { ADDRESS_GROUP_TYPE } from './resources/vpc-ip-address-group-v3.js';
import { readRuleV3 } from './resources/vpc-secgroup-rule-v3.js';
import { readNetworkingSubnet, readSecondaryCidr, readSubnet, readVpc } from './resources/vpcs.js';
import { idOf, instancesById } from './value.js';
import { instanceIndex } from './references/instance-index.js';
import { moduleAt, type ReadSource } from './references/walk.js';

/** What a plan holds of each kind of thing. */
type Parts = Omit<Plan, 'header' | 'sensitiveIds' | 'moduleSource' | 'moduleBlocks' | 'needsOf' | 'unread'>;

/** Builds what one resource holds of a kind of thing. */
type Reader<T> = (context: Context, instance: Instance) => readonly T[];

/** By resource types. */
type Readers<T> = ReadonlyMap<string, Reader<T>>;

const PREFIX = 'opentelekomcloud_';

function readers<T>(...byType: readonly (readonly [type: string, read: Reader<T>])[]): Readers<T> {
  return new Map(byType.map(([type, read]) => [`${PREFIX}${type}`, read]));
}

/** A resource that is one of these things. */
function one<T>(type: string, read: (context: Context, instance: Instance) => T): [string, Reader<T>] {
  return [type, (context, instance) => [read(context, instance)]];
}

/** Rules of a resource whose change may be deferred. */
function rules(type: string, read: Reader<Rule>): [string, Reader<Rule>] {
  return [
    type,
    (context, instance) => {
      const all = read(context, instance);
      return instance.isDeferred ? all.flatMap(whenDeferred) : all;
    },
  ];
}

/** The resource types that count, each with its reader. A new type is one file and one line here. */
const READERS: { readonly [K in Exclude<keyof Parts, 'bystanders'>]: Readers<Parts[K][number]> } = {
  groups: readers(
    ['networking_secgroup_v2', readGroups],
    ['vpc_secgroup_v3', readGroups],
    ['compute_secgroup_v2', readGroups],
  ),
  rules: readers(
    rules('networking_secgroup_rule_v2', (context, instance) => [readRuleV2(context, instance)]),
    rules('vpc_secgroup_rule_v3', (context, instance) => [readRuleV3(context, instance)]),
    rules('compute_secgroup_v2', (_, instance) => readComputeRules(instance)),
  ),
  ruleIds: readers(['networking_secgroup_rule_ids_v2', (_, instance) => readRuleIds(instance)]),
  clusters: readers(one('cce_cluster_v3', readCluster)),
  nodePools: readers(one('cce_node_pool_v3', readNodePool)),
  nodes: readers(one('cce_node_v3', readNode), one('cce_node_attach_v3', readNode)),
  vpcs: readers(one('vpc_v1', readVpc)),
  secondaryCidrs: readers(one('vpc_secondary_cidr_v3', readSecondaryCidr)),
  subnets: readers(one('vpc_subnet_v1', readSubnet), one('networking_subnet_v2', readNetworkingSubnet)),
  attachments: readers(
    one('networking_port_v2', readPort),
    one('networking_port_secgroup_associate_v2', readPortAssociate),
    one('compute_instance_v2', readComputeInstance),
    one('ecs_instance_v1', readEcsInstance),
  ),
};

/** Rules name address groups, which are nothing by themselves. */
const TYPES: ReadonlySet<string> = new Set([
  ADDRESS_GROUP_TYPE,
  ...Object.values(READERS).flatMap((byType: Readers<unknown>) => [...byType.keys()]),
]);

function isRead(type: string): boolean {
  return TYPES.has(type) || bystanderKind(type) !== undefined;
}

/**
 * A plan whose document has been read: the plan, as far as it can be told with what is known of expressions in files. Only
 * references are followed again when more is known of them.
 */
export type OpenPlan = (readSource: ReadSource) => Plan;

/** Knows no file: what a plan leaves out of expressions stays unknown. */
export const NO_SOURCE: ReadSource = () => undefined;

/** Reads the bytes of `terraform show -json` (or `tofu show -json`), once. */
export function openPlan(bytes: PlanBytes): Result<OpenPlan, InputError> {
  const document = readDocument(
    bytes,
    memo((type) => isRead(type) || type === REMOTE_STATE_TYPE),
  );
  return document.ok ? ok(opened(document.value)) : document;
}

/** What a state shows: a plan that changes nothing. References in it are values already. */
export function partsOfState(state: readonly StateElement[]): StateParts {
  return opened({ ...EMPTY, priorState: state.filter(({ type }) => isRead(type)) })(NO_SOURCE);
}

/** A plan that holds nothing. */
export function emptyPlan(): Plan {
  return opened(EMPTY)(NO_SOURCE);
}

const EMPTY: PlanDocument = {
  header: {
    formatVersion: '',
    terraformVersion: '',
    program: 'terraform',
    complete: undefined,
    timestamp: undefined,
    changeCount: 0,
    namesUnknownGroups: false,
    lacks: [],
  },
  changes: [],
  drift: [],
  deferred: [],
  priorState: [],
  configuration: undefined,
  providerRegions: new Map(),
  variables: new Map(),
};

/** What the instances hold of each kind, in their order. */
function partsHeld(context: Context, instances: readonly Instance[]): Parts {
  const byType = groupBy(instances, ({ type }) => type);
  const of = <T>(ofKind: Readers<T>): readonly T[] => {
    const [type, ...others] = [...ofKind.keys()].filter((name) => byType.has(name));
    if (type === undefined) return [];
    const own = others.length === 0 ? byType.get(type) : instances;
    const all: T[] = [];
    for (const instance of own ?? [])
      for (const thing of ofKind.get(instance.type)?.(context, instance) ?? []) all.push(thing);
    return all;
  };
  const strange = [...byType.keys()].filter((type) => !TYPES.has(type) && bystanderKind(type) !== undefined);
  return {
    clusters: of(READERS.clusters),
    nodePools: of(READERS.nodePools),
    nodes: of(READERS.nodes),
    attachments: of(READERS.attachments),
    groups: of(READERS.groups),
    rules: of(READERS.rules),
    ruleIds: of(READERS.ruleIds),
    vpcs: of(READERS.vpcs),
    secondaryCidrs: of(READERS.secondaryCidrs),
    subnets: of(READERS.subnets),
    bystanders: of(new Map(strange.map((type) => [type, (_, instance) => bystanderOf(instance)]))),
  };
}

function opened(document: PlanDocument): OpenPlan {
  const { header, configuration } = document;
  const own = instancesOf(document);
  const instances = [...own, ...outputInstances(own)];
  const index = instanceIndex(instances);
  const shown = shownBy(instances);
  const blocks = configurationBlocks(configuration);
  return (readSource) => {
    const resolver = resolverOf(document, index, readSource);
    const postponed = postponedGroups(instances, resolver);
    return {
      header,
      ...blocks,
      sensitiveIds: sensitiveIdsOf(instances, resolver),
      ...partsHeld({ ...shown, instanceAt: index.instanceAt, resolver, postponed }, instances),
      unread: resolver.unread(),
    };
  };
}

/** What a plan tells of its configuration. Apart from all else, for a plan outlives the document that it was read from. */
function configurationBlocks(
  configuration: PlanDocument['configuration'],
): Pick<Plan, 'moduleSource' | 'moduleBlocks' | 'needsOf'> {
  return {
    moduleSource: (names) => {
      const called = names.at(-1);
      return called === undefined
        ? undefined
        : moduleAt(configuration, names.slice(0, -1))?.calls.get(called)?.source;
    },
    moduleBlocks: (names) => [...(moduleAt(configuration, names)?.resources.keys() ?? [])],
    needsOf: (address) => blockNeeds(configuration, address),
  };
}

/** What the document shows of instances, whatever references lead to. */
function shownBy(instances: readonly Instance[]): Omit<Context, 'resolver' | 'postponed' | 'instanceAt'> {
  const replacedById = new Map<string, Instance>();
  for (const instance of instances) {
    const old = isReplaced(instance) ? idOf(instance.before) : undefined;
    if (old !== undefined) replacedById.set(old, instance);
  }
  return {
    managedGroups: instancesById(
      instances.filter(({ type, mode }) => GROUP_TYPES.has(type) && mode === 'managed'),
    ),
    replacedById,
    addressGroups: instancesById(instances.filter(({ type }) => type === ADDRESS_GROUP_TYPE)),
    ...sharedPeers(),
  };
}
