import { describe, expect, test } from '@jest/globals';

import { type Block, blocksOf, causeCount } from '../../src/report/blocks.js';
import type { ReportFinding } from '../../src/report/report.js';
import { impactOf } from '../../src/report/words/impact-words.js';
import { openText } from '../../src/report/words/text.js';
import {
  cause,
  causeAt,
  type FindingFields,
  egress,
  finding,
  report,
  row,
  ROW,
  statement,
} from '../support/report/builders.js';
import { alone, hardened, LATER, narrowed, others, undecided } from '../support/report/findings.js';

function blocks(...findings: readonly ReportFinding[]): readonly Block[] {
  return blocksOf(report(findings)).blocks;
}

function ids(block: Block | undefined): readonly string[] {
  return block?.rows.map(({ row }) => row.id) ?? [];
}

describe('what is one block', () => {
  test('rows of one cause, whatever their check', () => {
    const [block, ...more] = blocks(...narrowed);
    expect(more).toEqual([]);
    expect(block?.checks.map(({ id }) => id)).toEqual(['essential-rule', 'required-access']);
    expect(ids(block)).toEqual(['T1.4', 'T1.6']);
  });

  test('transient rows of one cause, apart from what is lost for good', () => {
    expect(blocks(...hardened).map(({ change, rows }) => [change, rows.length])).toEqual([
      ['introduced', 3],
      ['transient', 11],
    ]);
  });

  test.each<[string, FindingFields]>([
    ['plan', { plan: 1 }],
    ['cluster', { cluster: 'other' }],
    ['group', { group: 'other' }],
    ['pool', { pool: 'other' }],
    ['change', { change: 'pre-existing' }],
    ['severity', { severity: 'warning' }],
    ['causes', { causes: [cause('other', ['delete'])] }],
  ])('another %s is another block', (_, fields) => {
    expect(blocks(finding(), finding({ row: 'T8.1', ...fields }))).toHaveLength(2);
  });

  test('causes in another order, or with another line, are the same', () => {
    const [a, b] = [cause('a', ['delete'], 1), cause('b', ['delete'], 2)];
    const turned = [b, cause('a', ['delete'])];
    expect(blocks(finding({ causes: [a, b] }), finding({ causes: turned, row: 'T8.1' }))).toHaveLength(1);
  });

  test('a cause in common connects, be it by way of another finding', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => cause(name, ['delete']));
    const both = finding({ causes: [a, b].filter((one) => one !== undefined), row: 'T8.1' });
    const all = [a, b, c].flatMap((one) => (one === undefined ? [] : [finding({ causes: [one] })]));
    expect(blocks(...all, both).map(({ causes }) => causes.length)).toEqual([2, 1]);
    expect(causeCount(blocks(...all, both))).toBe(2);
  });

  test('instances of one block that change places are one cause of what may be cut', () => {
    const rows = ['T1.1', 'T1.2', 'T1.6'].map((row, i) =>
      finding({
        row,
        change: 'transient',
        severity: 'warning',
        causes: [cause(`cidr[${i}]`, ['delete', 'create'])],
      }),
    );
    const [one, ...others] = blocks(...rows);
    expect(others).toEqual([]);
    expect(one?.causes).toHaveLength(3);
    // What is lost for good is told by the instance that brings it.
    expect(blocks(...rows.map((row) => ({ ...row, change: 'introduced' as const })))).toHaveLength(3);
  });

  test('what is the same for several pools of a group is one block that names them', () => {
    const pools = ['a', 'b'].flatMap((pool) => [finding({ pool }), finding({ pool, row: 'T8.1' })]);
    const [one, ...others] = blocks(...pools);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ pools: ['a', 'b'], rows: [{}, {}] });
    expect(one?.findings).toHaveLength(4);
    // One of them lacks more: then each is told by itself.
    const more = finding({ pool: 'b', row: 'T8.3' });
    expect(blocks(...pools, more).map((block) => block.pools)).toEqual([['a', 'b'], ['b']]);
  });

  test('what was broken before has no cause, and is one block for a subject', () => {
    const before = { change: 'pre-existing', severity: 'warning', causes: [] } as const;
    expect(blocks(finding(before), finding({ ...before, row: 'T1.2' }))).toHaveLength(1);
  });

  test('rows that depend on the same unknown are one block, with the causes of all', () => {
    const [first, second] = blocks(...undecided);
    expect(ids(first)).toEqual(['T1.6', 'T8.4']);
    expect(first?.causes.map(({ address }) => address.split('.').pop())).toEqual([
      'in_pods',
      'in_tcp',
      'out_coredns_udp',
    ]);
    expect(ids(second)).toEqual(['T1.2']);
  });

  test('findings that are no rows do not mix with rows, nor with those of another check', () => {
    const shared = { causes: [cause('one', ['create'])], severity: 'warning' } as const;
    expect(
      blocks(
        finding(shared),
        statement('x', { ...shared, check: 'duplicate-rule' }),
        statement('x', { ...shared, check: 'rule-input' }),
      ),
    ).toHaveLength(3);
  });

  test('rows of which the same is said are one block', () => {
    const notices = blocks(...others).filter(({ severity }) => severity === 'notice');
    expect(ids(notices[0])).toEqual(['T1.4', 'T1.5']);
    expect(notices[0]?.sentences.map(openText)).toEqual([
      'T1.4, T1.5: the port range was open to all and no longer lets 100.125.0.0/16 through, from where shared load balancers come; the plan does not show which load balancers the cluster has.',
    ]);
  });

  test('waived findings are apart', () => {
    const waived = finding({ waived: { reason: 'r', owner: 'o', expires: '2027-01-31' } });
    const all = blocksOf(report([waived, finding()]));
    expect(all.waived).toEqual([waived]);
    expect(all.blocks.flatMap(({ findings }) => findings)).not.toContain(waived);
  });

  test('no finding is lost', () => {
    const all = [...hardened, ...narrowed, ...alone, ...undecided, ...others];
    const told = blocks(...all).flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
    expect([...told].sort()).toEqual(all.map(({ fingerprint }) => fingerprint).sort());
  });
});

