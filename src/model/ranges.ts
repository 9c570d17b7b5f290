import type { OwnPageRegion, PortRange } from './requirement.js';

/**
 * Address ranges of the cloud's own services, as Table 8 prints them (rows 11 to 14).
 */
export const SERVICE_RANGES: Readonly<Record<'vpc-endpoint-service' | 'internal-services', string>> = {
  'vpc-endpoint-service': '198.19.128.0/17',
  'internal-services': '100.125.0.0/16',
};

/**
 * Regions whose page of their own has another range of internal services (eu-ch2: of 2024-10-18). What else that page
 * lacks, the rows say.
 */
export const INTERNAL_SERVICES_OF: Readonly<Record<OwnPageRegion, string>> = { 'eu-ch2': '100.126.0.0/16' };

/** The internal services as the page had them until June 2025. */
export const FORMER_INTERNAL_SERVICES = '100.126.0.0/16';

/** From where shared load balancers reach nodes; the same text for every region. */
export const SHARED_LOAD_BALANCERS = '100.125.0.0/16';

/** The ports to which a cluster can set `service-node-port-range`, when it is not the usual range. */
export const NODE_PORT_LIMITS: PortRange = { from: 20106, to: 32767 };

/**
 * What the provider sets on a subnet with none of `dns_list`, `primary_dns` and `secondary_dns`
 * (`opentelekomcloud_vpc_subnet_v1`; fixed in its code, the same pair in every region).
 */
export const DEFAULT_DNS_SERVERS: readonly string[] = ['100.125.4.25', '100.125.129.199'];
