/** VPCs and subnets on both sides of a plan. */
import { describe, expect, test } from '@jest/globals';

import type { Plan } from '../../src/plan/plan.js';
import type { Range } from '../../src/plan/rule.js';
import { documentOf, type Entry, peerText, planOf, PREFIX, ref, refs } from '../support/plans/reading.js';

function rangeText(range: Range | undefined): string | undefined {
  return range === undefined ? undefined : peerText({ kind: 'range', range });
}

function read(...entries: readonly Entry[]): Plan {
  return planOf(documentOf(entries.map((entry) => ({ expressions: {}, ...entry }))));
}

test('a subnet of the Neutron API: its network is what others name, and the provider fills in the same servers', () => {
  const after = { id: 'sub-1', network_id: 'net-1', cidr: '10.1.0.0/24' };
  const entry: Entry = { type: 'networking_subnet_v2', name: 's', actions: ['no-op'], before: after, after };
  const side = read(entry).subnets[0]?.after;
  expect([side?.id, side?.subnetId, rangeText(side?.cidr)]).toEqual(['net-1', 'sub-1', '10.1.0.0/24']);
  expect(side?.dnsServers.map(rangeText)).toEqual(['100.125.4.25/32', '100.125.129.199/32']);
  const own = { ...after, dns_nameservers: ['10.1.0.53'] };
  const named = read({ ...entry, before: own, after: own }).subnets[0]?.after;
  expect(named?.dnsServers.map(rangeText)).toEqual(['10.1.0.53/32']);
});

