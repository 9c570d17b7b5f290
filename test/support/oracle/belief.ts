/** What stands of the rules that CCE made, packet by packet; from design.md, section 2a, steps 2, 4 and 6. */
import { egressMinima } from '../../../src/model/model.js';
import type { Requirement } from '../../../src/model/requirement.js';
import { madeGroup } from '../plans/cce-world.js';
import type { Scenario } from '../laws/scenario.js';
import { type Borders, bordersOf, needsOf, packetsOf } from './cells.js';
import type { Standing } from './groups.js';
import { passes } from './passes.js';
import { isApart, membersOf, needOf, type Places, rangesOf } from './places.js';
import {
  type Answer,
  EVERYWHERE,
  isSameTraffic,
  meetsTraffic,
  type OraclePeer,
  type OracleRule,
} from './rules.js';

/** A default rule that was there before the plan, if nobody has taken it away. */
export interface Candidate {
  readonly row: Requirement;
  readonly side: OracleRule;
  readonly orElse: readonly OraclePeer[];
  /** A rule of the plan is it. */
  readonly isManaged: boolean;
}

/** Who is at the other end: an address of each cell, or members of a group. */
type End = number | string;

interface Universe {
  readonly borders: Borders;
  readonly ends: readonly End[];
  readonly members: ReadonlyMap<string, Places>;
}

/** Whether each of the candidates that nobody manages stands, by the allow rules that stood beside them. */
export function beliefOf(
  scenario: Scenario,
  candidates: readonly Candidate[],
  others: readonly OracleRule[],
): (candidate: Candidate) => 'stands' | 'doubted' | 'gone' {
  const universe = universeOf(scenario, [...candidates.map(({ side }) => side), ...others]);
  const words = others.map((rule) => ({ rule, about: spokenOf(rule, candidates, universe) }));
  return (candidate) => {
    const speaking = words.filter(({ about }) => about.includes(candidate));
    const clear = speaking.filter(({ about }) => new Set(about.map(({ row }) => row)).size === 1);
    if (
      clear.length > 0 &&
      isEnough(
        candidate,
        clear.map(({ rule }) => rule),
        scenario,
        universe,
      )
    )
      return 'gone';
    return speaking.length > 0 ? 'doubted' : 'stands';
  };
}

function universeOf(scenario: Scenario, rules: readonly OracleRule[]): Universe {
  const borders = bordersOf(rules, needsOf(scenario));
  const groups = rules.flatMap(({ peer }) => groupsIn(peer));
  return {
    borders,
    ends: [...borders.addresses, ...new Set(groups)],
    members: membersOf(scenario, 'before'),
  };
}

function groupsIn(peer: OraclePeer): readonly string[] {
  if (peer.kind === 'group') return [peer.ref];
  if (peer.kind === 'one-of') return peer.peers.flatMap(groupsIn);
  return peer.kind === 'cidr' ? [] : ['nobody knows'];
}

/** The candidates that nobody manages and of which the rule says something. */
function spokenOf(rule: OracleRule, all: readonly Candidate[], universe: Universe): readonly Candidate[] {
  const rows = [...new Set(all.map(({ row }) => row))].map((row) => all.filter((one) => one.row === row));
  const around = rows.filter((candidates) => isWithin(rule, candidates, universe));
  const same = around.filter(([first]) => first !== undefined && isSameTraffic(rule, first.side));
  return (same.length > 0 ? same : around)
    .flat()
    .filter((one) => !one.isManaged && shares(rule, one, universe));
}

