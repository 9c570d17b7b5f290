/** What facts show of groups, held against the tables: the same, a rule less, a rule more. */
import { describe, expect, it, test } from '@jest/globals';

import { egressMinima, MODEL, tableOf } from '../../src/model/model.js';
import { type NetworkModel, type Requirement, type Role, ROLES } from '../../src/model/requirement.js';
import { type ApiRuleJson, apiRule, factsOf, groupsOf } from '../support/facts/api-facts.js';
import { judge, verdict } from '../support/judge.js';
import { madeGroup, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, forgotten, goes, type Resource, stands } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { rulesOfRow } from '../support/plans/row-rules.js';
import { configured, printed, secret } from '../support/stories.js';

/** With load balancers outside of the cluster, each NodePort row has packets that no other row lets through. */
const CONFIGURATION = configured(`clusters:
  - name: prod
    load-balancer-cidrs: [100.125.0.0/16]
    service-mesh-cidrs: [10.8.0.0/24]
`);

interface Case {
  readonly row: Requirement;
  readonly role: Role;
  readonly model: NetworkModel;
}

const ROWS: readonly (readonly [string, Case])[] = MODEL.flatMap(({ role, networkModel, rows }) =>
  networkModel === 'any' ? [] : rows.map((row) => [row.id, { row, role, model: networkModel }] as const),
);

/** The rules that CCE makes for a row, by name. */
function rulesFor({ row, role, model }: Case): readonly (readonly [string, RuleSpec])[] {
  return rulesOfRow(row, { owner: madeGroup(role), model }).map(
    (spec, i) => [`${row.id.replace('.', '_')}_${String(i)}`, spec] as const,
  );
}

/** All that CCE makes for a cluster of the model, but for one row. */
function made(model: NetworkModel, without?: Requirement): readonly ApiRuleJson[] {
  return ROLES.flatMap((role) =>
    (tableOf(role, model)?.rows ?? [])
      .filter((row) => row !== without)
      .flatMap((row) => rulesFor({ row, role, model }))
      .map(([name, spec]) => apiRule(name, spec)),
  );
}

const GROUPS = ROLES.map((role) => madeGroup(role).value ?? '');

/** Whether the members of these peers have addresses that the other names all of. */
const WITHIN: Readonly<Partial<Record<Requirement['peer'], readonly Requirement['peer'][]>>> = {
  'vpc-cidr': ['any'],
  // Pods of CCE Turbo have addresses of the VPC.
  'eni-group': ['any', 'vpc-cidr'],
};

function letsThrough(other: Requirement, row: Requirement): boolean {
  const isProtocol = other.protocol === 'all' || other.protocol === row.protocol;
  const arePorts =
    other.ports === 'all' ||
    (row.ports !== 'all' && other.ports.from <= row.ports.from && row.ports.to <= other.ports.to);
  const isPeer = WITHIN[row.peer]?.includes(other.peer) === true;
  return other.direction === row.direction && isProtocol && arePorts && isPeer;
}

/** What breaks without the row, as far as no other row of its group lets the same through. */
function breaking({ row, role, model }: Case): readonly string[] {
  if (row.floor?.kind === 'none') return [];
  if (row.floor?.kind === 'table') return egressMinima(model).map(({ id }) => id);
  const others = tableOf(role, model)?.rows.filter((other) => other !== row) ?? [];
  return others.some((other) => letsThrough(other, row)) ? [] : [row.id];
}

/** A change that no row asks about. */
const ELSEWHERE: Change = comes(
  rule('elsewhere', { group: madeGroup('node'), protocol: 'sctp', cidr: '203.0.113.0/24' }),
);

describe('with one rule less in the cloud', () => {
  it.each(ROWS)('%s was broken before, unless another row says the same', (_, the) => {
    const facts = factsOf(groupsOf(made(the.model, the.row), GROUPS));
    const rows = breaking(the);
    const report = judge([...world({ model: the.model }), ELSEWHERE], CONFIGURATION, facts);
    expect(verdict(report)).toEqual(rows.length === 0 ? {} : { 'pre-existing': rows });
  });

  test('some rows of each table are covered by no other', () => {
    const tables = new Set(
      ROWS.filter(([, the]) => breaking(the).length > 0).map(([, { row }]) => row.table),
    );
    expect([...tables]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ROWS.filter(([, the]) => breaking(the).length === 0).map(([id]) => id)).toEqual([
      'T1.8',
      'T3.5',
      'T5.4',
      'T6.2',
      'T7.1',
    ]);
  });
});