describe('a VPC and its subnets', () => {
  test('secondary CIDRs, in the VPC and beside it', () => {
    const before = { id: 'vpc-1', cidr: '10.0.0.0/16', secondary_cidr: null };
    const after = { ...before, secondary_cidr: '10.1.0.0/16' };
    const plan = read(
      { type: 'vpc_v1', name: 'v', actions: ['update'], before, after },
      {
        type: 'vpc_secondary_cidr_v3',
        after: { cidrs: ['10.2.0.0/16', '10.3.0.0/16'] },
        unknown: { vpc_id: true },
        expressions: { vpc_id: ref('vpc_v1', 'w', 'id') },
      },
      { type: 'vpc_v1', name: 'w', after: { cidr: '10.9.0.0/16' }, unknown: { id: true } },
    );
    expect(plan.vpcs[0]?.before?.secondaryCidrs).toEqual([]);
    expect(plan.vpcs[0]?.after?.secondaryCidrs.map(rangeText)).toEqual(['10.1.0.0/16']);
    expect(plan.secondaryCidrs[0]?.after?.cidrs.map(rangeText)).toEqual(['10.2.0.0/16', '10.3.0.0/16']);
    expect(plan.secondaryCidrs[0]?.after?.vpc).toEqual({ kind: 'address', address: `${PREFIX}vpc_v1.w` });
  });

  const subnet = { cidr: '10.0.0.0/24', vpc_id: 'vpc-1' };
  const dnsUnknown = { dns_list: true, primary_dns: true, secondary_dns: true };
  const pair = ['100.125.4.25/32', '100.125.129.199/32'];

  test.each<[string, Partial<Entry>, readonly string[] | undefined]>([
    ['none set', { after: subnet, unknown: dnsUnknown }, pair],
    ['a list', { after: { ...subnet, dns_list: ['1.1.1.1', '8.8.8.8'] } }, ['1.1.1.1/32', '8.8.8.8/32']],
    [
      'the first alone',
      { after: { ...subnet, primary_dns: '1.1.1.1' }, unknown: { secondary_dns: true, dns_list: true } },
      ['1.1.1.1/32'],
    ],
    [
      'a list before the two',
      { after: { ...subnet, dns_list: ['8.8.8.8'], primary_dns: '1.1.1.1' } },
      ['8.8.8.8/32'],
    ],
    [
      'one that is not known',
      { after: subnet, unknown: dnsUnknown, expressions: { primary_dns: refs('local.dns') } },
      [`unknown ${PREFIX}vpc_subnet_v1.x.primary_dns`],
    ],
  ])('DNS servers: %s', (_, entry, expected) => {
    const { subnets } = read({ type: 'vpc_subnet_v1', ...entry });
    expect(subnets[0]?.after?.dnsServers.map(rangeText)).toEqual(expected);
  });

  const set = { constant_value: 'x' };
  const old = {
    ...subnet,
    id: 'net-1',
    dns_list: ['1.1.1.1', '2.2.2.2'],
    primary_dns: '1.1.1.1',
    secondary_dns: '2.2.2.2',
  };

  test.each<[string, Partial<Entry>, readonly string[]]>([
    [
      'the two that change, before the list that nobody sets',
      {
        after: { ...old, primary_dns: '9.9.9.1', secondary_dns: '9.9.9.2' },
        expressions: { primary_dns: set, secondary_dns: set },
      },
      ['9.9.9.1/32', '9.9.9.2/32'],
    ],
    [
      'one that changes beside one that stays',
      { after: { ...old, primary_dns: '9.9.9.1' }, expressions: { primary_dns: set } },
      ['9.9.9.1/32', '2.2.2.2/32'],
    ],
    [
      'one that will change to what is not known yet',
      {
        after: { ...old, primary_dns: undefined },
        unknown: { primary_dns: true },
        expressions: { primary_dns: refs('local.dns') },
      },
      [`unknown ${PREFIX}vpc_subnet_v1.x.primary_dns`, '2.2.2.2/32'],
    ],
    [
      'the list that changes, before the two that stay',
      { after: { ...old, dns_list: ['9.9.9.9'] }, expressions: { dns_list: set } },
      ['9.9.9.9/32'],
    ],
    [
      'the list that takes the place of the two',
      { after: { ...old, dns_list: ['9.9.9.9'] }, expressions: { dns_list: set, primary_dns: set } },
      ['9.9.9.9/32'],
    ],
    [
      'the two that change, before a list that stays as it is set',
      { after: { ...old, primary_dns: '9.9.9.1' }, expressions: { dns_list: set, primary_dns: set } },
      ['9.9.9.1/32', '2.2.2.2/32'],
    ],
    [
      'of a block that the configuration does not hold: what changes',
      { after: { ...old, primary_dns: '9.9.9.1' }, address: `module.gone.${PREFIX}vpc_subnet_v1.x` },
      ['9.9.9.1/32', '2.2.2.2/32'],
    ],
    [
      'the list, when only its name changes',
      {
        after: { ...old, dns_list: ['1.1.1.1', '2.2.2.2', '3.3.3.3'] },
        before: { ...old, dns_list: ['1.1.1.1', '2.2.2.2', '3.3.3.3'], name: 'a' },
      },
      ['1.1.1.1/32', '2.2.2.2/32', '3.3.3.3/32'],
    ],
    [
      'none that is set any more, when only the list was: it stays',
      { after: old },
      ['1.1.1.1/32', '2.2.2.2/32'],
    ],
  ])('DNS servers of a subnet that is updated: %s', (_, entry, expected) => {
    const { subnets } = read({ type: 'vpc_subnet_v1', actions: ['update'], before: old, ...entry });
    expect(subnets[0]?.after?.dnsServers.map(rangeText)).toEqual(expected);
    expect(subnets[0]?.before?.dnsServers.map(rangeText).slice(0, 2)).toEqual(['1.1.1.1/32', '2.2.2.2/32']);
  });

  test('a data source that is read later tells nothing of itself', () => {
    const unknown = { id: true, cidr: true, ...dnsUnknown };
    const plan = read({ type: 'data.vpc_subnet_v1', actions: ['read'], after: { name: 's' }, unknown });
    const address = `data.${PREFIX}vpc_subnet_v1.x`;
    expect(rangeText(plan.subnets[0]?.after?.cidr)).toBe(`unknown ${address}.cidr`);
    expect(plan.subnets[0]?.after?.dnsServers.map(rangeText)).toEqual([`unknown ${address}.dns_list`]);
  });
});
