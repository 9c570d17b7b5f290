/** A cluster in the cloud as our own command writes it down, with all that CCE made, made from the tables. */
import { tableOf } from '../../../src/model/model.js';
import { type NetworkModel, type Requirement, type Role, ROLES } from '../../../src/model/requirement.js';
import { idOf } from '../plans/resource.js';
import { madeGroup, POD_CIDR, POD_SUBNET, SUBNET_CIDR, VPC_CIDR } from '../plans/cce-world.js';
import type { RuleSpec } from '../plans/group-rules.js';
import { rulesOfRow } from '../plans/row-rules.js';
import { type ApiRuleJson, apiRule } from './api-facts.js';

/** The id of a group that CCE made. */
export function groupIdOf(role: Role): string {
  return madeGroup(role).value ?? '';
}

/** How the cloud is another one than CCE made it. */
export interface CloudChanges {
  /** Rows whose rules somebody took away. */
  readonly without?: readonly string[];
  /** Rules that somebody made, by name. */
  readonly more?: Readonly<Record<string, RuleSpec>>;
  /** Groups of the user's own, by id. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
  /** Node pools and the groups that they name. */
  readonly pools?: Readonly<Record<string, readonly string[]>>;
  /** Groups that CCE made and that the file does not show. */
  readonly unseen?: readonly Role[];
}

const ROLES_IN_WORDS: Readonly<Record<Role, string>> = { node: 'node', control: 'master port', eni: 'eni' };

/** What `facts` writes of a cluster `prod` of the model. */
export function cloudOf(model: NetworkModel, changes: CloudChanges = {}): Readonly<Record<string, unknown>> {
  const { without = [], more = {}, groups = [], pools = {}, unseen = [] } = changes;
  const shown = ROLES.filter((role) => !unseen.includes(role) && tables(role, model).length > 0);
  const made = shown.flatMap((role) =>
    tables(role, model)
      .filter(({ id }) => !without.includes(id))
      .flatMap((row) => rulesFor(row, role, model)),
  );
  return {
    fetchedAt: '2026-11-24T06:00:00.000Z',
    project_id: 'e0'.repeat(16),
    region: 'eu-de',
    security_groups: [
      ...shown.map((role) => ({
        id: groupIdOf(role),
        name: `prod-cce-${role}-a1b2c`,
        description: `The security group is created by CCE cluster ${idOf('cce_cluster_v3 prod')} for the ${ROLES_IN_WORDS[role]}`,
      })),
      ...groups.map((group) => ({ ...group, description: 'own' })),
    ],
    security_group_rules: [...made, ...Object.entries(more).map(([name, spec]) => apiRule(name, spec))],
    clusters: [clusterOf(model)],
    node_pools: Object.entries(pools).map(([name, ids]) => ({
      cluster_id: idOf('cce_cluster_v3 prod'),
      metadata: { uid: idOf(`cce_node_pool_v3 ${name}`), name },
      spec: { customSecurityGroups: ids },
    })),
    vpcs: [{ id: idOf('vpc_v1 prod'), name: 'prod', cidr: VPC_CIDR }],
    subnets: [subnet('nodes', SUBNET_CIDR), ...(model === 'eni' ? [subnet('pods', POD_SUBNET)] : [])],
  };
}

function tables(role: Role, model: NetworkModel): readonly Requirement[] {
  return tableOf(role, model)?.rows ?? [];
}

function rulesFor(row: Requirement, role: Role, model: NetworkModel): readonly ApiRuleJson[] {
  return rulesOfRow(row, { owner: madeGroup(role), model }).map((spec, i) =>
    apiRule(`${row.id.replace('.', '_')}_${String(i)}`, spec),
  );
}

function subnet(name: string, cidr: string): unknown {
  return {
    id: idOf(`vpc_subnet_v1 ${name}`),
    neutron_subnet_id: idOf(`neutron ${name}`),
    vpc_id: idOf('vpc_v1 prod'),
    ...{ name, cidr, primary_dns: '100.125.4.25', secondary_dns: '100.125.129.199' },
  };
}

function clusterOf(model: NetworkModel): unknown {
  const isTurbo = model === 'eni';
  return {
    kind: 'Cluster',
    metadata: { uid: idOf('cce_cluster_v3 prod'), name: 'prod' },
    spec: {
      hostNetwork: {
        vpc: idOf('vpc_v1 prod'),
        subnet: idOf('vpc_subnet_v1 nodes'),
        SecurityGroup: groupIdOf('node'),
      },
      containerNetwork: { mode: model, ...(!isTurbo && { cidr: POD_CIDR }) },
      ...(isTurbo && { eniNetwork: { eniSubnetId: idOf('neutron pods'), eniSubnetCIDR: POD_SUBNET } }),
      kubernetesSvcIpRange: '10.247.0.0/16',
    },
    status: { endpoints: [{ url: 'https://192.168.0.10:5443', type: 'Internal' }] },
  };
}
