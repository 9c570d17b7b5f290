import * as v from 'valibot';

import { instantOf } from './instant.js';

/** The objects of the cloud's APIs, as far as we read them. What is null, empty or left out is unset. */
const text = v.nullish(v.string());
const number = v.nullish(v.pipe(v.number(), v.integer()));
const id = v.pipe(v.string(), v.nonEmpty());

const family = v.nullish(v.picklist(['IPv4', 'IPv6', 'ipv4', 'ipv6']));

const rule = v.object({
  id,
  security_group_id: text,
  direction: v.picklist(['ingress', 'egress']),
  ethertype: family,
  ether_type: family,
  protocol: v.nullish(v.union([v.string(), v.number()])),
  port_range_min: number,
  port_range_max: number,
  multiport: text,
  remote_ip_prefix: text,
  remote_group_id: text,
  remote_address_group_id: text,
  action: v.nullish(v.picklist(['allow', 'deny'])),
  priority: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
});

/** A rule of one of the APIs. Within its group it need not name it. */
export type ApiRule = v.InferOutput<typeof rule>;

const rules = v.nullish(v.array(rule));

/** A rule of `/v2.0/security-group-rules` or `/v3/{project}/vpc/security-group-rules`. */
export const ruleInList = v.object({ ...rule.entries, security_group_id: id });

/** A group of `/v2.0/security-groups` or `/v3/{project}/vpc/security-groups`, or of `openstack security group show`. */
export const group = v.object({
  id,
  name: text,
  description: text,
  security_group_rules: rules,
  rules,
});

/** An address group of `/v3/{project}/vpc/address-groups`. */
export const addressGroup = v.object({
  id,
  ip_set: v.nullish(v.array(v.string())),
  ip_extra_set: v.nullish(v.array(v.object({ ip: v.string() }))),
});

/** A VPC of the v1 or v3 API; only the v3 one tells secondary CIDRs. */
export const vpc = v.object({
  id,
  name: text,
  cidr: text,
  extend_cidrs: v.nullish(v.array(v.string())),
});

/** A subnet of the v1 API, or of Neutron. */
export const subnet = v.object({
  id,
  cidr: text,
  vpc_id: text,
  network_id: text,
  neutron_subnet_id: text,
  primary_dns: text,
  secondary_dns: text,
  dnsList: v.nullish(v.array(v.string())),
  dns_nameservers: v.nullish(v.array(v.string())),
});

/** A cluster of `/api/v3/projects/{project}/clusters`. */
export const cluster = v.object({
  metadata: v.object({ uid: id, name: id }),
  spec: v.object({
    hostNetwork: v.nullish(v.object({ vpc: text, subnet: text, SecurityGroup: text })),
    containerNetwork: v.nullish(
      v.object({ mode: text, cidr: text, cidrs: v.nullish(v.array(v.object({ cidr: v.string() }))) }),
    ),
    eniNetwork: v.nullish(
      v.object({
        eniSubnetId: text,
        eniSubnetCIDR: text,
        subnets: v.nullish(v.array(v.object({ subnetID: v.string() }))),
      }),
    ),
    kubernetesSvcIpRange: text,
    serviceNetwork: v.nullish(v.object({ IPv4CIDR: text })),
    ipv6enable: v.nullish(v.boolean()),
  }),
  status: v.nullish(v.object({ endpoints: v.nullish(v.array(v.object({ url: text, type: text }))) })),
});

/** A node pool of a cluster, with the cluster's id beside what the API tells. */
export const nodePool = v.object({
  cluster_id: id,
  metadata: v.object({ uid: id, name: text }),
  spec: v.object({
    customSecurityGroups: v.nullish(v.array(v.string())),
    nodeTemplate: v.nullish(
      v.object({
        nodeNicSpec: v.nullish(v.object({ primaryNic: v.nullish(v.object({ subnetId: text })) })),
      }),
    ),
  }),
});

/** A row of `openstack security group rule list -f json`. */
export const ruleRow = v.object({
  ID: id,
  'IP Protocol': text,
  Ethertype: family,
  'IP Range': text,
  'Port Range': text,
  Direction: v.picklist(['ingress', 'egress']),
  'Remote Security Group': text,
  'Remote Address Group': text,
  'Security Group': id,
});

/** A row of `openstack security group list -f json`. */
export const groupRow = v.object({ ID: id, Name: text, Description: text });

/** What is said of a file as a whole, beside its lists. */
export const head = v.object({
  fetchedAt: v.optional(v.pipe(v.string(), v.transform(instantOf), v.string())),
  region: v.nullish(v.string()),
});
