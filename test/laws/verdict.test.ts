/** Laws of the whole pipe, on the recorded plans. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { renderJson } from '../../src/format/json/json.js';
import type { ReportJson } from '../../src/format/json/schema.js';
import { judgeBytes, type Judgement } from '../support/judge.js';
import { fc } from '../support/laws.js';

type Json = Record<string, unknown>;
interface Change extends Json {
  address: string;
  type: string;
  change: { actions: string[]; before: Json | null; after: Json | null; after_unknown: unknown };
}
interface Plan extends Json {
  resource_changes?: Change[];
  prior_state?: { values?: { root_module?: { resources?: Json[] } } };
  configuration: { root_module: { resources?: Json[] } };
}

const FIXTURES = path.join(import.meta.dirname, '..', '..', 'fixtures');
const stories = readdirSync(FIXTURES).filter((name) => existsSync(path.join(FIXTURES, name, 'expect.json')));

function planOf(story: string): Plan {
  return JSON.parse(readFileSync(path.join(FIXTURES, story, 'plan.json'), 'utf8')) as Plan;
}

function judge(plan: Plan): Judgement {
  return judgeBytes(Buffer.from(JSON.stringify(plan)));
}

/** Rows with findings that say that something lacks, or may lack. */
function uncovered({ findings }: ReportJson): readonly string[] {
  const rows = findings.filter(
    ({ requirement, change, severity }) =>
      requirement !== null && change !== 'transient' && severity !== 'notice',
  );
  return [...new Set(rows.map(({ requirement, pool }) => `${pool ?? ''} ${requirement ?? ''}`))].sort();
}

const story = fc.constantFrom(...stories);

test('a plan against itself finds nothing introduced and nothing cut for a moment', () => {
  for (const name of stories) {
    const plan = planOf(name);
    const still = (plan.resource_changes ?? []).flatMap((entry) =>
      entry.change.before === null
        ? []
        : [
            {
              ...entry,
              change: { ...entry.change, actions: ['no-op'], after: entry.change.before, after_unknown: {} },
            },
          ],
    );
    const changes = judge({ ...plan, resource_changes: still }).findings.filter(
      ({ requirement }) => requirement !== null,
    );
    expect(changes.filter(({ change }) => change === 'introduced' || change === 'transient')).toEqual([]);
  }
});

describe('order', () => {
  const shuffled = <T>(list: readonly T[], order: readonly number[]): T[] =>
    list
      .map((value, i) => ({ value, rank: order[i % order.length] ?? 0 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ value }) => value);

  test('of resources changes no byte of the report', () => {
    fc.assert(
      fc.property(story, fc.array(fc.nat(1000), { minLength: 7, maxLength: 31 }), (name, order) => {
        const plan = planOf(name);
        const before = renderJson(judge(plan).typed);
        if (plan.resource_changes !== undefined)
          plan.resource_changes = shuffled(plan.resource_changes, order);
        const prior = plan.prior_state?.values?.root_module;
        if (prior?.resources !== undefined) prior.resources = shuffled(prior.resources, order);
        const root = plan.configuration.root_module;
        if (root.resources !== undefined) root.resources = shuffled(root.resources, order);
        expect(renderJson(judge(plan).typed)).toBe(before);
      }),
    );
  });
});

test('one more allow rule never uncovers a row', () => {
  const rule = fc.record({
    direction: fc.constantFrom('ingress', 'egress'),
    protocol: fc.constantFrom(null, 'tcp', 'udp', 'icmp'),
    port: fc.constantFrom(22, 53, 443, 5444, 10250, 30000),
    cidr: fc.constantFrom('0.0.0.0/0', '192.168.0.0/16', '172.16.0.0/17', '100.125.4.25/32', '10.0.0.0/8'),
  });
  fc.assert(
    fc.property(story, rule, (name, one) => {
      const plan = planOf(name);
      const changes = plan.resource_changes ?? [];
      const sample = changes.find(
        ({ type, change }) => type.endsWith('secgroup_rule_v2') && change.before !== null,
      );
      if (sample === undefined) return;
      const before = uncovered(judge(plan));
      const ports = one.protocol === 'tcp' || one.protocol === 'udp' ? one.port : null;
      const after = {
        ...sample.change.before,
        id: 'ffffffff-0000-4000-8000-000000000000',
        direction: one.direction,
        protocol: one.protocol,
        port_range_min: ports ?? (one.protocol === 'icmp' ? 0 : null),
        port_range_max: ports ?? (one.protocol === 'icmp' ? 255 : null),
        remote_group_id: '',
        remote_ip_prefix: one.cidr,
      };
      const address = 'opentelekomcloud_networking_secgroup_rule_v2.one_more';
      const created = {
        ...sample,
        address,
        name: 'one_more',
        change: { actions: ['create'], before: null, after, after_unknown: {} },
      };
      const grown = judge({ ...plan, resource_changes: [...changes, created] });
      expect(before).toEqual(expect.arrayContaining([...uncovered(grown)]));
    }),
  );
});
