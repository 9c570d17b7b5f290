import { describe, expect, test } from '@jest/globals';

import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { reportJson } from '../../src/format/json/json.js';
import type { ReportJson } from '../../src/format/json/schema.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, type Judgement } from '../support/judge.js';
import {
  addressOf,
  type Change,
  comes,
  goes,
  planBytes,
  replaced,
  stands,
} from '../support/plans/plan-builder.js';
import { runBytes } from '../support/run-bytes.js';
import { configured, newRule, of, printed, said } from '../support/stories.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
/** T1.2: the managed default rule for TCP from the VPC. */
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const broken: readonly Change[] = [...base, goes(rule('tcp', TCP))];
const NOTHING: readonly string[] = [];

interface Written {
  readonly requirement?: string;
  readonly cluster?: string;
  readonly packets?: string;
  readonly expires?: string;
}

/** T1.2 without SSH and NodePorts, which other rows let through. */
function lacking(cidr: string): readonly string[] {
  return ['1-21', '23-29999', '32768-65535'].map((ports) => `${ports} from ${cidr}`);
}

function waivers(...all: readonly Written[]): string {
  const entries = all.map(
    ({ requirement = 'T1.2', cluster, packets = 'tcp from any', expires = '2026-06-30' }) => `
  - requirement: ${requirement}
    ${cluster === undefined ? '' : `cluster: ${cluster}`}
    packets: ${packets}
    reason: Not used
    owner: "@platform"
    expires: ${expires}`,
  );
  return `waivers:${entries.join('')}\n`;
}

function waived(...all: readonly Written[]): Judgement {
  return judge(broken, configured(waivers(...all)));
}

/** The findings of T1.2: what lacks, and whether it is waived. */
function row(report: ReportJson): readonly unknown[] {
  return report.findings
    .filter(({ requirement }) => requirement === 'T1.2')
    .map(({ missing, waived }) => ({
      waived: waived !== null,
      packets: missing.map(({ ports, peers }) => `${ports} from ${peers.join(', ')}`),
    }));
}

describe('hides', () => {
  test('exactly its packets; the rest stays a finding', () => {
    const report = waived({ packets: 'tcp/1-1023 from any' });
    expect(row(report)).toEqual([
      { waived: false, packets: ['1024-29999 from 192.168.0.0/16', '32768-65535 from 192.168.0.0/16'] },
      { waived: true, packets: ['1-21 from 192.168.0.0/16', '23-1023 from 192.168.0.0/16'] },
    ]);
    expect(report.conclusion).toBe('fail');
    expect(said(report, 'waiver')).toEqual(NOTHING);
  });

  test('packets from one range, and leaves those from elsewhere', () => {
    expect(row(waived({ packets: 'tcp from 192.168.0.0/17' }))).toEqual([
      { waived: false, packets: lacking('192.168.128.0/17') },
      { waived: true, packets: lacking('192.168.0.0/17') },
    ]);
  });

  test('everything: the finding is listed and counted nowhere', () => {
    const report = waived({ packets: 'all from any' });
    expect(row(report)).toEqual([{ waived: true, packets: lacking('192.168.0.0/16') }]);
    expect(report.summary.critical).toBe(0);
    expect(report.conclusion).toBe('pass');
    expect(report.findings.find(({ waived }) => waived !== null)?.waived).toEqual({
      reason: 'Not used',
      owner: '@platform',
      expires: '2026-06-30',
    });
    expect(printed(report)).toContain('@platform');
  });

  test('by two waivers together', () => {
    const report = waived({ packets: 'tcp/1-1023 from any' }, { packets: 'tcp/1024-65535 from any' });
    expect(row(report).map((part) => JSON.stringify(part).includes('"waived":true'))).toEqual([true, true]);
    expect(report.conclusion).toBe('pass');
    expect(said(report, 'waiver')).toEqual(NOTHING);
  });

  test('`any` means groups as well, which no CIDR names', () => {
    const icmp = [
      ...base,
      goes(rule('icmp', { group: NODE, protocol: 'icmp', ports: [0, 255], peer: madeGroup('control') })),
    ];
    const report = judge(icmp, configured(waivers({ requirement: 'T1.3', packets: 'icmp from any' })));
    expect(report.conclusion).toBe('pass');
    expect(
      report.findings.filter(({ requirement }) => requirement === 'T1.3').map(({ waived }) => waived?.owner),
    ).toEqual(['@platform']);
  });

  test('packets of every cluster when none is named', () => {
    const far: readonly Change[] = world({ model: 'vpc-router', name: 'far' }).slice(2);
    const both = [...broken, ...far, goes(rule('far', { ...TCP, group: madeGroup('node', true, 'far') }))];
    const all = judge(both, configured(waivers({ packets: 'tcp from any' })));
    expect(row(all)).toHaveLength(2);
    expect(all.conclusion).toBe('pass');
    const one = judge(both, configured(waivers({ packets: 'tcp from any', cluster: 'far' })));
    expect(one.findings.filter(({ waived }) => waived !== null).map(({ cluster }) => cluster)).toEqual([
      'far',
    ]);
    expect(one.conclusion).toBe('fail');
  });

  test('transient findings as well', () => {
    const change = replaced(rule('tcp', TCP), rule('tcp', { ...TCP, description: 'new' }), 'destroy-first', [
      'description',
    ]);
    const open = judge([...base, change]);
    expect(open.findings.filter(({ requirement }) => requirement === 'T1.2')).toHaveLength(1);
    const report = judge([...base, change], configured(waivers({})));
    expect(row(report)).toEqual([{ waived: true, packets: lacking('192.168.0.0/16') }]);
    expect(report.summary.warning).toBe(open.summary.warning - 1);
  });
});

