/** Orders of applies of generated plans: walked in every order that Terraform may take, by the naive reading. */
import { expect, test } from '@jest/globals';

import { isAboutOrder } from '../../src/report/fix.js';
import { judgeMended } from '../support/judge.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { builtWorld } from '../support/naive/built.js';
import { cutsInOrder } from '../support/naive/orders.js';
import { cutsOf } from '../support/naive/cuts.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  attribute,
  comes,
  goes,
  replaced,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';

const NODE = { group: madeGroup('node') };
const TCP: RuleSpec = { ...NODE, protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR };
const OUT: RuleSpec = { ...NODE, direction: 'egress', cidr: '0.0.0.0/0' };

/** Rules that the nodes need, and what may come in their place: alone, together, or not quite. */
const WAYS: readonly (readonly [whole: RuleSpec, parts: readonly RuleSpec[]])[] = [
  [
    TCP,
    [
      { ...TCP, ports: [1, 9999] },
      { ...TCP, ports: [10_000, 65535] },
      { ...TCP, cidr: '192.168.0.0/17' },
      { ...TCP, cidr: '192.168.128.0/17' },
      { ...TCP, cidr: '192.168.0.0/15' },
      { ...NODE, cidr: VPC_CIDR },
      TCP,
    ],
  ],
  [
    OUT,
    [
      { ...OUT, cidr: '0.0.0.0/1' },
      { ...OUT, cidr: '128.0.0.0/1' },
      { ...OUT, protocol: 'tcp' },
      { ...OUT, protocol: 'udp' },
      { ...OUT, cidr: '198.19.128.0/17' },
      { ...OUT, protocol: 'udp', ports: [123, 123], cidr: '100.125.0.0/16' },
      OUT,
    ],
  ],
];

const DENY: RuleSpec = { ...NODE, api: 'v3', action: 'deny', protocol: 'tcp', multiPort: '80', priority: 1 };

const POOL = pool('workers', { groups: [] });

/** A new rule that may have to wait for a change beside it. */
function waiting(resource: Resource, waits: boolean): Resource {
  return waits
    ? { ...resource, cells: { ...resource.cells, description: attribute(POOL, 'name', true) } }
    : resource;
}

/** A rule that is needed goes or is replaced; others come, none of them twice, and something beside it happens. */
const changes = fc.constantFrom(...WAYS).chain(([whole, parts]) => {
  const old = rule('old', whole);
  const shuffled = fc.shuffledSubarray([...parts], { minLength: 1, maxLength: 5 });
  const noise = fc.subarray([stands(rule('other', { ...NODE, protocol: 'icmp' })), goes(rule('no', DENY))]);
  const all = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 }), shuffled, noise);
  return all.map(([isReplaced, waits, [first = whole, ...rest], more]) => [
    ...world({ model: 'vpc-router' }),
    ...(waits === 0 ? [updated(POOL, { ...POOL, computed: { ...POOL.computed, status: 'other' } })] : []),
    isReplaced ? replaced(old, rule('old', first), 'destroy-first') : goes(old),
    ...(isReplaced ? rest : [first, ...rest]).map((spec, i) =>
      comes(waiting(rule(`new${String(i)}`, spec), waits === 0)),
    ),
    ...more,
  ]);
});

test('what an order of a generated plan is about is cut without it, and by it nothing is', () => {
  const kinds = new Map<string, number>();
  const law = fc.property(changes, (all) => {
    const { typed } = judgeMended(all);
    const order = typed.orders?.[0]?.();
    if (order === undefined) return;
    const kind = order.kind === 'order' ? order.fix.step.kind : order.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (order.kind !== 'order') return;
    const naive = builtWorld(all);
    expect(cutsInOrder(naive, order.fix, EFFORT)).toEqual([]);
    const cut = cutsOf(naive, [[]], EFFORT).map(({ what }) => what.split(' ')[0]);
    for (const { row } of typed.findings.filter(isAboutOrder)) expect(cut).toContain(row?.id);
  });
  fc.assert(law, { numRuns: IS_LONG_RUN ? 500 : 15 });
  for (const kind of ['stages', 'merge-first', 'equal-rules']) expect(kinds.get(kind)).toBeGreaterThan(0);
});

const EFFORT = { moments: IS_LONG_RUN ? 10_000 : 200, seed: 1 };
