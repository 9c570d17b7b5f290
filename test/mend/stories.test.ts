/** What is proposed, and what is not: each story a plan that a test built. */
import { describe, expect, test } from '@jest/globals';

import { UNBOUNDED } from '../../src/budget.js';
import { renderFixesJson } from '../../src/format/json/fix-json.js';
import { renderFixesText } from '../../src/format/text/fix-text.js';
import { mended } from '../../src/mend/mend.js';
import type { Fix } from '../../src/report/fix.js';
import { fixTitle } from '../../src/report/words/fix-words.js';
import { openText } from '../../src/report/words/text.js';
import { hclText } from '../../src/terraform/write-hcl.js';
import { POD_CIDR, madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { fixesFor, judgedPlan, mendedReport } from '../support/mend.js';
import {
  addressOf,
  type Change,
  comes,
  goes,
  replaced,
  type Resource,
  stands,
} from '../support/plans/plan-builder.js';
import { configured, secret } from '../support/stories.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });

const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const NODE_PORTS: RuleSpec = { group: NODE, protocol: 'tcp', ports: [30_000, 32_767] };

/** Node ports of a tunnel cluster, which containers reach no longer. */
function narrowed(): readonly Change[] {
  const old = rule('node_ports', { ...NODE_PORTS, cidr: '0.0.0.0/0' });
  const next = rule('node_ports', { ...NODE_PORTS, cidr: VPC_CIDR });
  return [...world({ model: 'overlay_l2' }), replaced(old, next, 'destroy-first', ['remote_ip_prefix'])];
}

function kindsOf(fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ kind }) => kind);
}

function hclOf(fixes: readonly Fix[]): string {
  return fixes.map(({ blocks }) => hclText(blocks)).join('\n');
}

describe('a rule that goes', () => {
  test('is put back; none that says the same is offered beside it, for the API bears no second one', () => {
    const fixes = fixesFor(mendedReport([...base, goes(rule('tcp', TCP))]), 'T1.2');
    expect(kindsOf(fixes)).toEqual(['put-back', 'waive']);
    expect(fixes[0]).toMatchObject({ adds: [{ protocol: 'tcp', remoteIpPrefix: VPC_CIDR }], removes: [] });
  });

  test('that let everybody in may give way to one for a range that is needed, made before it goes', () => {
    const fixes = fixesFor(mendedReport(narrowed()), 'T3.3');
    expect(kindsOf(fixes)).toEqual(['undo', 'add-rules', 'waive']);
    const [, add] = fixes;
    expect(add?.stages.map(({ targets }) => targets.length)).toEqual([1, 0]);
    expect(add?.adds).toMatchObject([{ portRangeMin: 30_000, remoteIpPrefix: POD_CIDR }]);
    expect(add?.effects).toEqual([{ kind: 'opens-nothing' }]);
  });

  test('and becomes another one is undone, by the attribute that forces it', () => {
    const narrow = rule('tcp', { ...TCP, cidr: '192.168.0.0/20' });
    const change = replaced(rule('tcp', TCP), narrow, 'destroy-first', ['remote_ip_prefix']);
    const [undo] = fixesFor(mendedReport([...base, change]), 'T1.2');
    const address = addressOf(rule('tcp', TCP));
    const [value, instead] = [`"${VPC_CIDR}"`, '"192.168.0.0/20"'];
    expect(undo).toMatchObject({
      kind: 'undo',
      step: {
        attributes: ['remote_ip_prefix'],
        values: [{ address, name: 'remote_ip_prefix', value, instead }],
      },
    });
    expect(undo === undefined ? '' : openText(fixTitle(undo))).toBe(
      `undo the change of \`remote_ip_prefix\` of \`${address}\` (\`192.168.0.0/20\` back to \`${VPC_CIDR}\`)`,
    );
    expect(undo?.adds).toHaveLength(1);
    expect(undo?.removes).toHaveLength(1);
  });

  test('says no values where they are not all of it, or secret', () => {
    const narrow = rule('tcp', { ...TCP, cidr: '192.168.0.0/20' });
    const hidden = (one: Resource): Resource => secret(one, 'remote_ip_prefix');
    const changes = [
      replaced(rule('tcp', TCP), narrow, 'destroy-first', ['remote_ip_prefix', 'description']),
      replaced(hidden(rule('tcp', TCP)), hidden(narrow), 'destroy-first', ['remote_ip_prefix']),
    ];
    for (const change of changes) {
      const [undo] = fixesFor(mendedReport([...base, change]), 'T1.2');
      expect(undo).toMatchObject({ kind: 'undo', step: { values: [] } });
    }
  });

  test('with a secret CIDR gives it away in no fix', () => {
    const hidden = secret(rule('tcp', TCP), 'remote_ip_prefix');
    const report = mendedReport([...base, goes(hidden)]);
    const printed = [
      renderFixesJson(report.findings),
      renderFixesText(report, new Set(report.findings.map(({ fingerprint }) => fingerprint)), {
        colors: false,
      }),
    ];
    expect(fixesFor(report, 'T1.2')[0]?.kind).toBe('put-back');
    for (const text of printed) expect(text).not.toContain(`"${VPC_CIDR}"`);
  });
});

