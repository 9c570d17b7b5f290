/** A proposal of `fix --format json`, applied to the plain lists of rules and held against them. */
import type { Requirement } from '../../../src/model/requirement.js';
import { membersAt, passesFrom, type End } from '../oracle/passes.js';
import { isWanted, peerOf } from '../oracle/places.js';
import { cidrOf, meetsTraffic, type OracleRule, type Packet } from '../oracle/rules.js';
import { asksForGroup } from '../oracle/verdict.js';
import {
  counted,
  type Hold,
  holds,
  judgeOf,
  naiveBorders,
  type NaiveSubject,
  type Rules,
  rulesAt,
} from './holds.js';
import { isSameRule, type NaiveRule, readRule, type Step } from './rules.js';
import type { NaiveCluster, NaiveWorld } from './world.js';

/** A rule that a fix adds to what is planned. */
export interface FixAdd {
  readonly group: { readonly address: string | null; readonly id: string | null };
  readonly direction: string;
  readonly ethertype: string;
  readonly protocol: string | null;
  readonly portRangeMin: number | null;
  readonly portRangeMax: number | null;
  readonly remoteIpPrefix: string | null;
  readonly remoteGroupId: string | null;
  /** Null: by the v2 API. */
  readonly action: string | null;
  readonly priority: number | null;
}

/** What counts here of a fix. */
export interface FixEdits {
  readonly kind: string;
  readonly adds: readonly FixAdd[];
  readonly removes: readonly { readonly address: string | null; readonly id: string | null }[];
}

/** A row that a fix is for, and of whom it asks. */
export interface FixFor {
  readonly row: Requirement;
  readonly subject: NaiveSubject;
}

/** What is wrong with a fix, in words; all empty when nothing is. */
export interface FixFaults {
  /** Rows that do not hold with it. */
  readonly lacking: readonly string[];
  /** What it lets through that was not before, is not planned, and that no row of it asks for. */
  readonly beyond: readonly string[];
  /** Added rules that the API refuses, for an equal one stands. */
  readonly twins: readonly string[];
  /** Added rules without which the rows hold as well. */
  readonly idle: readonly string[];
  /** Added rules whose addresses or ports could be written as one. */
  readonly pieces: readonly string[];
}

/** The world with the rules of the fix as new ones, at the addresses by which its first stage names them. */
export function withAdds(world: NaiveWorld, fix: FixEdits, addresses: readonly string[]): NaiveWorld {
  const added = fix.adds.map((add, i): Step => {
    const address = addresses[i] ?? `add ${String(i)}`;
    const rule = { ...ruleOf(add, i, world), address };
    const change = { actions: ['create'], before: null, after: {} };
    const entry = { address, type: '', name: address, change };
    return { ...{ address, how: 'comes', before: [], after: [rule] }, entry };
  });
  return { ...world, steps: [...world.steps, ...added] };
}

/** Applies the fix, and looks at the packets. */
export function checkFix(world: NaiveWorld, fix: FixEdits, wanted: readonly FixFor[]): FixFaults {
  const added = fix.adds.map((add, i) => ruleOf(add, i, world));
  const lacks = (rules: readonly NaiveRule[]): readonly string[] => {
    const all = [...keptBy(fix, world), ...rules.flatMap((rule) => counted(rule))];
    return wanted
      .filter((one) => isLacking(holds(world, { ...one, side: 'after', rules: all }), one))
      .map(({ row }) => row.id);
  };
  const old = rulesAt(world, 'before');
  // What nobody knows before and after is a doubt that the plan does not touch.
  const isLacking = (now: Hold, one: FixFor): boolean =>
    now === 'missing' || (now === 'unknown' && holds(world, { ...one, side: 'before', rules: old }) !== now);
  const lacking = lacks(added);
  const isNeeded = (rule: NaiveRule): boolean =>
    lacks(added.filter((other) => other !== rule)).length > lacking.length;
  return {
    lacking,
    beyond: beyond(world, fix, added, wanted),
    twins: twins(world, fix, added),
    idle: fix.kind === 'add-rules' ? added.filter((rule) => !isNeeded(rule)).map(text) : [],
    pieces: fix.kind === 'add-rules' ? pieces(added) : [],
  };
}

