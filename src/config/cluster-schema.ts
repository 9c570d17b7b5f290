import * as v from 'valibot';

import type { PeerSet } from '../net/peers.js';
import { NO_ADDRESS, NO_CIDR, readAddress, readClusterCidr } from './cidr-text.js';
import { NETWORK_MODELS, type Role } from '../model/requirement.js';
import { defaultRulesSchema } from './default-rules-schema.js';
import { keys, list, lineOfText, oneOf, readAs, plainText } from './fields.js';

const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const ADDRESS = `${OCTET}(\\.${OCTET}){3}`;
const PREFIX = '/(3[0-2]|[12]?[0-9])';

const cidr = v.pipe(
  plainText(NO_CIDR),
  v.metadata({ pattern: `^${ADDRESS}${PREFIX}$` }),
  readAs(readClusterCidr),
);
const address = v.pipe(
  plainText(NO_ADDRESS),
  v.metadata({ pattern: `^${ADDRESS}(${PREFIX})?$` }),
  readAs(readAddress),
);

/** CIDRs that touch stay apart: CCE makes a rule for each. */
const APART = v.transform((sets: PeerSet[]): readonly PeerSet[] => sets);

/** Ranges of which there is at least one: an empty list would make every rule for them superfluous. */
function ranges(item: v.GenericSchema<string, PeerSet>, description: string) {
  return v.pipe(
    list(item),
    v.minLength(1, 'is an empty list; remove the key if you do not know'),
    v.description(description),
    APART,
  );
}

/** Ranges of which there may be none. */
function rangesOrNone(description: string) {
  return v.pipe(
    list(address),
    v.description(`${description} An empty list says that there are none.`),
    APART,
  );
}

const groupName = lineOfText('Id of the group, or its name or Terraform address in the plan.');

/** One entry of `clusters`. */
export const clusterSchema = v.pipe(
  keys({
    name: lineOfText('Name of the cluster, as in the plan.'),
    region: v.optional(
      oneOf(
        ['eu-de', 'eu-nl', 'eu-ch2'],
        'Region: `eu-ch2` has other service ranges and fewer rows of Table 8.',
      ),
    ),
    'network-model': v.optional(
      oneOf(
        NETWORK_MODELS,
        'Network model: `vpc-router` (VPC network), `overlay_l2` (tunnel network) or `eni` (CCE Turbo). It chooses the tables.',
      ),
    ),
    'vpc-cidrs': v.optional(ranges(cidr, 'CIDRs of the VPC, the secondary ones included.')),
    'container-cidrs': v.optional(ranges(cidr, 'CIDRs of the containers; for CCE Turbo of the pod subnets.')),
    'master-cidrs': v.optional(ranges(cidr, 'CIDRs that the master nodes have their addresses from.')),
    'dns-servers': v.optional(ranges(address, 'Addresses of the DNS servers that the nodes ask.')),
    'load-balancer-cidrs': v.optional(
      rangesOrNone('Addresses from which load balancers reach NodePorts, beside the VPC.'),
    ),
    'service-mesh-cidrs': v.optional(
      rangesOrNone('Addresses from which a service mesh reaches the API port 5443, beside the VPC.'),
    ),
    'service-cidrs': v.optional(
      ranges(cidr, "CIDRs of the cloud's internal services: time, object storage and reporting."),
    ),
    'security-groups': v.optional(
      v.pipe(
        keys({
          node: v.optional(v.pipe(list(groupName), v.description('Security groups of the worker nodes.'))),
          control: v.optional(v.pipe(list(groupName), v.description('Security groups of the master nodes.'))),
          eni: v.optional(
            v.pipe(list(groupName), v.description('Security groups of the pods of CCE Turbo.')),
          ),
        }),
        v.description('The security groups of the cluster, where the plan does not tell.'),
      ),
    ),
    'default-rules': v.optional(defaultRulesSchema),
  }),
  v.description('One cluster: what the plan does not know of it, or knows wrongly.'),
  v.transform((input) => {
    const { node = [], control = [], eni = [] } = input['security-groups'] ?? {};
    const securityGroups: Readonly<Record<Role, readonly string[]>> = { node, control, eni };
    return {
      name: input.name,
      region: input.region,
      networkModel: input['network-model'],
      vpcCidrs: input['vpc-cidrs'],
      containerCidrs: input['container-cidrs'],
      masterCidrs: input['master-cidrs'],
      dnsServers: input['dns-servers'],
      loadBalancerCidrs: input['load-balancer-cidrs'],
      serviceMeshCidrs: input['service-mesh-cidrs'],
      serviceCidrs: input['service-cidrs'],
      securityGroups,
      defaultRules: input['default-rules'],
    };
  }),
  v.readonly(),
);
