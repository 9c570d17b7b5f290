import type { InferOutput } from 'valibot';

import type { clusterSchema } from './cluster-schema.js';
import type { configurationSchema } from './schema.js';
import type { waiverSchema } from './waiver-schema.js';

export type { Severity } from './severity.js';

/** What the configuration says of one cluster; each value takes the place of what the plan knows. */
export type ClusterConfiguration = InferOutput<typeof clusterSchema>;

/** Packets that may be missing from a row, or what a check says that is accepted. */
export type Waiver = InferOutput<ReturnType<typeof waiverSchema>>;

/** `cce-plan-guard.yml`, read and checked. */
export type Configuration = InferOutput<ReturnType<typeof configurationSchema>>;

/** What counts without a configuration file. */
export const NO_CONFIGURATION: Configuration = {
  failOn: undefined,
  defaultRulePriority: undefined,
  severity: {},
  allow: [],
  extends: undefined,
  mayOverride: [],
  clusters: [],
  waivers: [],
};

/** An entry that says nothing but the name of the cluster. */
export function bareCluster(name: string): ClusterConfiguration {
  return {
    name,
    region: undefined,
    networkModel: undefined,
    vpcCidrs: undefined,
    containerCidrs: undefined,
    masterCidrs: undefined,
    dnsServers: undefined,
    loadBalancerCidrs: undefined,
    serviceMeshCidrs: undefined,
    serviceCidrs: undefined,
    securityGroups: { node: [], control: [], eni: [] },
    defaultRules: undefined,
  };
}
