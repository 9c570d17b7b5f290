/**
 * The verdict a second time, packet by packet: which packets does a group let through, and which rows lack.
 * Written from design.md alone; of the sources it reads only the tables (src/model). Slow and plain on purpose.
 */
import { egressMinima, tableOf } from '../../../src/model/model.js';
import { SERVICE_RANGES } from '../../../src/model/ranges.js';
import type { Requirement, Role } from '../../../src/model/requirement.js';
import { madeGroup } from '../plans/cce-world.js';
import { type Borders, bordersOf, needsOf, packetsOf } from './cells.js';
import { changedSides, rulesAt, type Standing, type Time } from './groups.js';
import { concerns, type Judge, passes } from './passes.js';
import { isApart, isWanted, membersOf, needOf, type Places, places, rangesOf } from './places.js';
import { EVERYWHERE, meetsTraffic, type OracleRule, type Packet } from './rules.js';
import { poolAddress, refOf, type Scenario } from '../laws/scenario.js';

/** What becomes of one packet that a row asks for. */
export type Fate =
  | 'fine'
  | 'introduced'
  | 'pre-existing'
  | 'transient'
  /** Lost until the next apply, because its rule is refused at a new address: told of the rule, not of the row. */
  | 'refused'
  | 'undecided'
  /** Undecided before and after, and no change of the plan concerns it: told, but not as a finding. */
  | 'untouched'
  /** Undecided only because of a deny that stays as it is: told for the group, not for the row. */
  | 'told-once'
  /** The same of a packet that is untouched. */
  | 'untouched-once';

/** One row, held against one subject. */
export interface RowFate {
  /** `node`, `control`, `eni`, or the address of a pool. */
  readonly subject: string;
  readonly row: Requirement;
  readonly fates: readonly (readonly [Packet, Fate])[];
  readonly isResolved: boolean;
  /** A packet that is surely lost only because a rule is refused at its new address; else it passes, or nobody knows. */
  readonly isRefused: boolean;
  /** The notice about load balancers that the plan does not show. */
  readonly hasNotice: boolean;
}

/** What a table is held against: its groups on each side, and whether it can be cut for a moment. */
interface OracleSubject {
  readonly name: string;
  readonly role: Role;
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[];
  readonly hasDuring: boolean;
}

/** A subject with its rules at each time. */
interface Held {
  readonly subject: OracleSubject;
  readonly rules: Readonly<Record<Time, readonly Standing[]>>;
  readonly borders: Borders;
  /** Packets of one kind are alike to every rule and every name of the tables. */
  readonly kindOf: (packet: Packet) => string;
}

function heldBy(scenario: Scenario, subject: OracleSubject): Held {
  const at = (time: Time): readonly Standing[] =>
    groupsAt(subject, time).flatMap((group) => rulesAt(scenario, group, time, subject.role));
  const rules = {
    before: at('before'),
    during: at('during'),
    after: at('after'),
    refused: at('refused'),
  };
  const sides = Object.values(rules).flatMap((list) => list.flatMap((rule) => rule.sides));
  const needs = needsOf(scenario);
  return { subject, rules, borders: bordersOf(sides, needs), kindOf: kinds(sides, needs) };
}

/** Which rules are for such traffic, and which ranges hold the other end. */
function kinds(sides: readonly OracleRule[], needs: readonly Places[]): (packet: Packet) => string {
  const ranges = [
    ...needs.flatMap(({ cidrs }) => cidrs),
    ...sides.flatMap(({ peer }) => (peer.kind === 'cidr' ? [peer.cidr] : [])),
  ];
  const traffic = memoBy(
    ({ direction, protocol, port }: Packet) => `${direction} ${String(protocol)} ${String(port)}`,
    (packet) => [packet.direction, ...sides.map((side) => meetsTraffic(side, packet))].join(),
  );
  const remote = memoBy(
    ({ remote: other }: Packet) => other,
    ({ remote: other }) =>
      typeof other === 'string' ? other : ranges.map((range) => isWanted({ cidrs: [range] }, other)).join(),
  );
  return (packet) => `${traffic(packet)} ${remote(packet)}`;
}

