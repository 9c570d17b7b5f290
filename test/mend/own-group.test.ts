/** Rules for a group of one's own: complete, and none of them can be taken away, whatever the ranges of the cluster. */
import { expect, test } from '@jest/globals';

import { bareCluster, type ClusterConfiguration, NO_CONFIGURATION } from '../../src/config/configuration.js';
import { groupOfOnesOwn, type OwnGroup, type OwnGroupWish } from '../../src/mend/tables/own-group.js';
import { tableOf } from '../../src/model/model.js';
import { ROLES } from '../../src/model/requirement.js';
import { parseCidr } from '../../src/net/address.js';
import type { PeerSet } from '../../src/net/peers.js';
import { emptyPlan } from '../../src/plan/read-plan.js';
import type { FixRule } from '../../src/report/fix.js';
import { fc, IS_LONG_RUN } from '../support/laws.js';
import { judge, rows } from '../support/judge.js';
import { writtenRule } from '../support/mend/written-rules.js';
import { group, groupId } from '../support/plans/group-rules.js';
import { type Change, comes, type Ref } from '../support/plans/plan-builder.js';

const CONTROL = '0c0c0c0c-1111-4222-8333-444444444444';

function range(text: string): PeerSet {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`${text} is no CIDR`);
  return cidr.peers;
}

/** What the options of one call say. */
interface Said {
  readonly cluster: Partial<ClusterConfiguration>;
  readonly wish: Pick<OwnGroupWish, 'api' | 'only' | 'ssh'>;
}

function ownGroup(
  model: (typeof MODELS)[number],
  role: (typeof ROLES)[number],
  { cluster, wish }: Said,
): OwnGroup {
  const prod: ClusterConfiguration = {
    ...bareCluster('prod'),
    ...cluster,
    networkModel: model,
    securityGroups: { node: [], control: [CONTROL], eni: [] },
  };
  const made = groupOfOnesOwn(
    {
      plans: [{ path: '', label: undefined, plan: emptyPlan() }],
      configuration: { ...NO_CONFIGURATION, clusters: [prod] },
      failOn: 'never',
      today: '2026-01-01',
    },
    { ...wish, cluster: undefined, role, prefix: 'cce', given: bareCluster('prod') },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

const MODELS = ['vpc-router', 'overlay_l2', 'eni'] as const;

const CASES = MODELS.flatMap((model) =>
  ROLES.flatMap((role) => (tableOf(role, model) === undefined ? [] : [{ model, role }])),
);

/** CIDRs of different sizes that lie apart; those of masters may lie in the VPC. */
const said = fc
  .record({
    n: fc.nat(60),
    bits: fc.constantFrom(12, 16, 20, 24),
    podBits: fc.constantFrom(16, 19, 24),
    hasSecondary: fc.boolean(),
    mastersInVpc: fc.boolean(),
    dns: fc.constantFrom(['100.125.4.25', '100.125.129.199'], ['10.200.0.53']),
    balancers: fc.constantFrom(undefined, [], ['100.125.0.0/16'], ['203.0.113.0/24', '100.125.0.0/16']),
    isSwiss: fc.boolean(),
    ssh: fc.constantFrom([], ['198.51.100.7/32']),
    api: fc.constantFrom('v2', 'v3', undefined),
    only: fc.constantFrom('egress', undefined),
  })
  .map(({ n, bits, podBits, hasSecondary, mastersInVpc, dns, balancers, isSwiss, ssh, api, only }): Said => ({
    cluster: {
      region: isSwiss ? 'eu-ch2' : undefined,
      vpcCidrs: [`10.${String(n)}.0.0/${String(bits)}`, ...(hasSecondary ? ['192.168.0.0/18'] : [])].map(
        range,
      ),
      containerCidrs: [`172.${String(16 + (n % 16))}.0.0/${String(podBits)}`].map(range),
      masterCidrs: [mastersInVpc ? `10.${String(n)}.0.0/28` : '10.250.0.0/24'].map(range),
      dnsServers: dns.map(range),
      loadBalancerCidrs: balancers?.map(range),
    },
    wish: { api, only, ssh: ssh.map(range) },
  }));

/** A plan that makes the group with these rules, for the cluster that only the configuration knows. */
function plan({ group: own }: OwnGroup, adds: readonly FixRule[]): readonly Change[] {
  const name = own.address.split('.')[1] ?? '';
  const refOf = (text: string): Ref =>
    text === own.address ? groupId(name, false) : { ref: 'var.other_group', value: text };
  return [
    comes(group(name)),
    ...adds.map((added, index) => comes(writtenRule(`r${String(index)}`, added, refOf))),
  ];
}

/** The rows that lack when the group has these rules alone, of those that the wish is about. */
function lacking(made: OwnGroup, { cluster }: Said, adds: readonly FixRule[]): readonly string[] {
  const { model, role, group: own, only } = made;
  const prod: ClusterConfiguration = {
    ...bareCluster('prod'),
    ...cluster,
    networkModel: model,
    securityGroups: { node: [], control: [CONTROL], eni: [], [role]: [own.address] },
  };
  const report = judge(plan(made, adds), { clusters: [prod] });
  const ofEgress = new Set(
    report.typed.findings.flatMap(({ row }) => (row?.direction === 'egress' ? [row.id] : [])),
  );
  return (['introduced', 'pre-existing', 'undecided', 'transient'] as const)
    .flatMap((change) => rows(report, change))
    .filter((id) => only === undefined || ofEgress.has(id));
}

/** Each run judges several plans. */
const RUNS = IS_LONG_RUN ? 60 : 3;

test.each(CASES)('rules for $model $role are all that its rows need, and no more', ({ model, role }) => {
  fc.assert(
    fc.property(said, fc.nat(), (one, nth) => {
      const made = ownGroup(model, role, one);
      expect(made.adds.length).toBe(made.rules.length);
      expect(lacking(made, one, made.adds)).toEqual([]);

      const index = nth % made.adds.length;
      const without = made.adds.filter((_, at) => at !== index);
      const gone = made.rules[index];
      // Where a row may be narrowed, no check misses what lies beyond: it is there for those who reach it from outside.
      const mayGo = gone?.rows.every(
        ({ id, floor }) => floor?.kind === 'none' || (floor?.kind === 'ranges' && !isNarrow(made, id)),
      );
      if (mayGo === true) expect(gone?.remote.kind === 'any' || one.wish.ssh.length > 0).toBe(true);
      else expect(lacking(made, one, without)).not.toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

function isNarrow({ narrowed }: OwnGroup, id: string): boolean {
  return narrowed.some((row) => row.id === id);
}