describe('a deny', () => {
  const deny = (priority: number): RuleSpec => ({
    ...{ group: NODE, api: 'v3', protocol: 'tcp', multiPort: '10250', cidr: VPC_CIDR },
    ...{ action: 'deny', priority },
  });

  test('that wins for sure is left out', () => {
    const fixes = fixesFor(mendedReport([...base, comes(rule('no', deny(1)))]), 'T1.2');
    expect(kindsOf(fixes)).toEqual(['deny', 'waive']);
    expect(fixes[0]?.removes).toEqual([{ address: 'opentelekomcloud_vpc_secgroup_rule_v3.no', id: null }]);
  });

  test('with a weaker priority may be outranked by an allow rule for the row', () => {
    const report = mendedReport(
      [...base, comes(rule('no', deny(50)))],
      configured('default-rule-priority: 100'),
    );
    const fixes = fixesFor(report, 'T1.2');
    expect(kindsOf(fixes)).toEqual(['deny', 'add-rules', 'waive']);
    expect(fixes[1]?.adds).toMatchObject([{ action: 'allow', priority: 49 }]);
  });

  test('that may win is decided by the configuration', () => {
    const fixes = fixesFor(mendedReport([...base, comes(rule('no', deny(50)))]), 'T1.2');
    expect(kindsOf(fixes)).toEqual(['deny', 'configuration', 'configuration', 'waive']);
    expect(fixes.flatMap(({ configuration }) => configuration ?? []).slice(0, 2)).toEqual([
      'default-rule-priority: 1',
      'default-rule-priority: 100',
    ]);
  });
});

test('a deny that comes with the plan is left out of it, beside rules for what the row lacks besides', () => {
  const deny = rule('no', {
    ...{ ...NODE_PORTS, ports: undefined, api: 'v3', multiPort: '29000-33000', cidr: POD_CIDR },
    ...{ action: 'deny', priority: 1 },
  });
  const gone = configured('clusters: [{ name: prod, default-rules: { gone: [T3.3] } }]');
  const report = mendedReport([...world({ model: 'overlay_l2' }), comes(deny)], gone);
  const fix = fixesFor(report, 'T3.3').find(({ step }) => step.kind === 'less-deny');
  expect(fix === undefined ? '' : openText(fixTitle(fix))).toMatch(
    /^leave the deny `opentelekomcloud_vpc_secgroup_rule_v3.no` out, and add \d allow rules$/,
  );
});

describe('a deny that stands', () => {
  const deny = (ports: string, cidr = VPC_CIDR): Change =>
    stands(
      rule('no', {
        ...{ group: NODE, api: 'v3', protocol: 'tcp', multiPort: ports, cidr },
        ...{ action: 'deny', priority: 1 },
      }),
    );
  const NO = 'opentelekomcloud_vpc_secgroup_rule_v3.no';
  const kept = (ports: string) => ({ address: NO, name: 'multi_port', value: `"${ports}"` });
  const model = world({ model: 'overlay_l2' });

  test('keeps the ports that no row asks for', () => {
    const fixes = fixesFor(mendedReport([...model, deny('22,2222,30080', POD_CIDR)]), 'T3.3');
    expect(kindsOf(fixes)).toEqual(['deny', 'waive']);
    expect(fixes[0]).toMatchObject({
      step: { kind: 'less-deny', removed: [], left: [], narrowed: [kept('22,2222')], rules: 0 },
      adds: [
        { portRangeMin: 22, action: 'deny' },
        { portRangeMin: 2222, action: 'deny' },
      ],
      removes: [{ address: NO }],
      effects: [{ kind: 'opens-rows', rows: ['T3.3'] }],
    });
  });

  test('goes where it keeps nothing, or nothing that one rule can say', () => {
    for (const ports of ['30080', '29000-33000']) {
      const [first] = fixesFor(mendedReport([...model, deny(ports, POD_CIDR)]), 'T3.3');
      expect(first?.step).toEqual({ kind: 'less-deny', removed: [NO], left: [], narrowed: [], rules: 0 });
    }
  });

  test('comes behind a rule for the row where more would be opened without it', () => {
    const open = stands(rule('all', { group: NODE, cidr: '0.0.0.0/0' }));
    const changes = [...model, open, deny('10250', '0.0.0.0/0')];
    // Where nobody knows the priority of the others, a weaker deny may lose against all of them.
    expect(kindsOf(fixesFor(mendedReport(changes), 'T3.2'))).toEqual(['waive']);
    const report = mendedReport(changes, configured('default-rule-priority: 100'));
    const [first] = fixesFor(report, 'T3.2');
    expect(first?.step).toMatchObject({ narrowed: [{ address: NO, name: 'priority', value: '2' }] });
    expect(first?.adds.map(({ action, priority }) => `${action} ${priority}`).sort()).toEqual([
      'allow 1',
      'allow 1',
      'deny 2',
    ]);
  });

  test('gives way together with a rule for what the row lacks besides', () => {
    const gone = configured('clusters: [{ name: prod, default-rules: { gone: [T3.3] } }]');
    const [first] = fixesFor(mendedReport([...model, deny('22,30080', POD_CIDR)], gone), 'T3.3');
    expect(first).toMatchObject({
      kind: 'deny',
      step: { narrowed: [kept('22')], rules: 2 },
    });
    expect(first?.adds.map(({ portRangeMin, action }) => [portRangeMin, action])).toEqual([
      [22, 'deny'],
      [30_000, 'allow'],
      [30_000, 'allow'],
    ]);
  });
});

