import { describe, expect, test } from '@jest/globals';

import { tableOf } from '../../src/model/model.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { blocksOf } from '../../src/report/blocks.js';
import { judge, type Judgement, rowFindings, rows } from '../support/judge.js';
import { fixesFor, mendedReport, remedyText } from '../support/mend.js';
import {
  addressOf,
  type Change,
  comes,
  deposed,
  goes,
  replaced,
  type Resource,
  stands,
} from '../support/plans/plan-builder.js';
import { bare, configured, newRule, nodeRules, of, printed, said, secret } from '../support/stories.js';

const NODE = madeGroup('node');
const OWN = groupId('own');
const OFFICE: RuleSpec = { group: OWN, protocol: 'tcp', ports: [22, 22], cidr: '203.0.113.0/24' };
const has: readonly Change[] = [
  ...world({ model: 'vpc-router' }),
  stands(group('own')),
  stands(pool('own', { groups: [OWN] })),
];
const rules = nodeRules('own');

/** The rule gets another address, and no `moved` block says so. */
function renamed(resource: Resource): readonly Change[] {
  return [goes(resource), comes({ ...resource, name: `${resource.name}_new` })];
}

/** The rules of the group, these ones with other changes. */
function withRules(changes: ReadonlyMap<Resource, readonly Change[]>): readonly Change[] {
  return [...has, ...rules.flatMap((one) => changes.get(one) ?? [stands(one)])];
}

function critical(report: Judgement): boolean {
  return report.findings.some(({ severity }) => severity === 'critical');
}