/** The same answer for all that have the same key. */
function memoBy<T, V>(keyOf: (value: T) => unknown, answer: (value: T) => V): (value: T) => V {
  const known = new Map<unknown, V>();
  return (value) => {
    const key = keyOf(value);
    const found = known.get(key) ?? answer(value);
    known.set(key, found);
    return found;
  };
}

function groupsAt({ before, after }: OracleSubject, time: Time): readonly string[] {
  return time === 'before' ? (before ?? []) : after;
}

/** Judges every row of every subject. */
export function fatesOf(scenario: Scenario): readonly RowFate[] {
  return subjectsOf(scenario).flatMap((subject) => {
    const held = heldBy(scenario, subject);
    return rowsOf(scenario, subject.role).map((row) => rowFate(scenario, held, row));
  });
}

function subjectsOf({ isNew, model, ownDefault, pools }: Scenario): readonly OracleSubject[] {
  const node = ownDefault === undefined ? madeGroup('node').ref : refOf(ownDefault).ref;
  const own = (name: Role, ref: string): OracleSubject => ({
    name,
    role: name,
    before: isNew ? undefined : [ref],
    after: [ref],
    hasDuring: !isNew,
  });
  return [
    own('node', node),
    own('control', madeGroup('control').ref),
    ...(model === 'eni' ? [own('eni', madeGroup('eni').ref)] : []),
    ...pools.flatMap(({ name, how, before, after }): readonly OracleSubject[] => {
      const next = after.map((group) => refOf(group).ref);
      // A pool in the default group is held against its table already.
      if (next.join() === node) return [];
      const named = before.length > 0 ? before.map((group) => refOf(group).ref) : [node];
      const old = how === 'replaced' ? named : next;
      const isThere = how !== 'comes';
      return [
        {
          name: poolAddress(name),
          role: 'node',
          before: isThere ? old : undefined,
          after: next,
          hasDuring: how === 'stands',
        },
      ];
    }),
  ];
}

/** Rows that can break. */
function rowsOf({ model }: Scenario, role: Role): readonly Requirement[] {
  const table = tableOf(role, model)?.rows ?? [];
  const own = table.filter(
    ({ suggestion, floor }) => suggestion === 'not-recommended' || floor?.kind === 'ranges',
  );
  return role === 'node' ? [...own, ...egressMinima(model)] : own;
}

/** The groups by which the row names its peer: those of the subject itself, or the control group. */
export function namedGroups(
  row: Requirement,
  own: readonly string[],
  control: readonly string[],
): readonly string[] {
  if (row.floor?.kind === 'ranges') return [];
  if (row.peer === 'node-group' || row.peer === 'eni-group') return own;
  return row.peer === 'control-group' || row.peer === 'master-node-cidr' ? control : [];
}

/** Whether the row asks for members of a group, and not for addresses. */
export function asksForGroup({ peer }: Requirement): boolean {
  return peer === 'node-group' || peer === 'control-group' || peer === 'eni-group';
}

/** All that is asked about one row of one subject at one time. */
function judgeAt(scenario: Scenario, { subject, rules, borders }: Held, row: Requirement, time: Time): Judge {
  return {
    rules: rules[time].filter(({ sides: [side] }) => side.direction === row.direction),
    groups: namedGroups(row, groupsAt(subject, time), [madeGroup('control').ref]),
    namesGroup: asksForGroup(row),
    members: membersOf(scenario, time === 'before' ? 'before' : 'after'),
    defaultPriority: scenario.defaultRulePriority,
    cells: borders.addresses,
    isApart: isApart(scenario, time === 'before' ? 'before' : 'after'),
  };
}

