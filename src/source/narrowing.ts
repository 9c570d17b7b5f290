import { argumentOf } from './refer.js';
import type { Attribute, Block, Expr } from './syntax.js';

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

/**
 * The argument that a change is about: one of those that force it, else the one that narrows the rule. Undefined when
 * the block sets none of them.
 */
export function tellingArgument(
  type: string,
  blocks: readonly Block[],
  forcing: readonly string[],
): Found | undefined {
  for (const name of forcing) {
    const found = argumentOf(blocks, name);
    if (found !== undefined) return found;
  }
  for (const name of RULE_TYPE.test(type) ? NARROWING : []) {
    const found = argumentOf(blocks, name);
    if (found !== undefined && !isWideOpen(found.attribute.value)) return found;
  }
  return undefined;
}

const NARROWS_NOTHING = new Set(['0.0.0.0/0', '::/0', '']);

function isWideOpen(value: Expr): boolean {
  return value.kind === 'literal' && (value.value === null || NARROWS_NOTHING.has(String(value.value)));
}
