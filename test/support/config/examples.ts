/** The example of the documentation: every key. */
export const DESIGN_EXAMPLE = `fail-on: critical
default-rule-priority: 1                 # 1 | 100; left out: unknown
severity: { duplicate-rule: critical }
clusters:
  - name: prod
    region: eu-de                        # eu-de | eu-nl | eu-ch2
    network-model: vpc-router            # vpc-router | overlay_l2 | eni
    vpc-cidrs: [192.168.0.0/16]          # each of these: what the plan does not know, or knows wrongly
    container-cidrs: [172.16.0.0/16]
    master-cidrs: [192.168.0.0/20]
    dns-servers: [100.125.4.25, 100.125.129.199]
    load-balancer-cidrs: []
    service-mesh-cidrs: []
    service-cidrs: [100.125.0.0/16]
    security-groups: { node: [ID or ADDRESS or NAME], control: [], eni: [] }
    default-rules: { gone: [T1.9], standing: [T1.8] }     # what CCE made and nobody manages
waivers:                                 # a waiver is for a set of packets, not for a line
  - requirement: T1.4
    cluster: prod
    packets: tcp/30000-32767 from 203.0.113.0/24
    reason: NodePorts are not used
    owner: "@platform"
    expires: 2027-01-31                  # a stale waiver is a warning; it no longer hides anything
`;

export const ONE_CLUSTER = `clusters:
  - name: prod
    network-model: vpc-router
    vpc-cidrs: [192.168.0.0/16]
    container-cidrs: [172.16.0.0/16]
    master-cidrs: [192.168.0.0/20]
    security-groups:
      node: [8615f6ed-b2cc-42b9-aa20-64cf4414ba05]
      control: [7b475ea0-20a1-4242-ad81-2116f94b90df]
`;

export const LOAD_BALANCER = `clusters:
  - name: prod
    load-balancer-cidrs: [10.9.0.0/24]
`;

export const WAIVED = `waivers:
  - requirement: T3.3
    cluster: prod
    packets: tcp/30000-32767 from 172.16.0.0/16
    reason: no pod calls a NodePort
    owner: "@platform"
    expires: 2099-12-31
`;

export const GOOD: readonly (readonly [name: string, text: string])[] = [
  ['the full example', DESIGN_EXAMPLE],
  ['one cluster', ONE_CLUSTER],
  ['load balancers alone', LOAD_BALANCER],
  ['a waiver alone', WAIVED],
  [
    'all default rules standing but one',
    'clusters: [{ name: prod, default-rules: { gone: [T1.9], standing: all } }]\n',
  ],
];

/** A file with one cluster and these lines for it. */
export function cluster(...lines: readonly string[]): string {
  return ['clusters:', '  - name: prod', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

/** A good waiver. */
export const WAIVER: Readonly<Record<string, string>> = {
  requirement: 'T1.4',
  packets: 'tcp/30000-32767 from any',
  reason: 'r',
  owner: 'o',
  expires: '2027-01-31',
};

/** A file with one waiver, changed; an undefined value leaves the key out. Values are as in YAML. */
export function waiver(change: Readonly<Record<string, string | undefined>>): string {
  const all: Readonly<Record<string, string | undefined>> = { ...WAIVER, ...change };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`.trimEnd()],
  );
  return `waivers:\n${lines.map((line, i) => `${i === 0 ? '  - ' : '    '}${line}\n`).join('')}`;
}
