/** What a block depends on: what `-target` takes along for its instances. */
import { describe, expect, test } from '@jest/globals';

import { emptyPlan, NO_SOURCE, openPlan } from '../../src/plan/read-plan.js';

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2.a';
const GROUP = 'opentelekomcloud_networking_secgroup_v2.g';
const VPC = 'opentelekomcloud_vpc_v1.v';

const refs = (...references: readonly string[]): object => ({ references });
const block = (address: string, more: object = {}): object => ({
  address,
  mode: 'managed',
  type: address.split('.')[0],
  name: address.split('.')[1],
  expressions: {},
  ...more,
});

/** What the configuration with this root module says of the object at the address. */
function needs(root: object, address: string): { blocks: readonly string[]; isWhole: boolean } {
  const plan = { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [], prior_state: {} };
  const text = JSON.stringify({ ...plan, configuration: { root_module: root } });
  const opened = openPlan(new TextEncoder().encode(text));
  if (!opened.ok) throw new Error(opened.error.message);
  const { blocks, isWhole } = opened.value(NO_SOURCE).needsOf(address);
  return { blocks: [...blocks].sort(), isWhole };
}

describe('the needs of a block', () => {
  const rule = (more: object): object => block(RULE, more);
  const group = block(GROUP, { expressions: { name: refs(`${VPC}.cidr`, VPC) } });

  test('are what its arguments name, and what that needs', () => {
    const resources = [
      rule({ expressions: { security_group_id: refs(`${GROUP}.id`, GROUP) } }),
      group,
      block(VPC),
    ];
    expect(needs({ resources }, `${RULE}["x"]`)).toEqual({ blocks: [RULE, GROUP, VPC], isWhole: true });
  });

  test.each([
    ['count', { count_expression: refs(`${VPC}.id`, VPC) }],
    ['for_each', { for_each_expression: refs(`${VPC}.id`, VPC) }],
    ['depends_on', { depends_on: [VPC] }],
  ])('are what %s names', (_, more) => {
    expect(needs({ resources: [rule(more), block(VPC)] }, RULE)).toEqual({
      blocks: [RULE, VPC],
      isWhole: true,
    });
  });

  test('lead through variables and outputs of modules, and what their calls wait for', () => {
    const inner = { resources: [rule({ expressions: { security_group_id: refs('var.group') } })] };
    const outer = {
      resources: [group],
      outputs: { id: { expression: refs(`${GROUP}.id`, GROUP) } },
    };
    const root = {
      resources: [block(VPC)],
      module_calls: {
        rules: {
          expressions: { group: refs('module.groups.id', 'module.groups') },
          module: inner,
          depends_on: [VPC],
        },
        groups: { module: { ...outer, resources: [block(GROUP)] } },
      },
    };
    expect(needs(root, `module.rules[0].${RULE}`)).toEqual({
      blocks: [`module.groups.${GROUP}`, `module.rules.${RULE}`, VPC],
      isWhole: true,
    });
    // A module as a whole may hold what is not read.
    const whole = { ...root, resources: [block(VPC), rule({ depends_on: ['module.groups'] })] };
    expect(needs(whole, RULE)).toEqual({ blocks: [`module.groups.${GROUP}`, RULE], isWhole: false });
  });

  test('are not whole behind local values and types that are not read', () => {
    expect(needs({ resources: [rule({ for_each_expression: refs('local.rules') })] }, RULE).isWhole).toBe(
      false,
    );
    const other = rule({ expressions: { description: refs('terraform_data.x.output', 'terraform_data.x') } });
    expect(needs({ resources: [other] }, RULE).isWhole).toBe(false);
  });

  test('end where blocks name each other, and for an address that is none', () => {
    const resources = [
      rule({ expressions: { description: refs(`${GROUP}.id`) } }),
      block(GROUP, { expressions: { name: refs(`${RULE}.id`) } }),
    ];
    expect(needs({ resources }, RULE)).toEqual({ blocks: [RULE, GROUP], isWhole: true });
    expect(needs({ resources }, 'x')).toEqual({ blocks: [], isWhole: false });
    expect(emptyPlan().needsOf(RULE).isWhole).toBe(false);
  });
});
