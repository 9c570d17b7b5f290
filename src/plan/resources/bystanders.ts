import type { Instance } from '../instance.js';
import type { Bystander } from '../plan.js';

/** Clusters of providers that have the same service under their own name: `huaweicloud_cce_cluster`. */
const SISTER_CLUSTER = /^(?!opentelekomcloud_)[a-z0-9]+_cce_cluster(_v\d+)?$/;

/** Firewalls and network ACLs stand before the security groups and may stop the same packets. */
const PACKET_FILTER = /^opentelekomcloud_(fw_|vpc_network_acl)/;

/** What a resource type is to clusters beside their security groups; undefined for most types. */
export function bystanderKind(type: string): Bystander['kind'] | undefined {
  if (SISTER_CLUSTER.test(type)) return 'sister-cluster';
  return PACKET_FILTER.test(type) ? 'packet-filter' : undefined;
}

/** The instance as a bystander: what the plan does to it, and nothing of what is in it. */
export function bystanderOf({ type, address, actions, mode, before, after }: Instance): readonly Bystander[] {
  const kind = bystanderKind(type);
  const isThere = before !== undefined || after !== undefined;
  return kind === undefined || !isThere ? [] : [{ kind, address, actions, isData: mode === 'data' }];
}
