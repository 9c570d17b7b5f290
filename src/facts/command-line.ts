import type * as v from 'valibot';

import type { ApiRule, ruleRow } from './schema.js';

/**
 * A row of `openstack security group rule list` as the API has it. Beside a group the command line prints the range
 * that stands for everybody; ports are `1:65535`, ICMP is `type=8:code=0`, and what is 0 is left out.
 */
export function ruleOfRow(row: v.InferOutput<typeof ruleRow>): ApiRule {
  const [min, max] = portsOfRow(row['Port Range'] ?? '');
  return {
    id: row.ID,
    security_group_id: row['Security Group'],
    direction: row.Direction,
    ethertype: row.Ethertype,
    protocol: row['IP Protocol'],
    port_range_min: min,
    port_range_max: max,
    remote_ip_prefix: row['IP Range'],
    remote_group_id: row['Remote Security Group'],
    remote_address_group_id: row['Remote Address Group'],
  };
}

function portsOfRow(text: string): readonly [number | undefined, number | undefined] {
  const numbers = /^(?:type=)?(\d+)?(?::(?:code=)?(\d+))?$/.exec(text);
  const [, min, max] = numbers ?? [];
  const number = (digits: string | undefined): number | undefined =>
    digits === undefined ? undefined : Number(digits);
  return [number(min), number(max)];
}
