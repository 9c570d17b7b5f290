import type { PeerSet } from '../net/peers.js';
import type { Region } from '../net/region.js';
import type { NetworkModel, Role } from '../model/requirement.js';

/** From mild to grave. */
export type Severity = 'notice' | 'warning' | 'critical';

/** What the configuration says of one cluster; each value takes the place of what the plan knows. */
export interface ClusterConfiguration {
  readonly name: string;
  readonly networkModel: NetworkModel | undefined;
  readonly vpcCidrs: PeerSet | undefined;
  readonly containerCidrs: PeerSet | undefined;
  readonly masterCidrs: PeerSet | undefined;
  readonly dnsServers: PeerSet | undefined;
  readonly loadBalancerCidrs: PeerSet | undefined;
  readonly serviceMeshCidrs: PeerSet | undefined;
  /** Ids, addresses or names. */
  readonly securityGroups: Readonly<Record<Role, readonly string[]>>;
}

/** Packets that may be missing from a row. */
export interface Waiver {
  readonly requirement: string;
  /** Undefined: every cluster. */
  readonly cluster: string | undefined;
  readonly packets: Region;
  /** `any`: peers that no CIDR can name (what the plan does not know) are meant as well. */
  readonly isAnyPeer: boolean;
  /** `packets` as written. */
  readonly text: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
}

/** `cce-plan-guard.yml`, read and checked. */
export interface Configuration {
  readonly failOn: Severity | 'never' | undefined;
  /** The priority of rules that CCE or the v2 API made, if the user knows it. */
  readonly defaultRulePriority: 1 | 100 | undefined;
  /** Severity of introduced findings, by check. */
  readonly severity: Readonly<Record<string, Severity>>;
  readonly clusters: readonly ClusterConfiguration[];
  readonly waivers: readonly Waiver[];
}

/** What counts without a configuration file. */
export const NO_CONFIGURATION: Configuration = {
  failOn: undefined,
  defaultRulePriority: undefined,
  severity: {},
  clusters: [],
  waivers: [],
};