function isWithin(rule: OracleRule, candidates: readonly Candidate[], universe: Universe): boolean {
  const { borders, ends } = universe;
  const own = ends.filter((end) => mayHold(rule.peer, end));
  const isOf = (peers: readonly OraclePeer[]): boolean => own.every((end) => holds(peers, end, universe));
  const peers = candidates.map(({ side }) => side.peer);
  const names = candidates.flatMap(({ orElse }) => orElse).filter(({ kind }) => kind === 'cidr');
  const isByAnotherName =
    names.some((name) => isOf([name])) && candidates.some((one) => shares(rule, one, universe));
  const traffic = borders.protocols.flatMap((protocol) =>
    (protocol === 1 ? borders.slots : [6, 17].includes(protocol) ? borders.ports : [0]).map((port) => ({
      protocol,
      port,
    })),
  );
  const meets = (side: OracleRule, one: (typeof traffic)[number]): Answer =>
    meetsTraffic(side, { ...one, direction: side.direction === 'ingress' ? 'ingress' : 'egress', remote: 0 });
  const met = traffic.filter((one) => meets(rule, one) !== 'no');
  return (
    met.length > 0 &&
    candidates.every(
      ({ side }) => side.direction === rule.direction && met.every((one) => meets(side, one) === 'yes'),
    ) &&
    (isOf(peers) || isByAnotherName)
  );
}

/** Whether the other end may be one that the peer names. */
function mayHold(peer: OraclePeer, end: End): boolean {
  switch (peer.kind) {
    case 'cidr':
      return typeof end === 'number' && peer.cidr[0] <= end && end <= peer.cidr[1];
    case 'group':
      return peer.ref === end;
    case 'one-of':
      return peer.peers.some((one) => mayHold(one, end));
    case 'unknown':
    case 'some-group':
      return end === 'nobody knows';
  }
}

/** Whether the peers together name it; addresses name a group when they are those of all its members. */
function holds(peers: readonly OraclePeer[], end: End, { members, borders }: Universe): boolean {
  if (peers.some((peer) => mayHold(peer, end) || isEverywhere(peer))) return true;
  const places = typeof end === 'string' ? members.get(end) : undefined;
  if (places === undefined || places.token !== undefined) return false;
  const addresses = borders.addresses.filter((one) => isIn(places, one));
  return addresses.every((one) => peers.some((peer) => mayHold(peer, one)));
}

function isEverywhere(peer: OraclePeer): boolean {
  return peer.kind === 'cidr' && peer.cidr[0] === EVERYWHERE[0] && peer.cidr[1] === EVERYWHERE[1];
}

function isIn({ cidrs }: Places, address: number): boolean {
  return cidrs.some(([first, last]) => first <= address && address <= last);
}

function shares(rule: OracleRule, { side }: Candidate, { ends, members, borders }: Universe): boolean {
  if (side.peer.kind !== 'cidr' || isEverywhere(side.peer)) return true;
  const addresses = ends
    .filter((end) => mayHold(rule.peer, end))
    .flatMap((end) => {
      const places = typeof end === 'string' ? members.get(end) : undefined;
      return typeof end === 'number'
        ? [end]
        : places
          ? borders.addresses.filter((one) => isIn(places, one))
          : [];
    });
  return addresses.some((one) => mayHold(side.peer, one));
}

/** Whether these rules alone let through what must stay of the row. */
function isEnough(
  { row, side }: Candidate,
  rules: readonly OracleRule[],
  scenario: Scenario,
  { borders, members, ends }: Universe,
): boolean {
  const standing = rules.map((one): Standing => ({ sides: [one], isUnchanged: true }));
  const isThrough = (need: Requirement): boolean => {
    const judge = {
      rules: standing.filter(({ sides: [one] }) => one.direction === need.direction),
      groups: need.peer === 'master-node-cidr' ? [madeGroup('control').ref] : [],
      namesGroup: false,
      members,
      defaultPriority: undefined,
      cells: borders.addresses,
      isApart: isApart(scenario, 'before'),
    };
    return packetsOf(need, borders, needOf(rangesOf(scenario, 'before'), need)).every((packet) =>
      passes(judge, packet, 'worst'),
    );
  };
  if (row.floor?.kind === 'none') return true;
  if (row.floor?.kind === 'ranges') return isThrough(row);
  if (row.floor?.kind === 'table') return egressMinima(scenario.model).every(isThrough);
  const own = ends.filter((end) => mayHold(side.peer, end));
  return own.every((end) =>
    packetsOf(row, borders, { cidrs: [EVERYWHERE] }).every((packet) =>
      rules.some((rule) => meetsTraffic(rule, packet) === 'yes' && mayHold(rule.peer, end)),
    ),
  );
}
