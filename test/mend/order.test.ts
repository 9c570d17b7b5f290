/** Orders of applies: each that is told was walked in every order that Terraform may take, by the naive reading. */
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { fixesSchema } from '../../src/format/json/fix-schema.js';
import { isAboutOrder, type OrderFound } from '../../src/report/fix.js';
import { FIXTURES, fixtureReport, frozenCases } from '../support/fixture-report.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { naiveCase } from '../support/naive/cases.js';
import { cutsOf } from '../support/naive/cuts.js';
import { cutsInOrder } from '../support/naive/orders.js';
import { ordersOf } from '../support/mend/orders.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  attribute,
  type Change,
  comes,
  goes,
  replaced,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { said } from '../support/said.js';
import { secret } from '../support/stories.js';

/** Cases of every kind for the usual run; the long run walks all. */
const SOME = ['vpc-tcp-rule-split', 'vpc-tcp-rule-narrowed', 'tunnel-egress-minima-complete'];
const CASES = IS_LONG_RUN ? frozenCases() : SOME;
const EFFORT = { moments: IS_LONG_RUN ? 10_000 : 60, seed: 1 };

test.each(CASES)(
  'an order for %s cuts nothing at any moment, and without it something is cut',
  async (name) => {
    const report = await fixtureReport(name);
    const about = report.findings.filter(isAboutOrder);
    for (const order of report.orders?.map((one) => one()) ?? []) {
      if (order?.kind !== 'order' || about.length === 0) continue;
      const { world: naive } = await naiveCase(name);
      expect(naive.limits).toEqual([]);
      expect(cutsInOrder(naive, order.fix, EFFORT)).toEqual([]);
      const cut = cutsOf(naive, [[]], EFFORT).map(({ what }) => what.split(' ')[0]);
      for (const { row } of about) expect(cut).toContain(row?.id);
    }
  },
);

const TCP: RuleSpec = { group: madeGroup('node'), protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR };
const LOW: RuleSpec = { ...TCP, ports: [1, 9999] };
const HIGH: RuleSpec = { ...TCP, ports: [10_000, 65535] };
const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';

function order(...changes: readonly Change[]): OrderFound | undefined {
  return ordersOf([...world({ model: 'vpc-router' }), ...changes]);
}

describe('the order of applies', () => {
  const split = [goes(rule('tcp', TCP)), comes(rule('low', LOW)), comes(rule('high', HIGH))] as const;

  test('has the new rules first, and only those that are needed', () => {
    const more = comes(rule('web', { ...TCP, ports: [80, 80] }));
    const found = order(...split, more);
    expect(found).toMatchObject({
      kind: 'order',
      fix: { kind: 'order', stages: [{ targets: [`${RULE}.high`, `${RULE}.low`] }, { targets: [] }] },
    });
  });

  test('is the new object first for a rule that is replaced', () => {
    const wider = { ...TCP, cidr: '192.168.0.0/15' };
    expect(order(replaced(rule('tcp', TCP), rule('tcp', wider)))).toMatchObject({
      kind: 'order',
      fix: { stages: [], step: { kind: 'new-first', addresses: [`${RULE}.tcp`] } },
    });
  });

  test('is both where half of it is replaced', () => {
    const found = order(
      replaced(rule('tcp', TCP), rule('tcp', { ...LOW, cidr: '192.168.0.0/15' })),
      comes(rule('high', HIGH)),
    );
    expect(found).toMatchObject({
      kind: 'order',
      fix: {
        stages: [{ targets: [`${RULE}.high`] }, {}],
        step: { kind: 'stages', newFirst: [`${RULE}.tcp`] },
      },
    });
  });

  test('is none where the new rule says the same as the old one', () => {
    const found = order(goes(rule('old', TCP)), comes(rule('new', TCP)));
    expect(found?.kind).toBe('equal-rules');
    const again = { ...TCP, description: 'other words' };
    expect(order(replaced(rule('tcp', TCP), rule('tcp', again)))).toEqual({
      kind: 'same-again',
      addresses: [`${RULE}.tcp`],
    });
  });

  /** A new rule that waits for another object of the plan. */
  const after = (needed: Resource): Change => {
    const low = rule('low', LOW);
    return comes({ ...low, cells: { ...low.cells, description: attribute(needed, 'name', true) } });
  };
  const [old, , high] = split;

  test('may take a new object along that the new rules need', () => {
    const own = group('own');
    expect(order(old, after(own), high, comes(own))?.kind).toBe('order');
  });

  /** A pool that changes, and a new rule that waits for it. */
  const was = pool('workers', { groups: [] });
  const is = { ...was, computed: { ...was.computed, status: 'other' } };

  test('is a merge of its own where -target takes a change along that is not to come first', () => {
    const found = order(old, after(was), high, updated(was, is));
    expect(found).toMatchObject({
      kind: 'order',
      fix: {
        step: { kind: 'merge-first', rules: 2, left: [`${RULE}.high`, `${RULE}.low`] },
        blocks: [{ labels: [RULE, 'high_first'] }, { labels: [RULE, 'low_first'] }],
      },
    });
  });

  test('is none where the rules of such a merge cannot be told', () => {
    const hidden = secret(rule('high', HIGH), 'remote_ip_prefix');
    const found = order(old, after(was), comes(hidden), updated(was, is));
    expect(found).toEqual({
      kind: 'comes-along',
      addresses: ['opentelekomcloud_cce_node_pool_v3.workers'],
    });
  });

  test('is not asked for where nothing is cut', () => {
    expect(order(stands(rule('tcp', TCP)))).toBeUndefined();
  });
});

describe('fix --order', () => {
  /** What it writes with exit 0, or why it refuses. */
  function fix(...argv: readonly string[]): Promise<string> {
    return said(['fix', ...argv]);
  }
  const planOf = (story: string): string => path.join(FIXTURES, story, 'plan.json');

  test('prints the commands, one after the other', async () => {
    expect(await fix(planOf('vpc-tcp-rule-split'), '--order')).toBe(
      [
        '1 row that may be cut while the plan is applied: T1.2',
        '',
        '  apply in two steps, the new rules first',
        '  proved: each apply was judged by itself, and nothing is cut, whatever order Terraform chooses',
        '',
        `  $ terraform apply -target=${RULE}.tcp_high -target=${RULE}.tcp_low`,
        '  $ terraform apply',
        '',
      ].join('\n'),
    );
  });

  test('has the commands of OpenTofu where the plan is of it', async () => {
    const said = await fix(planOf('tofu-vpc-egress-minima-missing'), '--order');
    expect(said).toMatch(/whatever order OpenTofu chooses.*\$ tofu apply -target=.*\$ tofu apply\n/s);
  });

  test('says why there is none, and where none is needed', async () => {
    expect(await fix(planOf('vpc-description-changed'), '--order')).toMatch(/No order helps: .*tcp_all/s);
    expect(await fix(planOf('vpc-no-changes'), '--order')).toBe(
      'nothing of this plan is cut while it is applied: one apply does\n',
    );
    expect(await fix(planOf('vpc-no-changes'), '0123456789abcdef', '--order')).toMatch(
      /^refused: --order is/,
    );
  });

  test('is JSON in the form of fixes', async () => {
    const json: unknown = JSON.parse(await fix(planOf('vpc-tcp-rule-split'), '--order', '--format', 'json'));
    expect(v.parse(fixesSchema, json).fixes).toMatchObject([
      {
        kind: 'order',
        stages: [
          { targets: [`${RULE}.tcp_high`, `${RULE}.tcp_low`] },
          { targets: [], command: 'terraform apply' },
        ],
      },
    ]);
  });
});