function rowFate(scenario: Scenario, held: Held, row: Requirement): RowFate {
  const { subject, borders } = held;
  const before = judgeAt(scenario, held, row, 'before');
  const during = judgeAt(scenario, held, row, 'during');
  const after = judgeAt(scenario, held, row, 'after');
  const refused = judgeAt(scenario, held, row, 'refused');
  const isThere = subject.before !== undefined;
  const needBefore = needOf(rangesOf(scenario, 'before'), row);
  const isFixedDeny = ({ isUnchanged, sides: [side] }: Standing): boolean => isUnchanged && side.isDeny;
  const withoutDoubt: Judge = { ...after, rules: after.rules.filter((rule) => !isFixedDeny(rule)) };

  const was = (packet: Packet): Lack | undefined =>
    isThere && isWanted(needBefore, packet.remote) ? lack(before, packet) : undefined;
  const isElsewhere = setText(subject.before ?? []) !== setText(subject.after);
  const changed = subject.after.flatMap((group) => changedSides(scenario, group));
  const isDenied = [...held.rules.before, ...held.rules.after].some(({ sides: [side] }) => side.isDeny);
  const isTouched = (packet: Packet): boolean =>
    isElsewhere || changed.some((side) => concerns(after, side, packet, isDenied));
  const fate = (packet: Packet): Fate => {
    const now = lack(after, packet);
    if (now === 'yes') return was(packet) === 'yes' ? 'pre-existing' : 'introduced';
    if (now === 'maybe') {
      const isOld = was(packet) === 'maybe' && !isTouched(packet);
      // What surely passed before is told of the row.
      const isOnce = was(packet) !== 'no' && lack(withoutDoubt, packet) !== 'maybe';
      if (isOnce) return isOld ? 'untouched-once' : 'told-once';
      return isOld ? 'untouched' : 'undecided';
    }
    const isCut = subject.hasDuring && was(packet) === 'no' && lack(during, packet) !== 'no';
    if (lack(refused, packet) === 'yes') return 'refused';
    return isCut ? 'transient' : 'fine';
  };
  const packets = packetsOf(row, borders, needOf(rangesOf(scenario, 'after'), row));
  const fateOfKind = memoBy(held.kindOf, fate);
  const fates = packets.map((packet) => [packet, fateOfKind(packet)] as const);
  const isRefusedKind = memoBy(
    held.kindOf,
    (packet: Packet) => lack(refused, packet) === 'yes' && lack(after, packet) !== 'yes',
  );
  const isHeld = fates.every(([, end]) => ['fine', 'transient', 'refused'].includes(end));
  const open = packetsOf(row, borders, { cidrs: [EVERYWHERE] });
  const shared = packetsOf(row, borders, places(SERVICE_RANGES['internal-services']));
  return {
    subject: subject.name,
    row,
    fates,
    isRefused: packets.some((packet) => isUsedProtocol(packet) && isRefusedKind(packet)),
    isResolved: isHeld && packets.some((packet) => was(packet) === 'yes'),
    // Only when it was open to all, and the shared load balancers lie in what is no longer let through.
    hasNotice:
      isThere &&
      row.floor?.kind === 'ranges' &&
      row.floor.keep.includes('load-balancer-cidrs') &&
      scenario.loadBalancers === undefined &&
      open.every((packet) => lack(before, packet) === 'no') &&
      shared.some((packet) => lack(after, packet) !== 'no'),
  };
}

/** All but these are open or closed and nobody notices. */
export function isUsedProtocol({ protocol }: Packet): boolean {
  return [1, 6, 17].includes(protocol);
}

function setText(groups: readonly string[]): string {
  return [...new Set(groups)].sort().join();
}

export type Lack = 'yes' | 'maybe' | 'no';

/** Whether the packet is missing: whatever becomes of unknown values, perhaps, or surely not. */
export function lack(judge: Judge, packet: Packet): Lack {
  if (passes(judge, packet, 'worst')) return 'no';
  return passes(judge, packet, 'best') ? 'maybe' : 'yes';
}
