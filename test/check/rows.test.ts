import { describe, expect, it, test } from '@jest/globals';
import type { ClusterConfiguration, Configuration } from '../../src/config/configuration.js';
import { egressMinima, MODEL, REQUIREMENTS, tableOf } from '../../src/model/model.js';
import type { NetworkModel, Requirement, Role } from '../../src/model/requirement.js';
import { addressesIn } from '../../src/net/address.js';
import type { ReportJson } from '../../src/format/json/schema.js';
import { madeGroup, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, rowFindings, verdict } from '../support/judge.js';
import {
  type Change,
  comes,
  goes,
  replaced,
  stands,
  updated,
  vanished,
} from '../support/plans/plan-builder.js';
import {
  type Place,
  rulesByMembers,
  rulesOfRow,
  splitCidr,
  splitPorts,
  splitProtocols,
} from '../support/plans/row-rules.js';

/*
 * Which rows can break alone. All but these:
 * - SSH rows (T1.8, T3.5, T5.4) never break: they may be narrowed as far as one likes.
 * - Rows for all egress of nodes (T1.9, T3.7, T5.7) do not break themselves: what breaks is Table 8.
 * - T1.4 and T1.5 (NodePorts) have a floor of VPC and containers, which lies in T1.2, T1.1 and T1.6. They break
 *   alone where load balancers are configured, so the tests configure some.
 * - T6.2 (5444 from the VPC) lies in T6.1 (5444 from everywhere): both break. It breaks alone for addresses
 *   that T6.1 lacks already.
 * - T7.1 (ENI group) lies in T7.2: pods have addresses of the VPC. It breaks alone where T7.2 lacks already.
 */
const SILENT = ['T1.8', 'T3.5', 'T5.4'];
const EGRESS = ['T1.9', 'T3.7', 'T5.7'];
const WITHIN: Readonly<Record<string, string>> = { 'T6.2': 'T6.1', 'T7.1': 'T7.2' };

const PROD: ClusterConfiguration = {
  name: 'prod',
  region: undefined,
  networkModel: undefined,
  vpcCidrs: undefined,
  containerCidrs: undefined,
  masterCidrs: undefined,
  dnsServers: undefined,
  loadBalancerCidrs: [addressesIn('100.125.0.0/16')],
  serviceMeshCidrs: [addressesIn('10.8.0.0/24')],
  serviceCidrs: undefined,
  defaultRules: undefined,
  securityGroups: { node: [], control: [], eni: [] },
};
const CONFIGURATION: Partial<Configuration> = { clusters: [PROD] };

const MODELS: readonly NetworkModel[] = ['vpc-router', 'overlay_l2', 'eni'];

interface Case {
  readonly row: Requirement;
  readonly role: Role;
  readonly model: NetworkModel;
}

/** Rows of Tables 1 to 7, with the group that each is for. */
const DEFAULTS: readonly (readonly [string, Case])[] = MODEL.flatMap(({ role, networkModel, rows }) =>
  networkModel === 'any' ? [] : rows.map((row) => [row.id, { row, role, model: networkModel }] as const),
);
/** Rows for a node group of one's own with the least egress: Tables 1, 3, 5, and Table 8 for each of them. */
const OWN: readonly (readonly [string, Case])[] = MODELS.flatMap((model) =>
  ownRows(model).map((row) => [`${row.id} (${model})`, { row, role: 'node', model }] as const),
);

function ownRows(model: NetworkModel): readonly Requirement[] {
  const own = tableOf('node', model).rows.filter(({ id }) => !EGRESS.includes(id) && !SILENT.includes(id));
  return [...own, ...egressMinima(model)];
}

/** What breaks when the row's rule goes. */
function expected({ row, model }: Case): readonly string[] {
  if (SILENT.includes(row.id)) return [];
  return EGRESS.includes(row.id) ? egressMinima(model).map(({ id }) => id) : [row.id];
}

function named(
  row: Requirement,
  specs: readonly RuleSpec[],
  what = '',
): readonly (readonly [string, RuleSpec])[] {
  return specs.map((spec, i) => [`${row.id.replace('.', '_')}${what}_${String(i)}`, spec]);
}

/** Every row of the table as a rule of the group, put as `how` says of each row. */
function rulesOf(
  rows: readonly Requirement[],
  place: Place,
  how: (row: Requirement) => typeof stands,
): readonly Change[] {
  return rows.flatMap((row) =>
    named(row, rulesOfRow(row, place)).map(([name, spec]) => how(row)(rule(name, spec))),
  );
}

/** The cluster with the group's default rules all imported; those of one row are left out. */
function importedWorld({ row, role, model }: Case): {
  readonly place: Place;
  readonly changes: readonly Change[];
} {
  const place = { owner: madeGroup(role), model };
  const rows = tableOf(role, model)?.rows.filter((other) => other !== row) ?? [];
  return { place, changes: [...world({ model }), ...rulesOf(rows, place, () => stands)] };
}

const OWN_GROUP = groupId('own');

function ownBase(model: NetworkModel): readonly Change[] {
  return [...world({ model, ownGroup: OWN_GROUP }), stands(group('own'))];
}