describe('with all rules in the cloud, one of which Terraform manages', () => {
  it.each(ROWS)('%s breaks when it goes', (_, the) => {
    const own = rulesFor(the);
    const facts = factsOf(groupsOf(made(the.model)));
    const rows = breaking(the);
    const report = judge(
      [...world({ model: the.model }), ...own.map(([name, spec]) => goes(rule(name, spec)))],
      CONFIGURATION,
      facts,
    );
    expect(verdict(report)).toEqual(rows.length === 0 ? {} : { introduced: rows });
  });

  it.each(ROWS)('%s goes, and a wider rule that nobody manages lets the same through', (_, the) => {
    const own = rulesFor(the);
    const wider = apiRule('by hand', { group: madeGroup(the.role), direction: the.row.direction });
    const all = made(the.model).filter(({ remote_ip_prefix: cidr, protocol, ...same }) => {
      const isWider = cidr === '0.0.0.0/0' && protocol === null;
      return (
        !isWider || same.security_group_id !== wider.security_group_id || same.direction !== wider.direction
      );
    });
    const report = judge(
      [...world({ model: the.model }), ...own.map(([name, spec]) => goes(rule(name, spec)))],
      CONFIGURATION,
      factsOf(groupsOf([...all, wider])),
    );
    expect(verdict(report)).toEqual({});
    expect(report.conclusion).toBe('pass');
  });
});

describe('the rules of a plan', () => {
  const [, the] = ROWS.find(([id]) => id === 'T2.3') ?? none();
  const [[name, spec] = none()] = rulesFor(the);

  test('that the cloud does not have are gone, whatever the prior state says, and that is told', () => {
    const facts = factsOf(groupsOf(made(the.model, the.row)));
    const report = judge([...world({ model: the.model }), stands(rule(name, spec)), ELSEWHERE], {}, facts);
    expect(verdict(report)).toEqual({ 'pre-existing': ['T2.3'] });
    expect(report.findings.filter(({ check }) => check === 'configuration')).toMatchObject([
      { message: expect.stringContaining('gone from the cloud') },
    ]);
  });

  test('that equal one by another id are another rule: it stands on when they go', () => {
    const others = made(the.model, the.row);
    const facts = factsOf(groupsOf([...others, apiRule('made again by hand', spec)]));
    const report = judge([...world({ model: the.model }), goes(rule(name, spec))], {}, facts);
    expect(verdict(report)).toEqual({});
  });

  test('whose peer is sensitive keep the peer that the cloud has instead to themselves', () => {
    const [own, other] = ['own', 'other'].map((text) => ({ ref: `var.${text}`, value: idOf(text) }));
    const web = { group: madeGroup('node'), protocol: 'tcp', ports: [9000, 9000] } as const;
    const plain = rule('web', { ...web, peer: own });
    const facts = factsOf(groupsOf([...made('vpc-router'), apiRule('web', { ...web, peer: other })]));
    const told = (resource: Resource): string =>
      printed(judge([...world({ model: 'vpc-router' }), forgotten(resource)], {}, facts));
    expect(told(plain)).toContain(idOf('other'));
    expect(told(secret(plain, 'remote_group_id'))).not.toContain(idOf('other'));
    const range = secret(rule('web', { ...web, cidr: '10.1.0.0/16' }), 'remote_ip_prefix');
    const moved = factsOf(groupsOf([...made('vpc-router'), apiRule('web', { ...web, cidr: '10.2.0.0/16' })]));
    const report = judge([...world({ model: 'vpc-router' }), forgotten(range)], {}, moved);
    expect(printed(report)).not.toContain('10.2.0.0');
  });

  test('that are new repeat what is seen', () => {
    const hand = {
      group: madeGroup('control'),
      protocol: 'tcp',
      ports: [9000, 9000],
      cidr: '10.0.0.0/8',
    } as const;
    const facts = factsOf(groupsOf([...made(the.model), apiRule('by hand', hand)]));
    const twice = judge([...world({ model: the.model }), comes(rule('twice', hand))], {}, facts);
    expect(twice.findings.filter(({ check }) => check === 'duplicate-rule')).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('repeats') },
    ]);
    const ofCce = judge([...world({ model: the.model }), comes(rule('again', spec))], {}, facts);
    expect(ofCce.findings.filter(({ check }) => check === 'duplicate-rule')).toMatchObject([
      { message: expect.stringContaining('repeats') },
    ]);
    const gone = judge(
      [...world({ model: the.model }), comes(rule('again', spec))],
      {},
      factsOf(groupsOf(made(the.model, the.row))),
    );
    expect(gone.findings.filter(({ check }) => check === 'duplicate-rule')).toEqual([]);
    expect(gone.resolved.map(({ requirement }) => requirement)).toEqual(['T2.3']);
  });
});

function none(): never {
  throw new Error('no such row');
}