describe('does not hide', () => {
  test('another row, cluster, direction or protocol', () => {
    for (const other of [
      { requirement: 'T1.1', packets: 'all from any' },
      { cluster: 'other' },
      { packets: 'tcp to any' },
      { packets: 'udp from any' },
      { packets: 'tcp from 10.0.0.0/8' },
    ]) {
      const report = waived(other);
      expect(row(report)).toEqual([{ waived: false, packets: lacking('192.168.0.0/16') }]);
      expect(said(report, 'waiver')).toEqual([
        expect.stringMatching(/^warning introduced: .* hides nothing$/),
      ]);
    }
  });

  test('what other checks say', () => {
    const changes = [...base, newRule('open', { ...TCP, cidr: '0.0.0.0/0' })];
    expect(
      of(judge(changes, configured(waivers({}))), 'exposed-port').every(({ waived }) => waived === null),
    ).toBe(true);
  });
});

describe('fires', () => {
  test('a stale waiver hides nothing and is told', () => {
    const report = waived({ expires: '2025-12-31' });
    expect(row(report)).toEqual([{ waived: false, packets: lacking('192.168.0.0/16') }]);
    expect(said(report, 'waiver')).toEqual([
      'warning introduced: the waiver of T1.2 for tcp from any expired on 2025-12-31 and hides nothing any more',
    ]);
    expect(report.conclusion).toBe('fail');
  });

  test('a waiver that hides nothing is told', () => {
    const report = judge(base, configured(waivers({})));
    expect(said(report, 'waiver')).toEqual([
      'warning introduced: the waiver of T1.2 for tcp from any hides nothing',
    ]);
    expect(report.conclusion).toBe('pass');
  });

  test('once for all plans of a run, and not when one of them uses it', () => {
    const judged = (...plans: readonly (readonly Change[])[]): ReportJson => {
      const result = runBytes({
        plans: plans.map((changes, i) => ({
          path: `plan-${i}.json`,
          bytes: planBytes(changes),
          label: undefined,
        })),
        configuration: { ...NO_CONFIGURATION, ...configured(waivers({})) },
        failOn: 'critical',
        today: '2026-01-01',
      });
      if (!result.ok) throw new Error(result.error.error.message);
      return reportJson(result.value);
    };
    expect(said(judged(base, base), 'waiver')).toHaveLength(1);
    expect(said(judged(base, broken), 'waiver')).toEqual(NOTHING);
  });
});

describe('does not fire', () => {
  test('on the last day', () => {
    const report = waived({ expires: '2026-01-01' });
    expect(said(report, 'waiver')).toEqual(NOTHING);
    expect(report.conclusion).toBe('pass');
  });

  test('without waivers', () => {
    expect(said(judge(broken), 'waiver')).toEqual(NOTHING);
  });
});