function none(): never {
  throw new Error('no such row');
}

/** The cluster with a node group of one's own whose rules are all known; those of one row are left out. */
function ownWorld(
  { row, model }: Case,
  api: 'v2' | 'v3',
): { readonly place: Place; readonly changes: readonly Change[] } {
  const place = { owner: OWN_GROUP, model, api };
  const rows = ownRows(model).filter((other) => other !== row);
  return { place, changes: [...ownBase(model), ...rulesOf(rows, place, () => stands)] };
}

test('63 rows, of which 57 can break, in one way or the other', () => {
  expect(REQUIREMENTS).toHaveLength(63);
  const tested = new Set([...DEFAULTS, ...OWN].map(([, { row }]) => row.id));
  expect(REQUIREMENTS.filter(({ id }) => !tested.has(id))).toEqual([]);
  expect(new Set([...DEFAULTS, ...OWN].flatMap(([, the]) => expected(the))).size).toBe(57);
});

describe('a default rule that goes is found as its row, and as nothing else', () => {
  it.each(DEFAULTS.filter(([id]) => WITHIN[id] === undefined))('%s', (_, the) => {
    const { place, changes } = importedWorld(the);
    const gone = named(the.row, rulesOfRow(the.row, place)).map(([name, spec]) => goes(rule(name, spec)));
    const report = judge([...changes, ...gone], CONFIGURATION);
    const rows = expected(the);
    expect(verdict(report)).toEqual(rows.length === 0 ? {} : { introduced: rows });
    expect(rowFindings(report).every(({ severity }) => severity === 'critical')).toBe(true);
    expect(report.conclusion).toBe(rows.length === 0 ? 'pass' : 'fail');
  });

  it.each(Object.entries(WITHIN))('%s lies in %s: alone it is not missed, with it both are', (id, outer) => {
    const of = (row: string): Case => new Map(DEFAULTS).get(row) ?? none();
    const inner = of(id);
    const { place, changes } = importedWorld(inner);
    const gone = named(inner.row, rulesOfRow(inner.row, place)).map(([name, spec]) => goes(rule(name, spec)));
    expect(verdict(judge([...changes, ...gone]))).toEqual({});
    const without = changes.filter(({ after }) => after?.name !== `${outer.replace('.', '_')}_0`);
    const also = named(of(outer).row, rulesOfRow(of(outer).row, place)).map(([name, spec]) =>
      goes(rule(name, spec)),
    );
    const both = [id, outer].sort();
    expect(verdict(judge([...without, ...gone, ...also]))).toEqual({ introduced: both });
  });

  test('T7.1 alone, where T7.2 lacks already', () => {
    const eni = { owner: madeGroup('eni'), model: 'eni' } as const;
    const [self, all] = tableOf('eni', 'eni').rows;
    const changes = [self, all].flatMap((row, i) =>
      row === undefined
        ? []
        : named(row, rulesOfRow(row, eni)).map(([n, spec]) => (i === 0 ? goes : vanished)(rule(n, spec))),
    );
    expect(verdict(judge([...world({ model: 'eni' }), ...changes]))).toEqual({
      introduced: ['T7.1'],
      'pre-existing': ['T7.2'],
    });
  });

  test('T6.2 alone, for a new CIDR of the VPC from which T6.1 lacks already', () => {
    const control = madeGroup('control');
    const more = '10.0.0.0/16';
    const vpcGrows = updated(vpc(VPC_CIDR), vpc(VPC_CIDR, more));
    const tcp = (port: number, cidr: string): RuleSpec => ({
      group: control,
      protocol: 'tcp',
      ports: [port, port],
      cidr,
    });
    expect(
      verdict(
        judge([
          ...world({ model: 'eni', vpc: vpcGrows }),
          vanished(rule('from_all', tcp(5444, '0.0.0.0/0'))),
          comes(rule('storage', tcp(8445, more))),
          comes(rule('network', tcp(9443, more))),
          comes(rule('pods', { group: madeGroup('eni'), cidr: more })),
        ]),
      ),
    ).toEqual({ introduced: ['T6.2'], 'pre-existing': ['T6.1'] });
  });
});

describe('a rule of a group of one’s own that goes is found as its row, and as nothing else', () => {
  it.each(OWN)('%s', (_, the) => {
    const { place, changes } = ownWorld(the, 'v3');
    const gone = named(the.row, rulesOfRow(the.row, place)).map(([name, spec]) => goes(rule(name, spec)));
    const report = judge([...changes, ...gone], CONFIGURATION);
    expect(verdict(report)).toEqual({ introduced: [the.row.id] });
    expect(rowFindings(report)[0]?.severity).toBe('critical');
  });

  it.each(OWN)('%s, left out of a new pool’s group', (_, { row, model }) => {
    const owner = groupId('fresh', false);
    const place = { owner, model };
    const rows = ownRows(model).filter((other) => other !== row);
    const changes = [
      ...world({ model }),
      comes(group('fresh')),
      comes(pool('workers', { groups: [owner] })),
      ...rulesOf(rows, place, () => comes),
    ];
    expect(verdict(judge(changes, CONFIGURATION))).toEqual({
      introduced: [`opentelekomcloud_cce_node_pool_v3.workers ${row.id}`],
    });
  });
});

