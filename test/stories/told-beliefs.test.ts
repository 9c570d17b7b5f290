/** What is told of default rules that nobody has seen: on which of them a report rests, and what to record. */
import { describe, expect, test } from '@jest/globals';

import type { Configuration } from '../../src/config/configuration.js';
import { renderText } from '../../src/format/text/text.js';
import { believedGroups } from '../../src/report/words/belief-words.js';
import { openText } from '../../src/report/words/text.js';
import { fixtureReport } from '../support/fixture-report.js';
import { type Judgement, judge } from '../support/judge.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, replaced, stands } from '../support/plans/plan-builder.js';
import { configured } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const NODE = madeGroup('node');
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const PART: RuleSpec = { ...TCP, ports: [8000, 8099] };
const EGRESS: RuleSpec = { group: NODE, direction: 'egress' };

function judged(changes: readonly Change[], clusters?: Configuration['clusters']): Judgement {
  return judge([...base, ...changes], clusters === undefined ? {} : { clusters });
}

function recorded(entry: string): Configuration {
  return configured(`clusters: [{ name: prod, default-rules: ${entry} }]\n`);
}

function text({ typed }: Judgement): string {
  return renderText(typed, { colors: false });
}

describe('that nothing changes', () => {
  test('rests on the default rule that lets the packets through, and says so', () => {
    const report = judged([comes(rule('part', PART))]);
    expect(report.plans[0]).toMatchObject({ isUnchanged: true, unchangedIf: ['T1.2'] });
    expect(text(report)).toContain(
      '1 rule changes; nothing that is let through changes if T1.2 still stands, which CCE made',
    );
    expect(text(report)).not.toContain('identical');
  });

  test('rests on no more rules than it needs', () => {
    // T1.8 lets SSH in from everywhere; T1.2 only from the VPC.
    const report = judged([comes(rule('ssh', { ...PART, ports: [22, 22], cidr: '0.0.0.0/1' }))]);
    expect(report.plans[0]?.unchangedIf).toEqual(['T1.8']);
  });

  test('is a fact where the plan has the default', () => {
    const report = judged([stands(rule('all', TCP)), comes(rule('part', PART))]);
    expect(report.plans[0]).toMatchObject({ isUnchanged: true, unchangedIf: [] });
    expect(text(report)).toContain('the effective rule sets are identical');
  });

  test('is a fact where the configuration records it', () => {
    const standing = recorded('{ standing: all }');
    const report = judged([comes(rule('part', PART))], standing.clusters);
    expect(report.plans[0]).toMatchObject({ isUnchanged: true, unchangedIf: [] });
  });

  test('rests on the rules of a group of one’s own as well', () => {
    const dns: RuleSpec = { group: groupId('own'), direction: 'egress', protocol: 'udp', ports: [53, 53] };
    const report = judged([stands(group('own', { isBare: false })), comes(rule('dns', dns))]);
    expect(report.plans[0]?.unchangedIf).toEqual([null]);
    expect(text(report)).toContain('if the rules that every new group has still stand');
  });
});

describe('what goes with the plan', () => {
  test('is to be recorded', () => {
    const report = judged([
      goes(rule('egress', EGRESS)),
      ...[comes(rule('all', { ...EGRESS, cidr: '10.0.0.0/8' }))],
    ]);
    expect(report.record).toEqual([{ cluster: 'prod', gone: ['T1.9'], recorded: [] }]);
    expect(text(report)).toContain('default-rules: { gone: [T1.9] }   for prod in cce-plan-guard.yml');
  });

  test('joins what is recorded, and is not asked for once it is', () => {
    const was = recorded('{ gone: [T1.8], standing: [T1.9, T1.1] }');
    expect(text(judged([goes(rule('egress', EGRESS))], was.clusters))).toContain(
      'default-rules: { gone: [T1.8, T1.9], standing: [T1.1] }',
    );
    const now = recorded('{ gone: [T1.9] }');
    const report = judged([goes(rule('egress', EGRESS))], now.clusters);
    expect(report.record).toEqual([{ cluster: 'prod', gone: [], recorded: ['T1.9'] }]);
    expect(text(report)).toContain('T1.9 goes with this plan, and is recorded here');
    expect(text(report)).not.toContain('cce-plan-guard record');
    // The deletion itself is not hidden by it.
    expect(
      report.findings.some(({ change, severity }) => change === 'introduced' && severity === 'critical'),
    ).toBe(true);
  });

  test('is nothing where the rule is only made anew', () => {
    expect(judged([replaced(rule('egress', EGRESS), rule('egress', EGRESS))]).record).toEqual([]);
  });
});

test('each default rule of each group says why it is believed', async () => {
  const report = await fixtureReport('vpc-few-egress-rules-removed');
  const [node] = believedGroups(report);
  expect(node?.text === undefined ? '' : openText(node.text)).toMatch(
    /: doubted: T1\.9, because `…dns_tcp` and `…dns_udp` would be idle beside it$/,
  );
  const said = renderText(report, { colors: false });
  expect(said).toContain('It holds only if T1.9 still stands, which CCE made and nobody manages.');
  expect(said).toContain('to decide    Say in');
  expect(said).toContain('15 are assumed to stand: T1.1-T1.8 T2.1-T2.7.');
});

describe('the fingerprint of what is let through', () => {
  const of = (...changes: readonly Change[]): string | null => judged(changes).effectiveFingerprint;

  test('is that of the packets, whatever rules let them through', () => {
    const whole = of(stands(rule('whole', { ...PART, cidr: '203.0.113.0/24' })));
    expect(whole).toMatch(/^[0-9a-f]{32}$/);
    const parts = of(
      goes(rule('whole', { ...PART, cidr: '203.0.113.0/24' })),
      comes(rule('a', { ...PART, cidr: '203.0.113.0/25' })),
      comes(rule('b', { ...PART, cidr: '203.0.113.128/25' })),
    );
    expect(parts).toBe(whole);
    expect(of(stands(rule('whole', { ...PART, cidr: '203.0.113.0/25' })))).not.toBe(whole);
  });

  test('is another one when it rests on other default rules', () => {
    // The same packets, by a rule of the plan in place of one that is assumed.
    expect(of(stands(rule('all', TCP)))).not.toBe(of());
  });
});
