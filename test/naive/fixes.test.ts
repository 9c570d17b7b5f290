/** The naive checker of fixes: what it says of fixes whose faults are known. */
import { describe, expect, test } from '@jest/globals';

import { requirement } from '../../src/model/model.js';
import { must } from '../../src/result.js';
import { builtWorld } from '../support/naive/built.js';
import { checkFix, type FixAdd, type FixEdits, type FixFaults } from '../support/naive/fixes.js';
import { subjectOf } from '../support/naive/holds.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { comes, goes } from '../support/plans/plan-builder.js';

const NODE = madeGroup('node');

/** TCP from the VPC, which CCE made and the team imported, is destroyed: T1.2 is cut. */
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR };
const CUT = [...world({ model: 'vpc-router' }), goes(rule('tcp', TCP))];

function add(more: Partial<FixAdd> = {}): FixAdd {
  return {
    ...{ group: { address: null, id: NODE.value ?? '' }, direction: 'ingress', ethertype: 'IPv4' },
    ...{ protocol: 'tcp', portRangeMin: 1, portRangeMax: 65535, remoteIpPrefix: VPC_CIDR },
    ...{ remoteGroupId: null, action: null, priority: null },
    ...more,
  };
}

function faults(fix: Partial<FixEdits>, { changes = CUT, id = 'T1.2' } = {}): FixFaults {
  const all = builtWorld(changes);
  const subject = subjectOf(all, { cluster: 'prod', group: NODE.value ?? '', pool: null });
  const wanted = { row: must(requirement(id), id), subject: must(subject, 'the node group is known') };
  return checkFix(all, { kind: 'add-rules', adds: [], removes: [], ...fix }, [wanted]);
}

const CLEAN: FixFaults = { lacking: [], beyond: [], twins: [], idle: [], pieces: [] };
const none = expect.arrayContaining([]);
const some = expect.arrayContaining([expect.anything()]);

describe('what a fix lacks', () => {
  test('nothing, when the rule is put back', () => {
    expect(faults({ kind: 'put-back', adds: [add()] })).toEqual(CLEAN);
  });

  test('the row, when nothing is added', () => {
    expect(faults({}).lacking).toEqual(['T1.2']);
  });

  test('the row, when a part is added', () => {
    expect(faults({ adds: [add({ portRangeMin: 2 })] })).toEqual({ ...CLEAN, lacking: ['T1.2'], idle: some });
  });

  test('the row, when the rule is for another family, direction or group', () => {
    expect(faults({ adds: [add({ ethertype: 'IPv6' })] }).lacking).toEqual(['T1.2']);
    expect(faults({ adds: [add({ direction: 'egress' })] }).lacking).toEqual(['T1.2']);
    const group = { address: null, id: madeGroup('control').value ?? '' };
    expect(faults({ adds: [add({ group })] }).lacking).toEqual(['T1.2']);
  });
});

describe('what a fix opens', () => {
  test('nothing, with exactly the row by rules of another form', () => {
    const adds = [add({ portRangeMax: 9999, action: 'allow', priority: 1 }), add({ portRangeMin: 10_000 })];
    expect(faults({ adds })).toEqual({ ...CLEAN, pieces: none });
  });

  test('all other protocols, when all of them are let through', () => {
    const open = add({ protocol: null, portRangeMin: null, portRangeMax: null });
    expect(faults({ adds: [open] })).toEqual({ ...CLEAN, beyond: some });
  });

  test('addresses around the VPC', () => {
    expect(faults({ adds: [add({ remoteIpPrefix: '192.168.0.0/15' })] }).beyond).toHaveLength(1);
    expect(faults({ adds: [add({ remoteIpPrefix: '0.0.0.0/0' })] }).beyond).toHaveLength(1);
  });

  test('strangers, when a group is named that is none of the cluster', () => {
    const stranger = add({ remoteIpPrefix: null, remoteGroupId: 'ffffffff-0000-4000-8000-000000000000' });
    expect(faults({ adds: [add(), stranger] }).beyond).toHaveLength(1);
  });

  test('what a deny held back, when the deny goes', () => {
    const deny: RuleSpec = { ...TCP, api: 'v3', ports: undefined, action: 'deny', priority: 1 };
    const changes = [...world({ model: 'vpc-router' }), comes(rule('deny', { ...deny, protocol: 'tcp' }))];
    const removes = [{ address: 'opentelekomcloud_vpc_secgroup_rule_v3.deny', id: null }];
    expect(faults({ kind: 'deny' }, { changes }).lacking).toEqual(['T1.2']);
    // It was open before.
    expect(faults({ kind: 'deny', removes }, { changes })).toEqual(CLEAN);
  });
});

describe('rules that the API refuses or that nobody needs', () => {
  test('an equal of what the plan deletes is refused, and by any other priority it is not', () => {
    expect(faults({ adds: [add()] })).toEqual({ ...CLEAN, twins: some });
    expect(faults({ adds: [add({ action: 'allow', priority: 2 })] })).toEqual(CLEAN);
  });

  test("an equal of CCE's own rule is refused", () => {
    const udp = add({ protocol: 'udp' });
    expect(faults({ adds: [add({ portRangeMax: 65534 }), udp] }).twins).toHaveLength(1);
  });

  test('two equal rules are refused, however they are written', () => {
    const twice = [add({ portRangeMin: null, portRangeMax: null }), add({ protocol: '6' })];
    expect(faults({ kind: 'put-back', adds: twice }).twins).toHaveLength(1);
  });

  test('a rule that lies within another is idle', () => {
    const office = add({ remoteIpPrefix: '192.168.7.0/24', portRangeMin: 22, portRangeMax: 22 });
    expect(faults({ adds: [add({ action: 'allow', priority: 2 }), office] }).idle).toHaveLength(1);
  });
});

describe('pieces', () => {
  const halves = ['192.168.0.0/17', '192.168.128.0/17'].map((cidr) => add({ remoteIpPrefix: cidr }));

  test('two halves of a CIDR are pieces', () => {
    expect(faults({ adds: halves }).pieces).toHaveLength(1);
  });

  test('two CIDRs that are no block together are not', () => {
    const apart = ['192.168.0.0/18', '192.168.128.0/17'].map((cidr) => add({ remoteIpPrefix: cidr }));
    expect(faults({ adds: apart }).pieces).toEqual([]);
  });

  test('ports that touch are pieces, and the same ports of two protocols are not', () => {
    const ports = [add({ portRangeMax: 99 }), add({ portRangeMin: 100 })];
    expect(faults({ adds: ports }).pieces).toHaveLength(1);
    expect(faults({ adds: [add(), add({ protocol: 'udp' })] }).pieces).toEqual([]);
  });
});
