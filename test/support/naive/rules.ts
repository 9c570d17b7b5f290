/** The rules of a plan, each before and after, and what the API takes two of them for. */
import type { RuleSpec } from '../plans/group-rules.js';
import { isSameTraffic, type OracleRule, readSpec, SOME_GROUP } from '../oracle/rules.js';
import { type ChangeEntry, isUnknown, type PlanFile, referred } from './documents.js';

/** One rule of a group, as it is written. */
export interface NaiveRule {
  readonly address: string;
  readonly id: string | undefined;
  readonly spec: RuleSpec;
}

/** What the plan does to one resource with rules. */
export interface Step {
  readonly address: string;
  readonly how: 'stands' | 'comes' | 'goes' | 'forgotten' | 'destroy-first' | 'create-first';
  readonly before: readonly NaiveRule[];
  readonly after: readonly NaiveRule[];
  readonly entry: ChangeEntry;
}

/** Names of groups: an id or a reference, to the one name that is used here. */
export type NameGroup = (text: string) => string;

/** A value that only the apply tells, of which no more is found out here. */
export const NOBODY_KNOWS = SOME_GROUP;

const RULE_TYPES = ['opentelekomcloud_networking_secgroup_rule_v2', 'opentelekomcloud_vpc_secgroup_rule_v3'];
const NOVA = 'opentelekomcloud_compute_secgroup_v2';

/** What happens to all rules of the plan. */
export function stepsOf(plan: PlanFile, nameGroup: NameGroup): readonly Step[] {
  return (plan.resource_changes ?? [])
    .filter(({ type }) => RULE_TYPES.includes(type) || type === NOVA)
    .map((entry) => ({
      address: entry.address,
      how: howOf(entry.change.actions),
      before: rulesIn(plan, entry, 'before', nameGroup),
      after: rulesIn(plan, entry, 'after', nameGroup),
      entry,
    }));
}

function howOf(actions: readonly string[]): Step['how'] {
  switch (actions.join()) {
    case 'create':
      return 'comes';
    case 'delete':
      return 'goes';
    case 'forget':
      return 'forgotten';
    case 'delete,create':
      return 'destroy-first';
    // Rules within one group are changed in place, new ones first.
    case 'create,delete':
    case 'update':
      return 'create-first';
    default:
      return 'stands';
  }
}

type Side = 'before' | 'after';

function rulesIn(plan: PlanFile, entry: ChangeEntry, side: Side, nameGroup: NameGroup): readonly NaiveRule[] {
  const { address, type, change } = entry;
  const isKept = side === 'after' && change.actions.join() === 'forget';
  const values = isKept ? change.before : change[side];
  if (values === null) return [];
  const read = (name: string): unknown => values[name] ?? undefined;
  const text = (name: string): string | undefined => textOf(read(name));
  const isLater = (name: string): boolean => side === 'after' && isUnknown(entry, name);
  if (type === NOVA) return novaRules(address, values, nameGroup);
  const own = (id: string | undefined): RuleSpec['peer'] => (id === undefined ? id : { ref: nameGroup(id) });
  const end = (name: string): RuleSpec['peer'] => {
    if (!isLater(name)) return own(text(name));
    const found = referred(plan, entry, name);
    switch (found.kind) {
      case 'none':
        return undefined;
      case 'value':
        return { ref: nameGroup(found.value) };
      case 'attribute':
        return { ref: nameGroup(found.path) };
      case 'nobody knows':
        return { ref: NOBODY_KNOWS };
    }
  };
  const range = end('remote_ip_prefix');
  const isV3 = type.endsWith('_v3');
  const cidr = isLater('remote_ip_prefix') ? range : text('remote_ip_prefix');
  const peer = end('remote_group_id');
  const traffic = isV3
    ? {
        api: 'v3' as const,
        family: text('ether_type'),
        multiPort: text('multi_port'),
        action: read('action') === 'deny' ? ('deny' as const) : ('allow' as const),
        priority: Number(read('priority') ?? 1),
        ...(isLater('multi_port') && { arePortsUnknown: true as const }),
      }
    : {
        family: text('ethertype'),
        ports: [port(read('port_range_min')), port(read('port_range_max'))] as const,
        ...((isLater('port_range_min') || isLater('port_range_max') || isSomeIcmp()) && {
          arePortsUnknown: true as const,
        }),
      };
  const spec: RuleSpec = {
    ...traffic,
    group: end('security_group_id') ?? { ref: NOBODY_KNOWS },
    direction: text('direction'),
    protocol: text('protocol'),
    cidr,
    // The API takes one of the two: where the range is known, a group that may be one is none.
    peer: typeof cidr === 'string' && peer?.ref === NOBODY_KNOWS ? undefined : peer,
  };
  return [{ address, id: text('id'), spec }];

  /** ICMP by its number: what the state has for no types and for type 0 is the same. */
  function isSomeIcmp(): boolean {
    const isOfState = side === 'before' || change.actions.join() === 'no-op';
    const [min, max] = [port(read('port_range_min')), port(read('port_range_max'))];
    return isOfState && text('protocol') === '1' && (min ?? 0) === 0 && (max ?? 0) === 0;
  }
}