describe('a rule whose key is renamed', () => {
  test.each(tableOf('node', 'vpc-router').rows.map(({ id }, index) => [id, index] as const))(
    'is as grave as one that is destroyed: the rule of %s',
    (_, index) => {
      const [one] = rules.slice(index, index + 1);
      if (one === undefined) return;
      const report = judge(withRules(new Map([[one, renamed(one)]])));
      const gone = judge(withRules(new Map([[one, [goes(one)]]])));
      expect(of(report, 'duplicate-rule')).toHaveLength(1);
      expect(critical(report)).toBe(critical(gone));
      // No other finding about these packets.
      expect(rowFindings(report)).toEqual([]);
      expect(printed(report)).not.toContain('identical');
    },
  );

  test('all rules at once: what each other rule lets through is lost as well', () => {
    const report = judge(withRules(new Map(rules.map((one) => [one, renamed(one)]))));
    const found = of(report, 'duplicate-rule');
    expect(found).toHaveLength(rules.length);
    expect(found.filter(({ severity }) => severity === 'critical').length).toBeGreaterThan(1);
    expect(rowFindings(report)).toEqual([]);
    expect(report.conclusion).toBe('fail');
  });

  test('has the `moved` block as its remedy, with both addresses', () => {
    const [one] = rules;
    if (one === undefined) return;
    const plan = withRules(new Map([[one, renamed(one)]]));
    const [found] = of(judge(plan), 'duplicate-rule');
    const remedy = remedyText(mendedReport(plan).findings[0]);
    expect(remedy).toContain('`moved` block');
    expect(remedy).toContain(addressOf(one));
    expect(found?.causes.map(({ address }) => address)).toEqual([
      addressOf(one),
      addressOf({ ...one, name: `${one.name}_new` }),
    ]);
  });

  test('that no row needs is a warning', () => {
    const report = judge([...withRules(new Map()), ...renamed(rule('office', OFFICE))]);
    expect(of(report, 'duplicate-rule').map(({ severity }) => severity)).toEqual(['warning']);
    expect(report.conclusion).toBe('pass');
  });

  test('of protocols that nobody uses is a warning', () => {
    const self: RuleSpec = { group: OWN, peer: OWN };
    const used = [
      rule('self_tcp', { ...self, protocol: 'tcp', ports: [1, 65_535] }),
      rule('self_udp', { ...self, protocol: 'udp', ports: [1, 65_535] }),
      rule('self_icmp', { ...self, protocol: 'icmp', ports: [0, 255] }),
    ];
    const all = rules.find(
      ({ cells }) =>
        cells['remote_group_id'] !== null && cells['protocol'] === null && cells['direction'] === 'ingress',
    );
    expect(all).toBeDefined();
    if (all === undefined) return;
    const report = judge([...withRules(new Map([[all, renamed(all)]])), ...used.map(stands)]);
    expect(of(report, 'duplicate-rule').map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('is told once for two pools in its group', () => {
    const changes = new Map(rules.slice(0, 2).map((one) => [one, renamed(one)] as const));
    const report = judge([...withRules(changes), stands(pool('second', { groups: [OWN] }))]);
    expect(of(report, 'duplicate-rule')).toHaveLength(2);
  });

  test('from one API to the other is imported, not moved', () => {
    const spec: RuleSpec = { group: NODE, protocol: 'tcp', cidr: VPC_CIDR };
    const old = rule('old', { ...spec, ports: [4000, 4000] });
    const next = rule('next', { ...spec, api: 'v3', multiPort: '4000', priority: 1 });
    const changes = [...world({ model: 'vpc-router' }), goes(old), comes(next)];
    expect(said(judge(changes), 'duplicate-rule')).toEqual([]);
    const report = mendedReport(changes, configured('default-rule-priority: 1'));
    expect(fixesFor(report, 'duplicate-rule')[0]).toMatchObject({ kind: 'import', adds: [], removes: [] });
    expect(remedyText(report.findings.find(({ check }) => check.id === 'duplicate-rule'))).toMatch(
      /^Import the rule/,
    );
  });

  test('that is a leftover of another address is as grave, and no `moved` block reaches it', () => {
    const [one] = rules;
    if (one === undefined) return;
    const other = rule('other', { ...OFFICE, ports: [4000, 4000] });
    const left = deposed({ ...one, name: 'other' });
    const fresh = comes({ ...one, name: 'fresh' });
    const report = judge([...withRules(new Map([[one, [left, fresh]]])), stands(other)]);
    const [found] = of(report, 'duplicate-rule');
    expect(found?.message).toContain('a leftover of');
    expect(found?.remedy).not.toContain('by a `moved` block');
    expect(found?.remedy).toContain('apply of its own');
  });

  test('that denies is a warning: until the next apply it keeps nothing out', () => {
    const deny = rule('deny', {
      ...OFFICE,
      ports: undefined,
      api: 'v3',
      multiPort: '22',
      action: 'deny',
      priority: 1,
    });
    const plan = [...withRules(new Map()), ...renamed(deny)];
    const report = judge(plan);
    const [found, ...others] = of(report, 'duplicate-rule');
    expect(others).toEqual([]);
    expect(found?.severity).toBe('warning');
    expect(found?.impact).toBe('what it denies is let through until the next apply');
    expect(remedyText(mendedReport(plan).findings[0])).toContain('`moved` block');
    expect(report.conclusion).toBe('pass');
  });

  test('with a sensitive value on one side names no other address', () => {
    const report = judge([
      ...withRules(new Map()),
      goes(rule('open', OFFICE)),
      comes(secret(rule('hidden', OFFICE), 'remote_ip_prefix')),
    ]);
    expect(said(report, 'duplicate-rule').map(bare)).toEqual([
      expect.stringContaining('is made while another rule of the group, which says the same, is destroyed'),
    ]);
  });
});

describe('rules that change places', () => {
  const spec = (port: number): RuleSpec => ({ ...OFFICE, ports: [port, port] });
  /** The first of a list goes, and each other one takes the place before it. */
  const shift: readonly Change[] = [
    replaced(rule('list[0]', spec(1001)), rule('list[0]', spec(1002)), 'destroy-first', ['port_range_min']),
    replaced(rule('list[1]', spec(1002)), rule('list[1]', spec(1003)), 'destroy-first', ['port_range_min']),
    goes(rule('list[2]', spec(1003))),
  ];

  test('are one finding: each may be refused', () => {
    const report = judge([...withRules(new Map()), ...shift]);
    const found = of(report, 'duplicate-rule');
    expect(found.map(({ severity, causes }) => [severity, causes.length])).toEqual([['warning', 2]]);
    expect(found[0]?.message).toContain('may be refused');
  });

  test('as when one comes at the front', () => {
    const front = [
      replaced(rule('list[0]', spec(1002)), rule('list[0]', spec(1001)), 'destroy-first', ['port_range_min']),
      newRule('list[1]', spec(1002)),
    ];
    const report = judge([...withRules(new Map()), ...front]);
    expect(of(report, 'duplicate-rule').map(({ causes }) => causes.length)).toEqual([1]);
    expect(said(report, 'duplicate-rule')[0]).toContain('may be refused');
  });
});

test('a rule that stands outweighs one that goes: the new one only repeats it', () => {
  const twin = rule('twin', OFFICE);
  const report = judge([...withRules(new Map()), stands(twin), ...renamed(rule('office', OFFICE))]);
  expect(said(report, 'duplicate-rule').map(bare)).toEqual([
    'warning introduced: networking_secgroup_rule_v2.office_new repeats networking_secgroup_rule_v2.twin',
  ]);
});

describe('what may be cut for a moment', () => {
  const [, tcp] = rules;

  test('stays as it is when the new rule says the same: it cannot be made first', () => {
    if (tcp === undefined) return;
    const again = { ...tcp, cells: { ...tcp.cells, description: 'other' } };
    for (const how of ['destroy-first', 'create-first'] as const) {
      const plan = withRules(new Map([[tcp, [replaced(tcp, again, how, ['description'])]]]));
      const cut = how === 'destroy-first' ? ['T1.2'] : [];
      const report = mendedReport(plan);
      expect(rows(judge(plan), 'transient').map((id) => id.split(' ').at(-1))).toEqual(cut);
      expect(cut.map((id) => fixesFor(report, id)[0]?.step)).toEqual(
        cut.map(() => ({
          ...{ kind: 'undo', gone: [], changed: [addressOf(tcp)], made: [], isDeny: false },
          attributes: ['description'],
          values: [],
        })),
      );
    }
  });

  test('is told with the rules that change places, as one block', () => {
    const [one, two, three] = rules;
    if (one === undefined || two === undefined || three === undefined) return;
    const at = (index: number, own: Resource): Resource => ({ ...own, name: `list[${index}]` });
    const shift = [
      replaced(at(0, one), at(0, two), 'destroy-first', ['protocol']),
      replaced(at(1, two), at(1, three), 'destroy-first', ['protocol']),
      goes(at(2, three)),
      stands(rule('first', { group: OWN, protocol: 'udp', cidr: VPC_CIDR, ports: [1, 65_535] })),
    ];
    const report = judge(
      withRules(
        new Map([
          [one, shift],
          [two, []],
          [three, []],
        ]),
      ),
    );
    const { blocks } = blocksOf(report.typed);
    const told = blocks.filter(({ findings }) => findings.some(({ causes }) => causes.length > 0));
    expect(told).toHaveLength(1);
    expect(told[0]?.checks.map(({ id }) => id)).toContain('duplicate-rule');
    expect(told[0]?.rows.length).toBeGreaterThan(0);
  });
});
