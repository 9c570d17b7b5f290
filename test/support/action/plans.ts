import { world } from '../plans/cce-world.js';
import { madeGroup } from '../plans/cce-world.js';
import { type Change, planBytes } from '../plans/plan-builder.js';
import { newRule } from '../stories.js';

/** A plan, as the text of its file, of a world with one VPC network cluster and these changes. */
export function planOf(changes: readonly Change[]): string {
  return new TextDecoder().decode(planBytes([...world({ model: 'vpc-router' }), ...changes]));
}

/** New rules whose protocol the provider does not know: each one finding, each with a cause of its own. */
export function manyFindings(count: number): readonly Change[] {
  return Array.from({ length: count }, (_, index) =>
    newRule(`r${index}`, {
      group: madeGroup('node'),
      protocol: 'TCP',
      cidr: `10.${index >> 8}.${index & 255}.0/24`,
    }),
  );
}

/** The HCL of one of them. */
export function ruleText(name: string): readonly string[] {
  return [
    `resource "opentelekomcloud_networking_secgroup_rule_v2" "${name}" {`,
    '  security_group_id = opentelekomcloud_cce_cluster_v3.prod.security_group_node',
    '  direction         = "ingress"',
    '  ethertype         = "IPv4"',
    '  protocol          = "TCP"',
    '}',
  ];
}

/** The diff of a file that is new. */
export function addedPatch(lines: readonly string[]): string {
  return [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
}

/** The diff of a file that goes away. */
export function deletedPatch(lines: readonly string[]): string {
  return [`@@ -1,${lines.length} +0,0 @@`, ...lines.map((line) => `-${line}`)].join('\n');
}