/** An attribute that is empty is left out. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function port(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function novaRules(address: string, values: object, nameGroup: NameGroup): readonly NaiveRule[] {
  const { id = address, rule = [] } = values as { id?: string; rule?: readonly Record<string, unknown>[] };
  const group = { ref: nameGroup(id) };
  return rule.map((one) => {
    const isAll = one['from_port'] === -1;
    const peer = textOf(one['from_group_id']);
    return {
      address,
      id: undefined,
      spec: {
        group,
        protocol: String(one['ip_protocol']).toLowerCase(),
        ports: isAll ? [0, 255] : [Number(one['from_port']), Number(one['to_port'])],
        cidr: textOf(one['cidr']),
        peer: one['self'] === true ? group : peer === undefined ? peer : { ref: nameGroup(peer) },
      },
    };
  });
}

/** The rule as the API has it; undefined when it lets no IPv4 packet through. */
export function readRule({ spec }: NaiveRule): OracleRule | undefined {
  return readSpec(spec);
}

/** Whether the API takes both for the same rule and refuses the second. */
export function isSameRule(
  { spec: a }: NaiveRule,
  { spec: b }: NaiveRule,
  priority: number | undefined,
): boolean {
  const [left, right] = [trafficOf(a), trafficOf(b)];
  return (
    left !== undefined &&
    right !== undefined &&
    a.group.ref === b.group.ref &&
    a.group.ref !== NOBODY_KNOWS &&
    (a.direction ?? 'ingress') === (b.direction ?? 'ingress') &&
    (a.family ?? 'IPv4') === (b.family ?? 'IPv4') &&
    isSameTraffic(left, right) &&
    peerText(a) === peerText(b) &&
    peerText(a) !== NOBODY_KNOWS &&
    rankText(a, priority) === rankText(b, priority)
  );
}

/** Protocol and ports are written alike for both families. */
function trafficOf(spec: RuleSpec): OracleRule | undefined {
  return readSpec({ ...spec, family: 'IPv4', cidr: undefined, peer: undefined });
}

function peerText({ cidr, peer, family = 'IPv4' }: RuleSpec): string {
  if (peer !== undefined) return peer.ref;
  if (typeof cidr === 'object') return cidr.ref;
  const everywhere = family === 'IPv6' ? '::/0' : '0.0.0.0/0';
  return (cidr ?? everywhere).toLowerCase();
}

function rankText({ api, action = 'allow', priority: own = 1 }: RuleSpec, priority?: number): string {
  // What a v2 rule is among v3 rules, nobody documents: the configuration says it.
  return api === 'v3' ? `${action} ${String(own)}` : `allow ${String(priority ?? 'v2')}`;
}
