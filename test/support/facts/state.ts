/** States of other root modules. */
import type { NetworkModel } from '../../../src/model/requirement.js';
import { idOf } from '../plans/resource.js';
import { groupIdOf } from './cloud.js';

/** A resource as a state shows it. */
export interface StateResource {
  readonly type: string;
  readonly name: string;
  readonly values: object;
  readonly deposed_key?: string;
  readonly sensitive_values?: object;
}

/** `terraform show -json` of a state. */
export function stateOf(...resources: readonly StateResource[]): unknown {
  return {
    format_version: '1.0',
    terraform_version: '1.11.4',
    values: {
      root_module: {
        resources: resources.map(({ type, name, ...rest }) => ({
          address: `opentelekomcloud_${type}.${name}`,
          mode: 'managed',
          type: `opentelekomcloud_${type}`,
          name,
          ...rest,
        })),
      },
    },
  };
}

/** The cluster `prod`, with its CIDR and its groups. */
export function clusterInState(model: NetworkModel): StateResource {
  return {
    type: 'cce_cluster_v3',
    name: 'prod',
    values: {
      id: idOf('cce_cluster_v3 prod'),
      name: 'prod',
      container_network_type: model,
      container_network_cidr: '172.16.0.0/16',
      security_group_node: groupIdOf('node'),
      security_group_control: groupIdOf('control'),
    },
  };
}