/** The added rule, as a plan would show it. */
export function ruleOf(add: FixAdd, i: number, { nameGroup }: NaiveWorld): NaiveRule {
  const {
    group,
    direction,
    ethertype,
    protocol,
    portRangeMin: min,
    portRangeMax: max,
    action,
    priority,
  } = add;
  const isV3 = action !== null || priority !== null;
  const multiPort = min === null ? undefined : min === max ? String(min) : `${String(min)}-${String(max)}`;
  const hasPorts = protocol !== null && !protocol.startsWith('icmp');
  const range = add.remoteIpPrefix;
  return {
    address: `add ${String(i)}`,
    id: undefined,
    spec: {
      ...(isV3
        ? {
            api: 'v3' as const,
            multiPort: hasPorts ? multiPort : undefined,
            action: action === 'deny' ? ('deny' as const) : ('allow' as const),
            priority: priority ?? 1,
          }
        : { ports: [min ?? undefined, max ?? undefined] as const }),
      group: { ref: nameGroup(group.id ?? group.address ?? '') },
      direction,
      family: ethertype,
      protocol: protocol ?? undefined,
      // What is no CIDR is a reference, where the plan does not know the value.
      cidr: range === null ? undefined : range.includes('/') ? range : { ref: range },
      peer: add.remoteGroupId === null ? undefined : { ref: nameGroup(add.remoteGroupId) },
    },
  };
}

function isRemoved({ removes }: FixEdits, { address, id }: NaiveRule): boolean {
  return removes.some((one) => one.address === address || (one.id !== null && one.id === id));
}

/** What is planned, but for what the fix takes away. */
function keptBy(fix: FixEdits, world: NaiveWorld): Rules {
  const steps = world.steps.map((step) => ({
    ...step,
    after: step.after.filter((rule) => !isRemoved(fix, rule)),
  }));
  const unlisted = world.unlisted.filter(({ rule }) => !isRemoved(fix, rule));
  return rulesAt({ ...world, steps, unlisted }, 'after');
}

function twins(world: NaiveWorld, fix: FixEdits, added: readonly NaiveRule[]): readonly string[] {
  const { steps, unlisted, configuration } = world;
  const stand = [...steps.flatMap(({ after }) => after), ...unlisted.map(({ rule }) => rule)].filter(
    (rule) => !isRemoved(fix, rule),
  );
  // A rule that the plan deletes is still there when its equal is made; to put it back is to make none.
  const gone = fix.kind === 'add-rules' ? steps.flatMap(({ before }) => before) : [];
  return added.flatMap((rule, i) =>
    [...stand, ...gone, ...added.slice(0, i)]
      .filter((other) => isSameRule(rule, other, configuration.priority))
      .map((other) => `${text(rule)} is ${other.address}`),
  );
}

function pieces(added: readonly NaiveRule[]): readonly string[] {
  return added.flatMap((a, i) =>
    added.slice(0, i).flatMap((b) => (isPiece(a, b) ? [`${text(a)} and ${text(b)} are pieces of one`] : [])),
  );
}

/** Whether one rule could say what both say: all is the same but ports that touch, or CIDRs that join. */
function isPiece({ spec: a }: NaiveRule, { spec: b }: NaiveRule): boolean {
  const rest = (spec: NaiveRule['spec']): string =>
    JSON.stringify({ ...spec, ports: undefined, multiPort: undefined, cidr: undefined });
  if (rest(a) !== rest(b)) return false;
  const isSamePort = JSON.stringify([a.ports, a.multiPort]) === JSON.stringify([b.ports, b.multiPort]);
  if (JSON.stringify(a.cidr) === JSON.stringify(b.cidr))
    return !isSamePort && isJoined(portsOf(a), portsOf(b));
  return isSamePort && isOneBlock(rangeOf(a), rangeOf(b));
}

function portsOf(spec: NaiveRule['spec']): readonly [number, number] {
  const [from = 0, to = from] =
    spec.multiPort?.split('-').map(Number) ?? spec.ports?.map((port) => port ?? 0) ?? [];
  return to === 0 ? [1, 65535] : [from, to];
}

function rangeOf({ cidr }: NaiveRule['spec']): readonly [number, number] | undefined {
  return cidrOf(cidr === undefined ? '0.0.0.0/0' : typeof cidr === 'string' ? cidr : '');
}

type Range = readonly [first: number, last: number];

function isJoined(a: Range, b: Range): boolean {
  return a[0] <= b[1] + 1 && b[0] <= a[1] + 1;
}

