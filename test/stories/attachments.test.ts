/** Groups that are put on ports and servers of nodes by hand. */
import { describe, expect, test } from '@jest/globals';

import type { ReportJson } from '../../src/format/json/schema.js';
import { world } from '../support/plans/cce-world.js';
import { group, groupId } from '../support/plans/group-rules.js';
import { judge, rows, verdict } from '../support/judge.js';
import {
  associate,
  computeInstance,
  ecsInstance,
  node,
  nodeAttach,
  port,
  portLookUp,
} from '../support/laws/machines.js';
import { attribute, type Change, comes, goes, read, stands, updated } from '../support/plans/plan-builder.js';
import { dataSource } from '../support/plans/resource.js';
import { of, said, wholeGroup } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const POOR = groupId('poor');
const RICH = groupId('rich');
const groups: readonly Change[] = [stands(group('poor')), ...wholeGroup('rich')];
const machine = node('own');
const SERVER = attribute(machine, 'server_id', true);
const ports = portLookUp('own', SERVER);
const PORT = attribute(ports, 'id', true);

function judged(...changes: readonly Change[]): ReportJson {
  return judge([...base, ...groups, ...changes]);
}

/** Whether rows of the machine break. */
function breaks(report: ReportJson, name: string): boolean {
  return rows(report, 'introduced').some((row) => row.startsWith(`opentelekomcloud_${name} `));
}

test('a port that is emptied has no group, though the plan still lists the old ones', () => {
  const full = port('own', { device: SERVER, groups: [RICH] });
  const kept = { ...full.computed, security_group_ids: [RICH.value] };
  const cells = { ...full.cells, security_group_ids: null, no_security_groups: true };
  const report = judged(stands(machine), updated(full, { ...full, cells, computed: kept }));
  expect(breaks(report, 'cce_node_v3.own')).toBe(true);
});

describe('networking_port_secgroup_associate_v2', () => {
  const has = [stands(machine), read(ports)];

  test('without `force` the group is beside the default one', () => {
    const put = associate('own', { port: PORT, groups: [POOR] });
    expect(verdict(judged(...has, comes(put)))).toEqual({});
  });

  test('with `force` it is the only one', () => {
    const put = associate('own', { port: PORT, groups: [POOR], isForced: true });
    expect(breaks(judged(...has, comes(put)), 'cce_node_v3.own')).toBe(true);
    const good = associate('own', { port: PORT, groups: [RICH], isForced: true });
    expect(verdict(judged(...has, comes(good)))).toEqual({});
  });

  test('one that stands breaks nothing new', () => {
    const put = associate('own', { port: PORT, groups: [POOR], isForced: true });
    expect(rows(judged(...has, stands(put)), 'introduced')).toEqual([]);
  });

  test('a forced one that goes leaves the port with no group at all', () => {
    const put = associate('own', { port: PORT, groups: [RICH], isForced: true });
    expect(breaks(judged(...has, goes(put)), 'cce_node_v3.own')).toBe(true);
  });

  test('one without `force` that goes leaves the default group', () => {
    const put = associate('own', { port: PORT, groups: [POOR] });
    expect(verdict(judged(...has, goes(put)))).toEqual({});
  });

  test('several forced groups count together', () => {
    const put = associate('own', { port: PORT, groups: [POOR, RICH], isForced: true });
    expect(verdict(judged(...has, comes(put)))).toEqual({});
  });

  test('a forced one takes the place of the groups of the server', () => {
    const server = ecsInstance('own', [RICH]);
    const own = nodeAttach('own', attribute(server, 'id', true));
    const look = portLookUp('own', attribute(server, 'id', true));
    const put = associate('own', { port: attribute(look, 'id', true), groups: [POOR], isForced: true });
    const changes = [stands(server), stands(own), read(look), comes(put)];
    expect(breaks(judged(...changes), 'cce_node_attach_v3.own')).toBe(true);
  });

  test('a port of something that is no node is not ours', () => {
    const other = portLookUp('other', { ref: 'var.server', value: 'aaaaaaaa-0000-4000-8000-000000000001' });
    const put = associate('own', { port: attribute(other, 'id', true), groups: [POOR], isForced: true });
    expect(verdict(judged(stands(machine), read(other), comes(put)))).toEqual({});
  });
});

