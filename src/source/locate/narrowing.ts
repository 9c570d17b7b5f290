import { argumentOf } from '../locals/refer.js';
import type { Attribute, Block } from '../../terraform/expression.js';

/** An argument, and the block that has it. */
export interface Found {
  readonly block: Block;
  readonly attribute: Attribute;
}

/** The arguments that say whom and what a rule lets through, the most telling first. */
const NARROWING = [
  'remote_ip_prefix',
  'remote_group_id',
  'remote_address_group_id',
  'multi_port',
  'port_range_min',
  'port_range_max',
];
const RULE_TYPE = /_secgroup_rule_v\d+$/;

/** The arguments of other resources that say what a rule must let through, or whose rules count. */
const COMPOSING: ReadonlyMap<string, readonly string[]> = new Map([
  ['opentelekomcloud_vpc_v1', ['secondary_cidr']],
  ['opentelekomcloud_cce_node_pool_v3', ['security_group_ids']],
]);

/**
 * The argument that a change is about: one of those that force it, else the one that narrows the rule. Undefined when
 * the block sets none of them, and its header has to do.
 */
export function tellingArgument(
  type: string,
  blocks: readonly Block[],
  forcing: readonly string[],
): Found | undefined {
  const telling = RULE_TYPE.test(type) ? NARROWING : (COMPOSING.get(type) ?? []);
  for (const name of [...forcing, ...telling]) {
    const found = argumentOf(blocks, name);
    if (found !== undefined && (forcing.includes(name) || !isUnset(found.attribute))) return found;
  }
  return undefined;
}

/** Written, but as good as left out. */
function isUnset({ value }: Attribute): boolean {
  return value.kind === 'literal' && (value.value === null || value.value === '');
}
