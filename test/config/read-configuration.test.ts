import { describe, expect, test } from '@jest/globals';
import { CHECK_IDS } from '../../src/check/check-id.js';
import {
  type ClusterConfiguration,
  type Configuration,
  NO_CONFIGURATION,
} from '../../src/config/configuration.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { addressesIn } from '../../src/net/address.js';
import type { PeerSet } from '../../src/net/peers.js';
import { region } from '../../src/net/region.js';
import { DESIGN_EXAMPLE, LOAD_BALANCER, ONE_CLUSTER, WAIVED } from '../support/config/examples.js';

function read(text: string): Configuration {
  const result = readConfiguration(text, CHECK_IDS);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function cidrs(...texts: readonly string[]): readonly PeerSet[] {
  return texts.map((text) => addressesIn(text));
}

const BARE: ClusterConfiguration = {
  name: 'prod',
  region: undefined,
  networkModel: undefined,
  vpcCidrs: undefined,
  containerCidrs: undefined,
  masterCidrs: undefined,
  dnsServers: undefined,
  loadBalancerCidrs: undefined,
  serviceMeshCidrs: undefined,
  serviceCidrs: undefined,
  defaultRules: undefined,
  securityGroups: { node: [], control: [], eni: [] },
};

test('the full example', () => {
  expect(read(DESIGN_EXAMPLE)).toEqual({
    failOn: 'critical',
    defaultRulePriority: 1,
    severity: { 'duplicate-rule': { introduced: 'critical' } },
    ...{ allow: [], extends: undefined, mayOverride: [] },
    clusters: [
      {
        name: 'prod',
        region: 'eu-de',
        networkModel: 'vpc-router',
        vpcCidrs: cidrs('192.168.0.0/16'),
        containerCidrs: cidrs('172.16.0.0/16'),
        masterCidrs: cidrs('192.168.0.0/20'),
        dnsServers: cidrs('100.125.4.25', '100.125.129.199'),
        loadBalancerCidrs: [],
        serviceMeshCidrs: [],
        serviceCidrs: cidrs('100.125.0.0/16'),
        securityGroups: { node: ['ID or ADDRESS or NAME'], control: [], eni: [] },
        defaultRules: { gone: ['T1.9'], standing: ['T1.8'] },
      },
    ],
    waivers: [
      {
        requirement: 'T1.4',
        cluster: 'prod',
        packets: {
          region: region(
            'ingress',
            [{ lo: 6, hi: 6 }],
            [{ lo: 30000, hi: 32767 }],
            addressesIn('203.0.113.0/24'),
          ),
          isAnyPeer: false,
          text: 'tcp/30000-32767 from 203.0.113.0/24',
        },
        reason: 'NodePorts are not used',
        owner: '@platform',
        expires: '2027-01-31',
      },
    ],
  });
});

test('one cluster', () => {
  expect(read(ONE_CLUSTER)).toEqual({
    ...NO_CONFIGURATION,
    clusters: [
      {
        ...BARE,
        networkModel: 'vpc-router',
        vpcCidrs: cidrs('192.168.0.0/16'),
        containerCidrs: cidrs('172.16.0.0/16'),
        masterCidrs: cidrs('192.168.0.0/20'),
        securityGroups: {
          node: ['8615f6ed-b2cc-42b9-aa20-64cf4414ba05'],
          control: ['7b475ea0-20a1-4242-ad81-2116f94b90df'],
          eni: [],
        },
      },
    ],
  });
});

test('load balancers alone', () => {
  expect(read(LOAD_BALANCER).clusters).toEqual([{ ...BARE, loadBalancerCidrs: cidrs('10.9.0.0/24') }]);
});

test('a waiver alone', () => {
  const { clusters, waivers } = read(WAIVED);
  expect(clusters).toEqual([]);
  expect(waivers).toMatchObject([
    {
      requirement: 'T3.3',
      cluster: 'prod',
      packets: { text: 'tcp/30000-32767 from 172.16.0.0/16' },
      expires: '2099-12-31',
    },
  ]);
});

test.each(['', '\n\n', '# nothing yet\n', '---\n', '---\n...\n', '~', 'null\n', '\uFEFF'])(
  'a file without a value, %j',
  (text) => {
    expect(read(text)).toBe(NO_CONFIGURATION);
  },
);

describe('fail-on', () => {
  test.each(['critical', 'warning', 'notice', 'never'] as const)('%s', (word) => {
    expect(read(`fail-on: ${word}`)).toEqual({ ...NO_CONFIGURATION, failOn: word });
  });
});

describe('default-rule-priority', () => {
  test.each([1, 100])('%i', (number) => {
    expect(read(`default-rule-priority: ${number}`).defaultRulePriority).toBe(number);
  });
});

describe('severity', () => {
  test.each(CHECK_IDS)('%s', (id) => {
    expect(read(`severity: { ${id}: notice }`).severity).toEqual({ [id]: { introduced: 'notice' } });
  });

  test('by change', () => {
    const text = 'severity: { essential-rule: { transient: critical, pre-existing: off } }';
    expect(read(text).severity).toEqual({
      'essential-rule': { transient: 'critical', 'pre-existing': 'off' },
    });
  });

  test('none', () => {
    expect(read('severity: {}').severity).toEqual({});
  });
});

describe('clusters', () => {
  test('none', () => {
    expect(read('clusters: []').clusters).toEqual([]);
  });

  test('a name and nothing else', () => {
    expect(read('clusters: [{ name: prod }]').clusters).toEqual([BARE]);
  });

  test.each(['vpc-router', 'overlay_l2', 'eni'])('network model %s', (model) => {
    expect(read(`clusters: [{ name: prod, network-model: ${model} }]`).clusters).toEqual([
      { ...BARE, networkModel: model },
    ]);
  });

  test.each([
    ['vpc-cidrs', 'vpcCidrs'],
    ['container-cidrs', 'containerCidrs'],
    ['master-cidrs', 'masterCidrs'],
    ['dns-servers', 'dnsServers'],
    ['load-balancer-cidrs', 'loadBalancerCidrs'],
    ['service-mesh-cidrs', 'serviceMeshCidrs'],
    ['service-cidrs', 'serviceCidrs'],
  ])('%s: several ranges stay apart, also when they touch', (key, property) => {
    const text = `clusters: [{ name: prod, ${key}: [10.0.0.0/9, 10.128.0.0/9, 192.168.7.1/32] }]`;
    expect(read(text).clusters).toEqual([
      { ...BARE, [property]: cidrs('10.0.0.0/9', '10.128.0.0/9', '192.168.7.1/32') },
    ]);
  });

  test.each([
    ['dns-servers', 'dnsServers'],
    ['load-balancer-cidrs', 'loadBalancerCidrs'],
    ['service-mesh-cidrs', 'serviceMeshCidrs'],
  ])('%s: single addresses', (key, property) => {
    expect(read(`clusters: [{ name: prod, ${key}: [10.9.0.5] }]`).clusters).toEqual([
      { ...BARE, [property]: cidrs('10.9.0.5/32') },
    ]);
  });

  test.each([
    ['load-balancer-cidrs', 'loadBalancerCidrs'],
    ['service-mesh-cidrs', 'serviceMeshCidrs'],
  ])('%s: an empty list is a known set of none', (key, property) => {
    expect(read(`clusters: [{ name: prod, ${key}: [] }]`).clusters).toEqual([{ ...BARE, [property]: [] }]);
  });

  test('security groups', () => {
    const text = 'clusters: [{ name: prod, security-groups: { node: [a, "module.x[0].y"], eni: [" b "] } }]';
    expect(read(text).clusters[0]?.securityGroups).toEqual({
      node: ['a', 'module.x[0].y'],
      control: [],
      eni: [' b '],
    });
  });
});

describe('waivers', () => {
  const waiver = (more: string): string =>
    `waivers: [{ requirement: T1.4, packets: tcp/30000-32767 from any, reason: r, owner: o, ${more} }]`;

  test('of every cluster, for every peer', () => {
    expect(read(waiver('expires: 2027-01-31')).waivers).toMatchObject([
      { cluster: undefined, packets: { isAnyPeer: true } },
    ]);
  });

  test.each(['2027-01-31', '2028-02-29', '2000-02-29', '"2027-12-31"', '!!str 2027-04-30'])(
    'expires %s',
    (day) => {
      const expected = day.replace('!!str ', '').replaceAll('"', '');
      expect(read(waiver(`expires: ${day}`)).waivers[0]?.expires).toBe(expected);
    },
  );

  test('a date stays text under the YAML 1.1 directive too', () => {
    expect(read(`%YAML 1.1\n---\n${waiver('expires: 2027-01-31')}`).waivers[0]?.expires).toBe('2027-01-31');
  });

  test('reason and owner come as one line', () => {
    const text = `waivers:
  - requirement: T1.4
    packets: "  tcp/443   from  any "
    reason: |
      NodePorts
        are not used
    owner: " @platform\\tteam\\e "
    expires: 2027-01-31
`;
    expect(read(text).waivers).toMatchObject([
      { reason: 'NodePorts are not used', owner: '@platform team', packets: { text: 'tcp/443 from any' } },
    ]);
  });
});

describe('YAML', () => {
  test('anchors and aliases', () => {
    const text = `clusters:
  - { name: a, vpc-cidrs: &vpc [10.0.0.0/8], master-cidrs: *vpc }
  - { name: b, vpc-cidrs: *vpc }
`;
    const clusters = read(text).clusters;
    expect(clusters.map(({ vpcCidrs }) => vpcCidrs)).toEqual([cidrs('10.0.0.0/8'), cidrs('10.0.0.0/8')]);
    expect(clusters[0]?.masterCidrs).toEqual(cidrs('10.0.0.0/8'));
  });

  test('an anchor that is set again', () => {
    const text = 'fail-on: &a warning\nseverity: { waiver: &a notice, rule-input: *a }\n';
    expect(read(text).severity).toEqual({
      waiver: { introduced: 'notice' },
      'rule-input': { introduced: 'notice' },
    });
  });

  test.each([
    ['\uFEFFfail-on: never\n'],
    ['fail-on: never\r\nseverity: {}\r\n'],
    ['{"fail-on": "never"}'],
    ['---\nfail-on: never\n...\n'],
    ['%YAML 1.2\n---\nfail-on: never'],
  ])('%j', (text) => {
    expect(read(text).failOn).toBe('never');
  });
});