describe('cannot tell', () => {
  test('packets that may be missing are waived like others, and the waiver is used', () => {
    const later = { ref: 'terraform_data.cidr.output' };
    const changes = [...base, goes(rule('tcp', TCP)), comes(rule('maybe', { ...TCP, cidr: later }))];
    const open = judge(changes).findings.filter(({ requirement }) => requirement === 'T1.2');
    expect(open.map(({ change }) => change)).toContain('undecided');
    const report = judge(changes, configured(waivers({})));
    expect(said(report, 'waiver')).toEqual(NOTHING);
    expect(
      report.findings.filter(({ requirement, waived }) => requirement === 'T1.2' && waived === null),
    ).toEqual([]);
  });

  test('a known CIDR does not hide what may come from an unknown one', () => {
    const fresh = world({ model: 'vpc-router', as: 'new', container: null });
    const pods = { ref: 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr' };
    const report = judge(
      [...fresh, stands(rule('other', { ...TCP, cidr: pods }))],
      configured(waivers({ requirement: 'T1.6', packets: 'all from 172.16.0.0/16' })),
    );
    expect(said(report, 'waiver')).toEqual([expect.stringContaining('hides nothing')]);
  });
});

describe('by check', () => {
  const open = newRule('open', { group: NODE, cidr: '0.0.0.0/0' });
  const accepts = (...named: readonly string[]): Judgement =>
    judge(
      [...base, open],
      configured(`waivers:
  - check: exposed-port
    ${named.join('\n    ')}
    reason: A test cluster
    owner: "@platform"
    expires: 2026-06-30
`),
    );
  const isAccepted = (...named: readonly string[]): boolean =>
    of(accepts(...named), 'exposed-port').every(({ waived }) => waived !== null);

  test('what has no row is accepted by its packets, its group or an address', () => {
    expect(accepts('packets: all from any').conclusion).toBe('pass');
    expect(isAccepted('group: cce_cluster_v3.prod.security_group_node')).toBe(false);
    expect(isAccepted(`address: ${addressOf(rule('open', { group: NODE }))}`)).toBe(true);
    expect(isAccepted('packets: tcp from any')).toBe(false);
    expect(isAccepted('address: opentelekomcloud_vpc_v1.main')).toBe(false);
  });

  test('by several waivers: what the first hides stays hidden by the first', () => {
    const waiver = (named: string, owner: string): string =>
      `{ check: exposed-port, ${named}, reason: r, owner: "${owner}", expires: 2026-06-30 }`;
    const address = addressOf(rule('open', { group: NODE }));
    const both = [waiver('packets: tcp from any', '@first'), waiver(`address: ${address}`, '@second')];
    const report = judge([...base, open], configured(`waivers: [${both.join(', ')}]`));
    expect(of(report, 'exposed-port').map(({ waived }) => waived?.owner)).toEqual(['@first', '@second']);
    expect(said(report, 'waiver')).toEqual(NOTHING);
  });

  test('all that is named must be so', () => {
    expect(isAccepted('packets: all from any', 'cluster: prod')).toBe(true);
    expect(isAccepted('packets: all from any', 'cluster: other')).toBe(false);
    expect(isAccepted('packets: all from any', 'group: other')).toBe(false);
  });

  test('the check alone accepts nothing that has a group, packets or causes', () => {
    expect(isAccepted('cluster: prod')).toBe(false);
    expect(said(accepts('cluster: prod'), 'waiver')).toEqual([
      'warning introduced: the waiver of exposed-port hides nothing',
    ]);
  });

  test('but what has nothing by which it could be named better', () => {
    const contradicted = `clusters: [{ name: prod, vpc-cidrs: [10.0.0.0/8] }]\n`;
    const waiver =
      'waivers: [{ check: configuration, reason: Moved next week, owner: o, expires: 2026-06-30 }]';
    const told = (text: string): readonly boolean[] =>
      of(judge(base, configured(text)), 'configuration').map(({ waived }) => waived !== null);
    expect(told(contradicted)).toEqual([false]);
    expect(told(`${contradicted}${waiver}`)).toEqual([true]);
  });

  test('it hides no row', () => {
    const report = judge(
      broken,
      configured(
        'waivers: [{ check: essential-rule, packets: all from any, reason: r, owner: o, expires: 2026-06-30 }]',
      ),
    );
    expect(report.conclusion).toBe('fail');
  });
});

test('the configuration sets the severity', () => {
  const report = judge(base, configured(`severity: { waiver: critical }\n${waivers({})}`));
  expect(report.conclusion).toBe('fail');
});
