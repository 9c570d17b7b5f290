/** A reference that ends in a local value, which the plan leaves out: the files tell where it leads. */
import { describe, expect, test } from '@jest/globals';

import { reportJson } from '../../src/format/json/json.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { judgeFiles } from '../../src/command/judge-files.js';
import { world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule } from '../support/plans/group-rules.js';
import { comes, planDocument } from '../support/plans/plan-builder.js';
import { bare } from '../support/stories.js';
import { type Files, memoryReader } from '../support/source/memory-reader.js';

const OWN = groupId('own', false);
const OWN_ID = OWN.ref;

/** A new pool with a new group, and a rule that opens the group that `ref` leads to. */
function opening(ref: string) {
  return planDocument([
    ...world({ model: 'vpc-router' }),
    comes(group('own')),
    comes(pool('workers', { groups: [OWN] })),
    comes(rule('open', { group: { ref }, protocol: 'tcp', cidr: '0.0.0.0/0' })),
  ]);
}

/** The blocks of the plan, as the files that it was made of hold them. */
function blocks({ configuration: { root_module: root } }: ReturnType<typeof opening>): string {
  return (root.resources as readonly { mode: string; type: string; name: string }[])
    .map(({ mode, type, name }) => `${mode === 'data' ? 'data' : 'resource'} "${type}" "${name}" {\n}\n`)
    .join('');
}

/** What is said of the rule itself; not the rows that it may, or may not, cover. */
async function told(plan: unknown, files: Files): Promise<readonly string[]> {
  const result = await judgeFiles({
    plans: [
      {
        path: 'plan.json',
        bytes: new TextEncoder().encode(JSON.stringify(plan)),
        label: undefined,
        source: memoryReader(files),
      },
    ],
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-11-23',
  });
  if (!result.ok) throw new Error(result.error.error.message);
  return reportJson(result.value.report)
    .findings.filter(
      ({ causes, requirement }) =>
        requirement === null && causes.some(({ address }) => bare(address).endsWith('rule_v2.open')),
    )
    .map(({ check, severity }) => `${check} ${severity}`);
}

const FOUND = ['exposed-port critical'];
const NOT_FOUND = ['unknown-group notice'];

describe('a group behind a local value', () => {
  test.each([
    ['a value', 'local.own', `own = ${OWN_ID}`],
    ['a part of an object', 'local.groups.own', `groups = { own = ${OWN_ID}, other = "x" }`],
    ['a part of a part', 'local.groups["a.b"][1]', `groups = { "a.b" = ["x", ${OWN_ID}] }`],
    ['an attribute of an object', 'local.own.id', `own = ${OWN_ID.replace(/\.id$/, '')}`],
    [
      'a local of a local',
      'local.groups.own',
      `groups = local.all.prod\n all = { prod = { own = ${OWN_ID} } }`,
    ],
  ])('%s', async (_, ref, body) => {
    const plan = opening(ref);
    expect(await told(plan, { 'main.tf': `${blocks(plan)}locals {\n ${body}\n}\n` })).toEqual(FOUND);
  });

  test.each<[string, Files]>([
    ['is not there', {}],
    ['leads nowhere', { 'main.tf': `locals {\n own = format("%s", var.none)\n}\n` }],
    ['is broken', { 'main.tf': 'locals {\n own = {\n' }],
    ['refers to itself', { 'main.tf': 'locals {\n own = local.own\n}\n' }],
  ])('%s: no guess', async (_, files) => {
    const plan = opening('local.own');
    expect(await told(plan, { 'blocks.tf': blocks(plan), ...files })).toEqual(NOT_FOUND);
  });
});

test('the files of another plan tell nothing, though they have a local of that name', async () => {
  const files = { 'main.tf': `locals {\n own = ${OWN_ID}\n}\n` };
  expect(await told(opening('local.own'), files)).toEqual(NOT_FOUND);
});

test('a local of a module leads to a variable, and that to a local of the caller', async () => {
  const plan = opening('local.own');
  const isRule = (element: unknown): boolean => JSON.stringify(element).includes('rule_v2.open');
  const [inside] = plan.configuration.root_module.resources.filter(isRule);
  const moved = {
    ...plan,
    resource_changes: plan.resource_changes.map((change) =>
      isRule(change)
        ? { ...(change as object), address: `module.m.${RULE}.open`, module_address: 'module.m' }
        : change,
    ),
    configuration: {
      root_module: {
        resources: plan.configuration.root_module.resources.filter((element) => !isRule(element)),
        module_calls: {
          m: {
            source: './m',
            expressions: { sg: { references: ['local.groups.own', 'local.groups'] } },
            module: { resources: [inside], variables: { sg: {} } },
          },
        },
      },
    },
  };
  const outside = blocks(plan).replace(`resource "${RULE}" "open" {\n}\n`, '');
  const inner = `resource "${RULE}" "open" {\n}\n`;
  const files = {
    'main.tf': `${outside}locals {\n groups = { own = ${OWN_ID} }\n}\nmodule "m" {\n source = "./m"\n sg = local.groups.own\n}\n`,
    'm/main.tf': `${inner}variable "sg" {}\nlocals {\n own = var.sg\n}\n`,
  };
  expect(await told(moved, files)).toEqual(FOUND);
  expect(await told(moved, { ...files, 'm/main.tf': inner })).toEqual(NOT_FOUND);
});

const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