describe('networking_port_v2', () => {
  test('its groups are all that it has', () => {
    const before = port('own', { device: SERVER, groups: [RICH] });
    const after = port('own', { device: SERVER, groups: [POOR] });
    expect(breaks(judged(stands(machine), updated(before, after)), 'cce_node_v3.own')).toBe(true);
    expect(verdict(judged(stands(machine), updated(after, before)))).toEqual({});
  });

  test('without groups it keeps what it has', () => {
    expect(verdict(judged(stands(machine), comes(port('own', { device: SERVER, groups: [] }))))).toEqual({});
  });

  test('a server that is made in the same plan is found by reference', () => {
    const put = port('own', { device: attribute(machine, 'server_id', false), groups: [POOR] });
    expect(breaks(judged(comes(machine), comes(put)), 'cce_node_v3.own')).toBe(true);
  });

  test('a port of another machine', () => {
    const other = { ref: 'var.server', value: 'aaaaaaaa-0000-4000-8000-000000000001' };
    expect(verdict(judged(stands(machine), comes(port('own', { device: other, groups: [POOR] }))))).toEqual(
      {},
    );
  });
});

describe('compute_instance_v2', () => {
  const before = computeInstance('own', ['rich']);
  const own = nodeAttach('own', attribute(before, 'id', true));

  test('its groups are named by their names', () => {
    const after = computeInstance('own', ['poor']);
    expect(breaks(judged(updated(before, after), stands(own)), 'cce_node_attach_v3.own')).toBe(true);
    expect(verdict(judged(stands(before), stands(own)))).toEqual({});
  });

  test('a group that is resource and data source is one group', () => {
    const look = dataSource(
      'networking_secgroup_v2',
      'poor',
      { name: 'poor' },
      { id: POOR.value, name: 'poor' },
    );
    const changes = [updated(before, computeInstance('own', ['poor'])), stands(own), read(look)];
    expect(breaks(judged(...changes), 'cce_node_attach_v3.own')).toBe(true);
  });

  test('a group that is destroyed while the server names it', () => {
    const changes = [stands(computeInstance('own', ['gone'])), stands(own), goes(group('gone'))];
    expect(said(judged(...changes), 'group-lifecycle')).toEqual([expect.stringContaining('still needs it')]);
  });

  test('a server that is no node is not ours', () => {
    expect(verdict(judged(updated(before, computeInstance('own', ['poor']))))).toEqual({});
  });
});

describe('ecs_instance_v1', () => {
  const before = ecsInstance('own', [RICH]);
  const own = nodeAttach('own', attribute(before, 'id', true));

  test('its groups are named by their ids', () => {
    const after = ecsInstance('own', [POOR]);
    expect(breaks(judged(updated(before, after), stands(own)), 'cce_node_attach_v3.own')).toBe(true);
    expect(verdict(judged(stands(before), stands(own)))).toEqual({});
  });

  test('a new server with all that a node needs', () => {
    const fresh = nodeAttach('own', attribute(before, 'id', false));
    expect(verdict(judged(comes(before), comes(fresh)))).toEqual({});
    const poor = ecsInstance('own', [POOR]);
    expect(breaks(judged(comes(poor), comes(fresh)), 'cce_node_attach_v3.own')).toBe(true);
  });

  test('a server that is no node is not ours', () => {
    expect(verdict(judged(updated(before, ecsInstance('own', [POOR]))))).toEqual({});
  });
});

test('a node in a group that is managed elsewhere: one warning', () => {
  const far = { ref: 'var.group', value: 'aaaaaaaa-0000-4000-8000-000000000002' };
  const put = associate('own', { port: PORT, groups: [far], isForced: true });
  const report = judged(stands(machine), read(ports), comes(put));
  expect(of(report, 'unknown-group')).toHaveLength(1);
  expect(verdict(report)).toEqual({});
});
