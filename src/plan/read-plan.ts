import { parseCidr } from '../net/address.js';
import { memo } from '../collections.js';
import { ok, type Result } from '../result.js';
import type { PlanBytes } from './document/bytes/source.js';
import type { PlanDocument, StateElement } from './document/document.js';
import { GROUP_TYPES, postponedGroups, sensitiveIdsOf } from './references/group-names.js';
import type { InputError } from './document/trouble.js';
import { type Instance, instancesOf, isReplaced } from './instance.js';
import type { Plan, StateParts } from './plan.js';
import { readDocument } from './document/read-document.js';
import type { Context } from './references/refs.js';
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
import { whenDeferred } from './resources/rule-parts.js';
import { idOf, instancesById } from './value.js';
import { instanceIndex, moduleAt, type ReadSource } from './references/walk.js';

/** Builds the parts of a plan that one resource type holds. */
type Reader = (context: Context, instance: Instance) => Part;

/** What a plan holds of each kind of thing. */
type Parts = Omit<Plan, 'header' | 'sensitiveIds' | 'moduleSource' | 'moduleBlocks' | 'needsOf' | 'unread'>;

type Part = Partial<Parts>;

/** The resource types that count, each with its reader. A new type is one file and one line here. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['networking_secgroup_v2', (c, i) => ({ groups: readGroups(c, i) })],
  ['vpc_secgroup_v3', (c, i) => ({ groups: readGroups(c, i) })],
  ['compute_secgroup_v2', (c, i) => ({ groups: readGroups(c, i), rules: readComputeRules(i) })],
  ['networking_secgroup_rule_v2', (c, i) => ({ rules: [readRuleV2(c, i)] })],
  ['vpc_secgroup_rule_v3', (c, i) => ({ rules: [readRuleV3(c, i)] })],
  ['networking_secgroup_rule_ids_v2', (_, i) => ({ ruleIds: readRuleIds(i) })],
  ['vpc_ip_address_group_v3', () => ({})],
  ['cce_cluster_v3', (c, i) => ({ clusters: [readCluster(c, i)] })],
  ['cce_node_pool_v3', (c, i) => ({ nodePools: [readNodePool(c, i)] })],
  ['cce_node_v3', (c, i) => ({ nodes: [readNode(c, i)] })],
  ['cce_node_attach_v3', (c, i) => ({ nodes: [readNode(c, i)] })],
  ['vpc_v1', (c, i) => ({ vpcs: [readVpc(c, i)] })],
  ['vpc_secondary_cidr_v3', (c, i) => ({ secondaryCidrs: [readSecondaryCidr(c, i)] })],
  ['vpc_subnet_v1', (c, i) => ({ subnets: [readSubnet(c, i)] })],
  ['networking_subnet_v2', (c, i) => ({ subnets: [readNetworkingSubnet(c, i)] })],
  ['networking_port_v2', (c, i) => ({ attachments: [readPort(c, i)] })],
  ['networking_port_secgroup_associate_v2', (c, i) => ({ attachments: [readPortAssociate(c, i)] })],
  ['compute_instance_v2', (c, i) => ({ attachments: [readComputeInstance(c, i)] })],
  ['ecs_instance_v1', (c, i) => ({ attachments: [readEcsInstance(c, i)] })],
]);

const readBystander: Reader = (_, instance) => ({ bystanders: bystanderOf(instance) });

const PREFIX = 'opentelekomcloud_';

function readerOf(type: string): Reader | undefined {
  const own = type.startsWith(PREFIX) ? READERS.get(type.slice(PREFIX.length)) : undefined;
  return own ?? (bystanderKind(type) === undefined ? undefined : readBystander);
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
  const document = readDocument(bytes, (type) => readerOf(type) !== undefined || type === REMOTE_STATE_TYPE);
  return document.ok ? ok(opened(document.value)) : document;
}

/** What a state shows: a plan that changes nothing. References in it are values already. */
export function partsOfState(state: readonly StateElement[]): StateParts {
  return opened({ ...EMPTY, priorState: state.filter(({ type }) => readerOf(type) !== undefined) })(
    NO_SOURCE,
  );
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

function partOf(context: Context, instance: Instance): Part {
  const part = readerOf(instance.type)?.(context, instance) ?? {};
  if (part.rules === undefined || !instance.isDeferred) return part;
  return { ...part, rules: part.rules.flatMap(whenDeferred) };
}

/** In the order of the parts. */
function together(parts: readonly Part[]): Parts {
  const of = <T>(one: (part: Part) => readonly T[] | undefined): readonly T[] => {
    const all: T[] = [];
    for (const part of parts) for (const thing of one(part) ?? []) all.push(thing);
    return all;
  };
  return {
    groups: of(({ groups }) => groups),
    rules: of(({ rules }) => rules),
    ruleIds: of(({ ruleIds }) => ruleIds),
    clusters: of(({ clusters }) => clusters),
    nodePools: of(({ nodePools }) => nodePools),
    vpcs: of(({ vpcs }) => vpcs),
    secondaryCidrs: of(({ secondaryCidrs }) => secondaryCidrs),
    subnets: of(({ subnets }) => subnets),
    attachments: of(({ attachments }) => attachments),
    nodes: of(({ nodes }) => nodes),
    bystanders: of(({ bystanders }) => bystanders),
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
    const context = { ...shown, resolver, postponed: postponedGroups(instances, resolver) };
    const parts = instances.map((instance) => partOf(context, instance));
    return {
      header,
      ...blocks,
      sensitiveIds: sensitiveIdsOf(instances, resolver),
      ...together(parts),
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
function shownBy(instances: readonly Instance[]): Omit<Context, 'resolver' | 'postponed'> {
  const byAddress = new Map<string, Instance>();
  const replacedById = new Map<string, Instance>();
  for (const instance of instances) {
    if (!instance.isUnconfigured) byAddress.set(instance.address, instance);
    const old = isReplaced(instance) ? idOf(instance.before) : undefined;
    if (old !== undefined) replacedById.set(old, instance);
  }
  return {
    managedGroups: instancesById(
      instances.filter(({ type, mode }) => GROUP_TYPES.has(type) && mode === 'managed'),
    ),
    byAddress,
    replacedById,
    addressGroups: instancesById(instances.filter(({ type }) => type === ADDRESS_GROUP_TYPE)),
    cidrOf: memo(parseCidr),
  };
}