/** What is missing, ICMPv6 and short moments aside. */
function lackingBeside58(report: ReportJson): readonly unknown[] {
  return rowFindings(report)
    .filter(({ change }) => change !== 'transient')
    .flatMap(({ missing }) => missing.filter(({ protocol }) => protocol !== 'icmpv6'));
}

type Cut = (spec: RuleSpec) => readonly RuleSpec[] | undefined;

/** The rules cut into parts; undefined when none of them can be cut that way. */
function cutBy(cut: Cut, specs: readonly RuleSpec[]): readonly RuleSpec[] | undefined {
  const parts = specs.map(cut);
  return parts.every((part) => part === undefined)
    ? undefined
    : specs.flatMap((spec, i) => parts[i] ?? [spec]);
}

describe('rules that say the same in parts', () => {
  it.each(DEFAULTS)('%s, replaced by its parts: cut for a moment at most', (_, the) => {
    const { place, changes } = importedWorld(the);
    const whole = rulesOfRow(the.row, place);
    const gone = named(the.row, whole).map(([name, spec]) => goes(rule(name, spec)));
    const rows = WITHIN[the.row.id] === undefined ? expected(the) : [];
    const ways = [cutBy(splitPorts, whole), cutBy(splitCidr, whole), rulesByMembers(the.row, place)];
    for (const parts of ways.filter((way) => way !== undefined)) {
      const come = named(the.row, parts, 'part').map(([name, spec]) => comes(rule(name, spec)));
      const report = judge([...changes, ...gone, ...come], CONFIGURATION);
      expect(verdict(report)).toEqual(rows.length === 0 ? {} : { transient: rows });
    }
  });

  // No rule for IPv4 can say all types of ICMPv6, protocol 58: that is all that 256 rules for 256 protocols lack.
  const firsts = MODEL.flatMap(({ rows }) => rows.filter(({ protocol }) => protocol === 'all').slice(0, 1));
  it.each(DEFAULTS.filter(([, { row }]) => firsts.includes(row)))('%s, by 256 protocols', (_, the) => {
    const { place, changes } = importedWorld(the);
    const whole = rulesOfRow(the.row, place);
    const gone = named(the.row, whole).map(([name, spec]) => goes(rule(name, spec)));
    const come = named(
      the.row,
      whole.flatMap((spec) => splitProtocols(spec) ?? []),
      'part',
    );
    const report = judge([...changes, ...gone, ...come.map(([name, spec]) => comes(rule(name, spec)))]);
    expect(lackingBeside58(report)).toEqual([]);
  });

  const tables = [
    ...DEFAULTS.filter(([, { row }]) => row.number === 1),
    ...MODELS.map((model): readonly [string, Case] => {
      const [row] = egressMinima(model);
      return [`Table 8 (${model})`, { row: row ?? none(), role: 'node', model }];
    }),
  ];
  it.each(tables)(
    'the table of %s, one half first, then the other in place of the whole: no moment',
    (_, the) => {
      const isOwn = the.row.table === 8;
      const place = { owner: isOwn ? OWN_GROUP : madeGroup(the.role), model: the.model };
      const base = isOwn ? ownBase(the.model) : world({ model: the.model });
      const all = isOwn ? ownRows(the.model) : (tableOf(the.role, the.model)?.rows ?? []);
      for (const cut of [splitPorts, splitCidr]) {
        const parts = all.flatMap((row) =>
          named(row, rulesOfRow(row, place)).flatMap(([name, whole]) => {
            const [one, two] = cut(whole) ?? [];
            if (one === undefined || two === undefined) return [stands(rule(name, whole))];
            const half = stands(rule(`${name}_half`, one));
            return [half, replaced(rule(name, whole), rule(name, two), 'create-first')];
          }),
        );
        expect(verdict(judge([...base, ...parts], CONFIGURATION))).toEqual({});
      }
    },
  );

  it.each(MODELS)('every row in parts in a new group: nothing (%s)', (model) => {
    const owner = groupId('fresh', false);
    const base = [...world({ model }), comes(group('fresh')), comes(pool('workers', { groups: [owner] }))];
    const ways: readonly (readonly ['v2' | 'v3', Cut])[] = [
      ['v2', splitPorts],
      ['v2', splitCidr],
      ['v2', (spec) => (splitCidr(spec) ?? [spec]).flatMap((part) => splitPorts(part) ?? [part])],
      ['v3', (spec) => (splitCidr(spec) ?? [spec]).flatMap((part) => splitPorts(part) ?? [part])],
    ];
    for (const [api, cut] of ways) {
      const come = ownRows(model).flatMap((row) => {
        const whole = rulesOfRow(row, { owner, model, api });
        return named(row, cutBy(cut, whole) ?? whole).map(([name, spec]) => comes(rule(name, spec)));
      });
      expect(verdict(judge([...base, ...come], CONFIGURATION))).toEqual({});
    }
  });
});