describe('pools that keep one another out', () => {
  /** A group of a pool that lets its own nodes in, and what else is said. */
  const own = (name: string, ...more: readonly RuleSpec[]): readonly Change[] => [
    stands(group(name)),
    ...[{ group: groupId(name), peer: groupId(name) }, ...more].map((spec, i) =>
      stands(rule(`${name}_${i}`, spec)),
    ),
    stands(pool(name, { groups: [groupId(name)] })),
  ];
  const pools = (...more: readonly RuleSpec[]): readonly Change[] => [
    ...world({ model: 'overlay_l2' }),
    ...own('a', ...more),
    ...own('b'),
    ...own('c'),
  ];

  function adds(...more: readonly RuleSpec[]): readonly string[] {
    const { findings } = mendedReport(pools(...more));
    const found = findings.find(
      ({ pool: name, reason }) => name?.endsWith('.a') === true && reason.kind === 'not-crosswise',
    );
    const [fix] = found?.fixes?.all() ?? [];
    expect(fix?.effects[0]?.kind).toBe('opens-rows');
    expect(hclOf(fix === undefined ? [] : [fix])).toMatch(
      /^# T3\.6, kubelet: Worker nodes talk to each other on every port\.$/m,
    );
    return (fix?.adds ?? [])
      .filter(({ group: { id } }) => id === groupId('a').value)
      .map(({ protocol, portRangeMin }) => `${protocol ?? ''} ${String(portRangeMin)}`)
      .sort();
  }

  test('get rules for the others, and none for ports that are open', () => {
    const [kubelet, tcp, udp] = ['tcp 10250', 'tcp 30000', 'udp 30000'];
    expect(adds()).toEqual([kubelet, kubelet, tcp, tcp, udp, udp]);
    const open = { ...NODE_PORTS, group: groupId('a'), cidr: '0.0.0.0/0' };
    expect(adds(open)).toEqual([kubelet, kubelet, udp, udp]);
  });
});

describe('new resources', () => {
  test('have names that the plan does not have', () => {
    const taken = rule('cce_t3_3', { ...NODE_PORTS, ports: [6000, 6000] });
    const text = hclOf(fixesFor(mendedReport([...narrowed(), stands(taken)]), 'T3.3'));
    expect(text).toContain('"cce_t3_3_2"');
    expect(text).not.toContain('"cce_t3_3"');
  });
});

describe('what may be tried', () => {
  test('is bounded: beyond that nothing is offered, and it says so', () => {
    const judged = judgedPlan([...base, goes(rule('tcp', TCP))]);
    const none = mended(judged, { proofs: 0, objects: 1e6, budget: UNBOUNDED });
    expect(none.conclusion).toBe('fail');
    expect(none.findings[0]?.fixes?.first()).toBeUndefined();
    expect(none.findings[0]?.fixes?.whyNone()).toEqual({ kind: 'not-tried' });
    const small = mended(judged, { proofs: 10, objects: 1, budget: UNBOUNDED });
    expect(small.findings[0]?.fixes?.whyNone()).toEqual({ kind: 'not-tried' });
  });
});