function isOneBlock(a: Range | undefined, b: Range | undefined): boolean {
  if (a === undefined || b === undefined || !isJoined(a, b)) return false;
  const [first, last] = [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  const size = last - first + 1;
  return Number.isInteger(Math.log2(size)) && first % size === 0;
}

/** Every packet that the fix opens: one from each cell of what it adds, or of what a deny that it removes held back. */
function beyond(
  world: NaiveWorld,
  fix: FixEdits,
  added: readonly NaiveRule[],
  wanted: readonly FixFor[],
): readonly string[] {
  const removed = world.steps.flatMap(({ after }) => after.filter((rule) => isRemoved(fix, rule)));
  const changed = [...added, ...removed.filter(({ spec }) => spec.action === 'deny')];
  const after = [...keptBy(fix, world), ...added.flatMap((rule) => counted(rule))];
  const old = [rulesAt(world, 'before'), rulesAt(world, 'after')];
  return changed.flatMap((rule) => {
    if (rule.spec.family === 'IPv6') return [`${text(rule)} is for IPv6`];
    const side = readRule(rule);
    if (side === undefined) return [];
    const asking = wanted.filter(({ subject }) => subject.after.includes(side.group));
    const cluster = asking[0]?.subject.cluster;
    if (cluster === undefined) return [`${text(rule)} is in a group that was not asked about`];
    const isOpen = (rules: Rules): ((probe: Probe) => boolean) => {
      const own = rules.filter(({ sides }) => sides.every(({ group }) => group === side.group));
      const judge = judgeOf(world, cluster, own, side.direction);
      return ({ packet, end }) => passesFrom(judge, packet, end, 'best');
    };
    const [isOpened, ...wasOpen] = [after, ...old].map(isOpen);
    const opened = probes(world, cluster, side, after).find(
      (probe) =>
        isOpened?.(probe) === true &&
        !wasOpen.some((was) => was(probe)) &&
        !asking.some((one) => asks(one, world, probe)),
    );
    return opened === undefined ? [] : [`${text(rule)} opens ${JSON.stringify(opened)}`];
  });
}

interface Probe {
  readonly packet: Packet;
  readonly end: End;
}

/** One packet from each cell that the rule is for, from anybody who may have the address. */
function probes(world: NaiveWorld, cluster: NaiveCluster, side: OracleRule, rules: Rules): readonly Probe[] {
  const borders = naiveBorders(cluster, rules);
  const judge = judgeOf(world, cluster, rules, side.direction);
  const direction = side.direction === 'egress' ? 'egress' : 'ingress';
  const strangers = side.peer.kind === 'group' && !judge.members.has(side.peer.ref) ? [[side.peer.ref]] : [];
  const ends = borders.addresses.flatMap((address) =>
    [...membersAt(judge, address, undefined), ...strangers].map((members) => ({
      ...{ address, token: undefined, members },
    })),
  );
  const packets = borders.protocols.flatMap((protocol) =>
    (protocol === 1 ? borders.slots : [6, 17].includes(protocol) ? borders.ports : [0]).map(
      (port): Packet => ({ direction, protocol, port, remote: 0 }),
    ),
  );
  return packets
    .filter((packet) => meetsTraffic(side, packet) !== 'no')
    .flatMap((packet) => ends.map((end) => ({ packet, end })));
}

/** Whether the row, as the page has it, asks for this packet. */
function asks({ row, subject }: FixFor, world: NaiveWorld, { packet, end }: Probe): boolean {
  const numbers = { tcp: 6, udp: 17, icmp: 1 };
  const { direction, protocol, ports, peer } = row;
  const isPort = ports === 'all' || (ports.from <= packet.port && packet.port <= ports.to);
  if (direction !== packet.direction || (protocol !== 'all' && numbers[protocol] !== packet.protocol))
    return false;
  if (!isPort) return false;
  const { cluster } = subject;
  const isOf = (role: string): boolean =>
    world.groups.some(
      (one) => one.cluster === cluster.name && one.role === role && end.members.includes(one.key),
    );
  if (peer === 'node-group') return end.members.some((key) => subject.after.includes(key)) || isOf('node');
  if (peer === 'eni-group') return isOf('eni');
  if (peer === 'control-group' || (peer === 'master-node-cidr' && isOf('control'))) return isOf('control');
  return !asksForGroup(row) && isWanted(peerOf(cluster.after, row), end.address);
}

function text({ address, spec }: NaiveRule): string {
  return `${address} ${JSON.stringify({ ...spec, group: undefined })}`;
}
