/** Random rules: all spellings of protocols and ports, and CIDRs whose borders meet those of the tables. */
import { POD_CIDR, POD_SUBNET, SUBNET_CIDR, VPC_CIDR } from '../plans/cce-world.js';
import type { RuleSpec } from '../plans/group-rules.js';
import type { Ref } from '../plans/plan-builder.js';
import { SOME_GROUP } from '../oracle/rules.js';
import { unknownCidr } from './scenario.js';
import { type Arbitrary, fc, type WeightedArbitrary } from '../laws.js';

/** What a test wants to see. */
export interface Wish {
  /** Deny rules with priorities. */
  readonly hasDenies?: boolean;
  /** CIDRs, ports and groups that are known after apply. */
  readonly hasUnknowns?: boolean;
  /** Rules that change; without, everything stays as it is. */
  readonly hasChanges?: boolean;
  /** Rules of groups that CCE made. */
  readonly hasMadeRules?: boolean;
  /** Few rules, each about one of few rows: cheap, so that thousands can be tried. */
  readonly isSmall?: boolean;
}

const CIDRS: readonly (string | undefined)[] = [
  undefined,
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  VPC_CIDR,
  '192.168.0.0/17',
  '192.168.128.0/17',
  SUBNET_CIDR,
  POD_SUBNET,
  POD_CIDR,
  '172.16.0.0/17',
  '172.16.128.0/17',
  '10.0.0.0/16',
  '100.125.0.0/16',
  '100.125.4.25/32',
  '198.19.128.0/17',
  '192.168.0.7/16',
];
type Ports = readonly [number | undefined, number | undefined];
type Traffic = Pick<RuleSpec, 'protocol' | 'ports'>;
type OtherEnd = Pick<RuleSpec, 'cidr' | 'peer' | 'peerOr'>;

const RANGES: readonly Ports[] = [
  [undefined, undefined],
  [0, 0],
  [0, 65535],
  [1, 65535],
  [22, 22],
  [53, 53],
  [1, 30000],
  [443, 6443],
  [5443, 5444],
  [10250, 10250],
  [30000, 32767],
  [30000, 31000],
  [31001, 32767],
];
const TRAFFIC_V2: readonly Traffic[] = [
  ...[undefined, undefined, undefined, '47'].map((protocol) => ({ protocol })),
  ...['tcp', 'udp', '6', '17'].flatMap((protocol) => RANGES.map((ports) => ({ protocol, ports }))),
  ...[[undefined, undefined] as const, [0, 255] as const, [8, 0] as const].map((ports) => ({
    protocol: 'icmp',
    ports,
  })),
];
/** What the provider or the API refuses or changes; it is never found in a state. */
const ODD_V2: readonly Traffic[] = [
  { protocol: 'TCP' },
  { protocol: 'TCP', ports: [443, 443] },
  { protocol: 'tcp', ports: [32767, 30000] },
  { protocol: 'udp', ports: [443, undefined] },
  { protocol: '256' },
];
const MULTI_PORTS = [
  undefined,
  '1-65535',
  '5443,5444',
  '53,123,443',
  '30000-32767',
  '30000-31000,31001-32767',
  '4789',
];
const PRIORITIES = [1, 1, 10, 50, 100];

/** Groups that rules may name as their peer. */
export interface Peers {
  readonly groups: readonly Ref[];
  readonly wish: Wish;
}

/** Any rule of the group, by either API or by the one that is wanted; with `isPlanned` also those that it refuses. */
export function anySpec(
  group: Ref,
  { groups, wish }: Peers,
  { isPlanned, api }: { readonly isPlanned: boolean; readonly api?: 'v2' | 'v3' },
): Arbitrary<RuleSpec> {
  const odd = isPlanned ? 1 : 0;
  const named = groups.filter(({ value }) => isPlanned || value !== undefined);
  // A choice between what the plan knows already would be known, or null.
  const shown = named.filter(({ value }) => value === undefined);
  const unknownPeer = fc.oneof(
    fc.constantFrom('u1', 'u2').map((name) => ({ cidr: unknownCidr(name) })),
    fc.constant({ peer: { ref: SOME_GROUP } }),
    ...shown.map((peer) => fc.constantFrom<Ref | 'any'>('any', ...shown).map((peerOr) => ({ peer, peerOr }))),
  );
  const hasUnknowns = wish.hasUnknowns === true && isPlanned;
  const peer = fc.oneof<WeightedArbitrary<OtherEnd>[]>(
    { weight: 5, arbitrary: fc.constantFrom(...CIDRS).map((cidr) => ({ cidr })) },
    { weight: 2, arbitrary: fc.constantFrom(...named).map((ref) => ({ peer: ref })) },
    ...(hasUnknowns ? [{ weight: 2, arbitrary: unknownPeer }] : []),
  );
  const common = fc.record({
    group: fc.constant(group),
    direction: fc.constantFrom('ingress', 'ingress', 'egress'),
    arePortsUnknown: fc.integer({ min: 0, max: 5 }).map((roll) => hasUnknowns && roll === 0),
  });
  const v2 = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...TRAFFIC_V2) },
    { weight: odd, arbitrary: fc.constantFrom(...ODD_V2) },
  );
  const actions = wish.hasDenies === true ? (['allow', 'deny', 'deny'] as const) : (['allow'] as const);
  const v3 = fc.record({
    api: fc.constant('v3' as const),
    protocol: fc.constantFrom(
      undefined,
      'tcp',
      'tcp',
      'udp',
      '6',
      '17',
      'icmp',
      '47',
      ...(isPlanned ? ['TCP'] : []),
    ),
    multiPort: fc.constantFrom(...MULTI_PORTS),
    action: fc.constantFrom(...actions),
    priority: fc.constantFrom(...PRIORITIES),
  });
  const traffics = api === 'v2' ? v2 : api === 'v3' ? v3 : fc.oneof(v2, v3);
  const families = fc.integer({ min: 0, max: 20 });
  return fc.tuple(common, peer, traffics, families).map(([base, other, traffic, roll]) => {
    const { arePortsUnknown, ...sure } = base;
    const whole = { ...sure, ...other, ...traffic, ...(arePortsUnknown && { arePortsUnknown }) };
    // Which member a deny is for is asked group by group: a choice of groups is no one of them.
    const spec: RuleSpec =
      'action' in whole && whole.action === 'deny' ? { ...whole, peerOr: undefined } : whole;
    if (spec.api === 'v3' && !['tcp', 'udp', '6', '17'].includes(spec.protocol ?? '')) {
      // How an ICMP type is written in the v3 API is not documented.
      return { ...spec, multiPort: undefined };
    }
    return roll === 20
      ? { ...spec, family: 'IPv6', cidr: roll % 2 === 0 ? '2001:db8::/32' : undefined, peer: undefined }
      : spec;
  });
}