describe('order', () => {
  test('the worst first; otherwise as in the report', () => {
    const mixed = blocks(
      finding({ severity: 'notice', group: 'a' }),
      finding({ severity: 'critical', group: 'b' }),
      finding({ severity: 'warning', group: 'c' }),
      finding({ severity: 'critical', group: 'd' }),
    );
    expect(mixed.map(({ group }) => group?.shown)).toEqual(['b', 'd', 'c', 'a']);
  });

  test('rows by number', () => {
    const rows = ['T8.10', 'T8.9', 'T2.1', 'T1.7'].map((row) => finding({ row }));
    expect(ids(blocks(...rows)[0])).toEqual(['T1.7', 'T2.1', 'T8.9', 'T8.10']);
  });
});

describe('words', () => {
  function titleOf(...findings: readonly ReportFinding[]): string | undefined {
    const [block] = blocks(...findings);
    return block && openText(block.title);
  }

  test('one row: the thing and what of it; the impact stands beside the row', () => {
    const [block] = blocks(finding());
    expect(block && openText(block.title)).toBe('Worker nodes lose DNS over UDP');
    expect(block?.rows[0]?.impact && openText(block.rows[0].impact)).toBe('names do not resolve');
  });

  test.each([
    [['T8.2', 'T8.12'], 'Worker nodes lose DNS over UDP and NTP'],
    [['T8.1', 'T8.2'], 'Worker nodes lose DNS'],
    [['T1.2', 'T1.3'], 'Worker nodes lose TCP from the VPC and ICMP from the masters'],
    [['T2.1', 'T2.2'], 'Masters lose kube-apiserver from the VPC and the containers'],
    [['T2.1', 'T2.3'], 'Masters lose kube-apiserver and the network add-on from the VPC'],
    [['T7.1', 'T7.3'], 'Pods lose traffic from other pods and outgoing traffic'],
    [
      ['T8.2', 'T8.6', 'T8.11', 'T8.12'],
      'Worker nodes lose DNS over UDP, the API server, VPC endpoints and NTP',
    ],
    [
      ['T8.2', 'T8.6', 'T8.11', 'T8.12', 'T8.13'],
      'Worker nodes lose DNS over UDP, the API server, VPC endpoints and 2 more',
    ],
  ])('several rows, %j', (rows, title) => {
    expect(titleOf(...rows.map((row) => finding({ row })))).toBe(title);
  });

  test('what is new lacks, and does not lose', () => {
    expect(titleOf(finding({ reason: { ...ROW, need: 'new' } }))).toBe('Worker nodes lack DNS over UDP');
  });

  test.each([
    [{ areFewPeers: true }, egress('udp', '53', '100.125.4.25/32'), 'DNS over UDP to 100.125.4.25'],
    [{ areFewPeers: true }, egress('udp', '53', 'data.x.dns'), 'DNS over UDP'],
    [{ areFewPorts: true }, egress('udp', '50-53', '10.0.0.0/8'), 'UDP 50-53 to 10.0.0.0/8'],
    [
      { areFewPorts: true },
      [1, 3, 5, 7, 9, 11].flatMap((port) => egress('udp', `${port}`, '10.0.0.0/8')),
      'UDP 1, 3, 5, 7 and 2 more to 10.0.0.0/8',
    ],
    [{ areFewPorts: true }, egress('(sensitive)', '', '(sensitive)'), 'DNS over UDP'],
  ] as const)('less than the row: %j', (reason, missing, lost) => {
    expect(titleOf(finding({ reason: { ...ROW, ...reason }, missing }))).toBe(`Worker nodes lose ${lost}`);
  });

  test.each([
    [[], 'It depends on something that the plan does not show.'],
    [
      [{ kind: 'rule', address: 'a.x', part: 'peer' }],
      'It depends on the other end of a.x, which the plan does not tell.',
    ],
    [
      [{ kind: 'rule', address: 'a.x', part: 'traffic' }],
      'It depends on the protocol and ports of a.x, which the plan does not tell.',
    ],
  ] as const)('what is undecided depends on something: %j', (doubts, sentence) => {
    const [block] = blocks(finding({ change: 'undecided', reason: { ...ROW, doubts } }));
    expect(block?.sentences.map(openText)).toEqual([sentence]);
  });

  test('many keys that would decide it are all named', () => {
    const keys = ['vpc-cidrs', 'master-cidrs', 'container-cidrs', 'dns-servers', 'service-cidrs'] as const;
    const doubts = keys.map((key) => ({ kind: 'range', token: key, key }) as const);
    const [block] = blocks(
      finding({ change: 'undecided', remedy: 'tell-value', reason: { ...ROW, doubts } }),
    );
    expect(block && openText(block.remedy)).toContain(keys.map((key) => `\`${key}\``).join(', '));
  });

  test.each([
    [{ kind: 'all' }, undefined, 'anybody on the internet can try every port'],
    [{ kind: 'tcp' }, undefined, 'anybody on the internet can try every TCP port'],
    [{ kind: 'sensitive' }, 'new', 'then anybody on the internet can try the port'],
    [{ kind: 'sensitive' }, 'assumed', 'if so, anybody on the internet can try the port'],
  ] as const)('what the internet can try: %j %s', (opening, byCce, impact) => {
    const reason = { kind: 'opened', opening, family: 'IPv4', byCce } as const;
    expect(openText(impactOf(finding({ row: undefined, reason })))).toBe(impact);
  });

  test.each([
    ['group-not-named', 'Nothing names the new security group'],
    ['sister-cluster', 'A cluster of another provider is not judged'],
  ] as const)('the title of %s', (kind, title) => {
    const reason = { kind, address: 'egress' };
    expect(titleOf(statement('', { reason, causes: [causeAt('egress', ['create'])] }))).toBe(title);
  });

  test('rows that sentences name are looked up as well', () => {
    const reason = {
      kind: 'repeats',
      rule: 'a.x',
      twin: { kind: 'default-rule', row: row('T2.3'), isSure: true },
    } as const;
    const [block] = blocks(statement('', { check: 'duplicate-rule', reason }));
    expect([block?.rows, block?.named.map(({ id }) => id)]).toEqual([[], ['T2.3']]);
  });

  test.each([
    ['transient', 'Worker nodes may lose DNS for a moment'],
    ['undecided', 'Worker nodes may lose DNS'],
    ['pre-existing', 'Worker nodes still lack DNS'],
  ] as const)('%s', (change, title) => {
    expect(titleOf(finding({ change, row: 'T8.1' }), finding({ change, row: 'T8.2' }))).toBe(title);
  });

  test.each([
    [['delete'], 'Nothing orders these changes'],
    [['delete', 'create'], 'The old rule is destroyed before the new one is made'],
  ] as const)('why for a moment: %j', (actions, why) => {
    const [block] = blocks(finding({ ...LATER, causes: [cause('a', actions)] }));
    expect(block?.sentences.map(openText).join()).toContain(why);
  });

  test('a headline that tells all needs no sentence', () => {
    const [short, long] = blocks(...others);
    expect(short && openText(short.title)).toBe('Every port of the worker nodes is opened to the internet');
    expect(short?.sentences).toEqual([]);
    expect(long && openText(long.title)).toBe('Security group nodes is destroyed while it is in use');
    expect(long?.sentences.map(openText)[0]).toMatch(
      /^It is destroyed while .* still needs it\. The deletion hangs/,
    );
  });
});

describe('causes', () => {
  test('are counted once, for all blocks', () => {
    expect(causeCount(blocks(...hardened))).toBe(1);
    expect(causeCount(blocks(finding(), finding({ causes: [cause('b', ['delete'])] })))).toBe(2);
    expect(causeCount(blocks(finding({ causes: [] })))).toBe(0);
    expect(causeCount(blocks(finding(), finding({ plan: 1 })))).toBe(2);
  });
});
