import * as v from 'valibot';

/** A text that the API leaves out or nulls where it has none. */
const text = v.optional(v.nullable(v.string()));
const texts = v.optional(v.nullable(v.array(v.string())));

const id = v.string();

/** Of `GET /v2.0/security-groups`. Its rules come in a list of their own. */
export const GROUP = v.object({ id, name: v.string(), description: text, project_id: text });

/** Of `GET /v2.0/security-group-rules`. */
export const RULE = v.object({
  id,
  security_group_id: v.string(),
  direction: v.picklist(['ingress', 'egress']),
  ethertype: v.string(),
  protocol: v.nullable(v.string()),
  port_range_min: v.nullable(v.number()),
  port_range_max: v.nullable(v.number()),
  remote_group_id: text,
  remote_ip_prefix: text,
});

/** Of `GET /v3/{project}/vpc/security-group-rules`. */
export const V3_RULE = v.object({
  id,
  security_group_id: v.string(),
  direction: v.picklist(['ingress', 'egress']),
  ethertype: v.string(),
  protocol: text,
  multiport: text,
  remote_group_id: text,
  remote_ip_prefix: text,
  remote_address_group_id: text,
  action: v.picklist(['allow', 'deny']),
  priority: v.number(),
});

/** Of `GET /v3/{project}/vpc/address-groups`. */
export const ADDRESS_GROUP = v.object({
  id,
  name: v.string(),
  ip_version: v.number(),
  ip_set: v.array(v.string()),
});

const CIDRS = v.optional(v.nullable(v.array(v.object({ cidr: v.string() }))));

/** Of `GET /api/v3/projects/{project}/clusters`. */
export const CLUSTER = v.object({
  kind: v.optional(v.string()),
  metadata: v.object({ name: v.string(), uid: v.string() }),
  spec: v.object({
    type: text,
    version: text,
    ipv6enable: v.optional(v.nullable(v.boolean())),
    hostNetwork: v.object({ vpc: v.string(), subnet: v.string(), SecurityGroup: text }),
    containerNetwork: v.object({ mode: v.string(), cidr: text, cidrs: CIDRS }),
    eniNetwork: v.optional(
      v.nullable(
        v.object({
          eniSubnetId: text,
          eniSubnetCIDR: text,
          subnets: v.optional(v.nullable(v.array(v.object({ subnetID: v.string() })))),
        }),
      ),
    ),
    kubernetesSvcIpRange: text,
    serviceNetwork: v.optional(v.nullable(v.object({ IPv4CIDR: text }))),
  }),
  status: v.optional(
    v.object({
      phase: text,
      endpoints: v.optional(
        v.nullable(
          v.array(v.object({ url: text, type: text, internal: text, external: text, external_otc: text })),
        ),
      ),
    }),
  ),
});

/** Of `GET /api/v3/projects/{project}/clusters/{cluster}/nodepools`. */
export const NODE_POOL = v.object({
  kind: v.optional(v.string()),
  metadata: v.object({ name: v.string(), uid: v.string() }),
  spec: v.object({
    customSecurityGroups: texts,
    nodeTemplate: v.optional(
      v.object({
        nodeNicSpec: v.optional(v.object({ primaryNic: v.optional(v.object({ subnetId: text })) })),
      }),
    ),
  }),
});

/** Of `GET /v1/{project}/vpcs`. */
export const VPC = v.object({ id, name: v.string(), cidr: v.string() });

/** Of `GET /v3/{project}/vpc/vpcs`: the secondary CIDRs. */
export const V3_VPC = v.object({ id, extend_cidrs: texts });

/** Of `GET /v1/{project}/subnets`. */
export const SUBNET = v.object({
  id,
  name: v.string(),
  cidr: v.string(),
  vpc_id: v.string(),
  neutron_network_id: text,
  neutron_subnet_id: text,
  primary_dns: text,
  secondary_dns: text,
  dnsList: texts,
  cidr_v6: text,
});
