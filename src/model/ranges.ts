/**
 * Address ranges of the cloud's own services, as Table 8 prints them (rows 11 to 14).
 * No page splits them by region. Until June 2025 the page had 100.126.0.0/16 in place of 100.125.0.0/16.
 */
export const SERVICE_RANGES: Readonly<Record<'vpc-endpoint-service' | 'internal-services', string>> = {
  'vpc-endpoint-service': '198.19.128.0/17',
  'internal-services': '100.125.0.0/16',
};

/**
 * What the provider sets on a subnet with none of `dns_list`, `primary_dns` and `secondary_dns`
 * (`opentelekomcloud_vpc_subnet_v1`; fixed in its code, the same pair in every region).
 */
export const DEFAULT_DNS_SERVERS: readonly string[] = ['100.125.4.25', '100.125.129.199'];
