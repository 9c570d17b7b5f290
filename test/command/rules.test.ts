/** `rules`: what it writes, and how it refuses. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { FIXTURES } from '../support/fixture-report.js';
import { said } from '../support/said.js';

const RANGES = [
  '--vpc-cidr',
  '192.168.0.0/16',
  '--container-cidr',
  '172.16.0.0/16',
  '--dns-server',
  '100.125.4.25',
];

function planOf(story: string): string {
  return path.join(FIXTURES, story, 'plan.json');
}

/** What it writes with exit 0, or why it refuses. */
function rules(...argv: readonly string[]): Promise<string> {
  return said(['rules', ...argv]);
}

/** Labels of the rules in HCL. */
function labels(hcl: string): readonly string[] {
  return [...hcl.matchAll(/^resource "\w+rule_v[23]" "(.+)" \{$/gm)].map(([, label = '']) => label);
}

describe('beside a plan', () => {
  const fixture = (...parts: readonly string[]): string => path.join(FIXTURES, ...parts);

  test('facts show the cluster that the plan does not', async () => {
    const asked = ['--role', 'control', '--plan', planOf('facts-state-places-control-group')];
    expect(await rules(...asked)).toMatch(/^refused: neither plan nor configuration shows a CCE cluster/);
    const facts = fixture('facts-state-places-control-group', 'platform.json');
    expect(await rules(...asked, '--facts', facts)).toContain('master nodes of shop');
  });

  test('the files tell what the plan leaves out', async () => {
    const asked = ['--role', 'node', '--only', 'egress', '--plan', planOf('vpc-local-plain')];
    expect(await rules(...asked, '--source', fixture('cloud'))).toMatch(
      /^refused: these rules would not pass/,
    );
    expect(await rules(...asked)).toContain('default-rules: { gone: [T1.9] }');
  });

  test('facts need a plan, and a deadline is in seconds', async () => {
    expect(await rules('--role', 'node', '--facts', 'x.json')).toMatch(/^refused: --facts are told beside/);
    expect(await rules('--role', 'node', '--deadline', 'soon')).toMatch(/^refused: --deadline takes/);
  });
});

describe('a group of one’s own', () => {
  test('is HCL with the group, a rule a row and what it is for', async () => {
    const hcl = await rules('--model', 'overlay_l2', '--role', 'node', ...RANGES);
    expect(hcl).toContain('resource "opentelekomcloud_networking_secgroup_v2" "cce_node" {\n');
    expect(hcl).toContain('delete_default_rules = true\n');
    expect(labels(hcl)).toEqual(['cce_t3_1', 'cce_t3_2', 'cce_t3_3', 'cce_t3_4', 'cce_t3_6', 'cce_t3_7']);
    expect(hcl).toContain('# T3.2: Masters call kubelet');
    expect(hcl).toContain('# T3.5 is left out: ');
    // Nobody says where masters are.
    expect(hcl).toContain('remote_group_id   = var.cce_control_group_id\n');
  });

  test('joins rows that one rule lets through', async () => {
    const hcl = await rules('--model', 'eni', '--role', 'control', ...RANGES, '--api', 'v3');
    expect(labels(hcl)).not.toContain('cce_t6_2');
    expect(hcl).toContain('# T6.2 needs no rule of its own: cce_t6_1 lets it through.\n');
  });

  test('has references where the plan shows where a value comes from', async () => {
    const hcl = await rules('--plan', planOf('vpc-fresh'), '--role', 'node');
    expect(hcl).toContain('= opentelekomcloud_vpc_v1.prod.cidr\n');
    expect(hcl).toContain('= opentelekomcloud_cce_cluster_v3.prod.security_group_control\n');
  });

  test('is JSON for programs', async () => {
    const json: unknown = JSON.parse(
      await rules('--model', 'eni', '--role', 'eni', ...RANGES, '--format', 'json'),
    );
    const group = { address: 'opentelekomcloud_networking_secgroup_v2.cce_eni', id: null };
    expect(json).toMatchObject({
      version: 1,
      role: 'eni',
      steps: [
        {
          adds: [
            { group, remoteGroupId: group.address },
            { group, remoteIpPrefix: '192.168.0.0/16' },
            { group },
          ],
        },
      ],
    });
  });
});

describe('what takes the place of an allow-all egress rule', () => {
  test('is what Table 8 asks for, then the end of that rule and its record', async () => {
    const hcl = await rules('--plan', planOf('vpc-imported'), '--role', 'node', '--only', 'egress');
    expect(labels(hcl)).toHaveLength(16);
    expect(hcl).toMatch(/# Step 2 of 2: then take away what lets everything out/);
    expect(hcl).toContain('#       default-rules: { gone: [T1.9] }\n');
  });

  test('is what a plan lacks that takes it away, and comes before that plan', async () => {
    const hcl = await rules(
      '--plan',
      planOf('vpc-egress-minima-missing'),
      '--role',
      'node',
      '--only',
      'egress',
    );
    expect(labels(hcl)).toEqual(['cce_t8_2_1', 'cce_t8_2_2', 'cce_t8_11', 'cce_t8_12']);
    expect(hcl).toContain('before this plan is applied');
  });

  test('is nothing where nothing lacks', async () => {
    const said = await rules('--plan', planOf('v3-own-group-complete'), '--role', 'node', '--only', 'egress');
    expect(said).toBe(
      '# What worker nodes of prod send is hardened already, and nothing of Table 8 lacks.\n',
    );
  });

  test('without a plan is written for a group that is there', async () => {
    const hcl = await rules('--model', 'vpc-router', '--role', 'node', '--only', 'egress', ...RANGES);
    expect(hcl).toContain('security_group_id = var.cce_node_group_id\n');
    expect(hcl).not.toContain('delete_default_rules');
  });
});

test.each([
  [['--role', 'node'], /neither plan nor configuration|network model of my-cluster is not known/],
  [['--model', 'eni'], /^refused: --role takes node, control, eni/],
  [['--model', 'eni', '--role', 'node'], /ranges that nobody tells; write: --container-cidr CIDR/],
  [['--model', 'overlay_l2', '--role', 'eni', ...RANGES], /only CCE Turbo/],
  [
    ['--model', 'eni', '--role', 'node', '--vpc-cidr', '10.0.0.1/8'],
    /--vpc-cidr 10\.0\.0\.1\/8 has bits set/,
  ],
  [['--plan', planOf('vpc-clusters-for-each'), '--role', 'node'], /which cluster is meant: devel, prod\?/],
  [['--model', 'eni', '--role', 'node', ...RANGES, '--ssh-cidr', '0.0.0.0/0'], /would not pass: .*internet/],
  [['plan.json', '--role', 'node'], /write: --plan PLAN/],
])('%j is refused in a line', async (argv, line) => {
  expect(await rules(...argv)).toMatch(line);
});

const hasTerraform = spawnSync('terraform', ['version']).status === 0;
const whereTerraformIs = hasTerraform ? test : test.skip;

whereTerraformIs('terraform fmt would change nothing (skipped where there is no terraform)', async () => {
  const written = [
    await rules('--model', 'vpc-router', '--role', 'node', ...RANGES, '--ssh-cidr', '198.51.100.0/24'),
    await rules('--model', 'eni', '--role', 'control', ...RANGES, '--api', 'v3'),
    await rules('--plan', planOf('tunnel-two-pools-not-crosswise'), '--role', 'node', '--only', 'egress'),
  ];
  for (const input of written) {
    expect(spawnSync('terraform', ['fmt', '-check', '-'], { input }).status).toBe(0);
  }
});
