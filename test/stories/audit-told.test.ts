/** What an audit tells: the configuration, the formats, identity. */
import { describe, expect, it, test } from '@jest/globals';
import * as v from 'valibot';

import { CHECKS } from '../../src/check/checks.js';
import { renderJson } from '../../src/format/json/json.js';
import { reportSchema } from '../../src/format/json/schema.js';
import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import { renderSarif } from '../../src/format/sarif/sarif.js';
import { type Audited, auditOf, textOf } from '../support/facts/audit.js';
import { cloudOf, groupIdOf } from '../support/facts/cloud.js';
import { madeGroup } from '../support/plans/cce-world.js';
import type { RuleSpec } from '../support/plans/group-rules.js';
import { idOf } from '../support/plans/resource.js';
import { configured, of, said } from '../support/stories.js';

const NODE = madeGroup('node');

describe('the configuration counts', () => {
  const open = cloudOf('vpc-router', { without: ['T1.2'] });

  test('a waiver hides a row', () => {
    const report = auditOf(
      [open],
      configured(
        'waivers:\n  - { requirement: T1.2, cluster: prod, packets: tcp from any, reason: known, owner: "@x", expires: 2026-12-31 }\n',
      ),
    );
    expect(report.conclusion).toBe('pass');
    expect(report.findings.find(({ requirement }) => requirement === 'T1.2')?.waived?.reason).toBe('known');
  });

  test('a waiver hides an open port of a group', () => {
    const report = auditOf(
      [cloudOf('vpc-router')],
      configured(
        `waivers:\n  - { check: exposed-port, group: ${groupIdOf('node')}, packets: tcp/22 from any, reason: bastion, owner: "@x", expires: 2026-12-31 }\n`,
      ),
    );
    expect(of(report, 'exposed-port').map(({ severity, waived }) => [severity, waived?.reason])).toEqual([
      ['warning', 'bastion'],
      ['notice', undefined],
    ]);
  });

  test('severities are those of what is introduced', () => {
    const milder = configured('severity: { essential-rule: { introduced: warning, pre-existing: off } }\n');
    const [row] = auditOf([open], milder).findings.filter(({ requirement }) => requirement === 'T1.2');
    expect([row?.severity, row?.change]).toEqual(['warning', 'pre-existing']);
  });

  test('an entry that matches nothing is told', () => {
    const report = auditOf([open], configured('clusters: [{ name: porud }]\n'));
    expect(said(report, 'configuration')).toEqual([
      expect.stringContaining('the facts show no cluster `porud`'),
    ]);
  });
});

describe('formats', () => {
  const more = {
    icmp: { group: NODE, protocol: 'icmp', ports: [0, 255], cidr: '192.168.0.0/16' },
    one: { group: NODE, protocol: 'tcp', ports: [8080, 8080], cidr: '10.0.0.0/8' },
    other: { group: NODE, protocol: 'tcp', ports: [8080, 8080], cidr: '10.0.0.0/8' },
  } as const satisfies Record<string, RuleSpec>;
  const busy = auditOf([cloudOf('eni', { without: ['T5.1', 'T5.7', 'T6.3'], unseen: ['eni'], more })]);
  const upgrade = auditOf([cloudOf('vpc-router', { without: ['T1.3'], more })]);
  const nothing = auditOf([
    { security_groups: [{ id: idOf('own'), name: 'web', security_group_rules: [] }] },
  ]);

  it.each([
    ['text', textOf],
    ['markdown', ({ typed }: Audited) => renderMarkdown(typed)],
    [
      'SARIF results',
      ({ typed }: Audited) =>
        JSON.stringify(
          (JSON.parse(renderSarif(typed, CHECKS)) as { runs: { results: unknown }[] }).runs[0]?.results,
        ),
    ],
  ])('%s speaks of no plan, and says when somebody looked', (name, render) => {
    for (const report of [busy, upgrade, nothing]) {
      const text = render(report).replaceAll('cce-plan-guard', '');
      expect(text).not.toMatch(/\bplan|\bchanges\b|Terraform|apply/i);
      if (!name.startsWith('SARIF') && report !== nothing)
        expect(text).toContain('cloud as seen 2026-11-24 06:00 UTC');
    }
  });

  test('the JSON report is of version 1, with the files for a plan and what was looked at', () => {
    const json: unknown = JSON.parse(renderJson(busy.typed));
    expect(v.parse(reportSchema, json)).toEqual(json);
    expect(busy.plans).toEqual([expect.objectContaining({ path: 'facts.json', changes: 0, ruleChanges: 0 })]);
    expect(busy.cloud).toEqual({ files: ['facts-0.json'], seenAt: '2026-11-24T06:00:00.000Z' });
  });

  test('headlines', () => {
    const head = ({ typed }: Audited): string => renderMarkdown(typed).split('\n')[0] ?? '';
    expect([busy, upgrade, nothing].map(head)).toEqual([
      '### ✖ Broken: the cluster **`prod`**',
      expect.stringMatching(/^### ✔ The audit passes, with \d warnings and \d notices?$/),
      '### ✔ Nothing to judge: no CCE cluster in these facts',
    ]);
  });

  test('a finding has the same fingerprint in the next audit, whatever the order of the lists', () => {
    const turned = Object.fromEntries(
      Object.entries(cloudOf('eni', { without: ['T5.1', 'T5.7', 'T6.3'], unseen: ['eni'], more })).map(
        ([name, list]) => [name, Array.isArray(list) ? [...(list as unknown[])].reverse() : list],
      ),
    );
    const ids = ({ findings }: Audited): readonly string[] =>
      findings.map(({ fingerprint }) => fingerprint).sort();
    expect(ids(auditOf([turned]))).toEqual(ids(busy));
  });
});
