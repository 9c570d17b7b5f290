/** The universe of one scenario: one packet from each cell between the borders that its rules and needs have. */
import type { Requirement } from '../../../src/model/requirement.js';
import { isWanted, type Places, type Ranges, rangesOf } from './places.js';
import { EVERYWHERE, type OracleRule, type Packet } from './rules.js';
import type { Scenario } from '../laws/scenario.js';

/** The first value of every cell. */
export interface Borders {
  readonly addresses: readonly number[];
  readonly ports: readonly number[];
  /** ICMP types and codes. */
  readonly slots: readonly number[];
  readonly protocols: readonly number[];
}

type Range = readonly [first: number, last: number];

function starts(ranges: readonly Range[], end: number): readonly number[] {
  const values = new Set(ranges.flatMap(([from, to]) => [from, to + 1]));
  return [...values].filter((value) => value <= end).sort((a, b) => a - b);
}

/** All that rows can need in a scenario. */
export function needsOf(scenario: Scenario): readonly Places[] {
  return (['before', 'after'] as const).flatMap((side) => placesIn(rangesOf(scenario, side)));
}

/** All places that have a name in the tables. */
export function placesIn({ services, ...others }: Ranges): readonly Places[] {
  return [...Object.values(others), ...Object.values(services)];
}

/** All borders of the rules and of what rows can need. */
export function bordersOf(sides: readonly OracleRule[], needs: readonly Places[]): Borders {
  const ports = (isIcmp: boolean): readonly Range[] =>
    sides.flatMap(({ protocol, ports: list }) =>
      typeof list === 'string' || (protocol === 1) !== isIcmp ? [] : list,
    );
  const named = sides.flatMap(({ protocol }) => (protocol === 'all' ? [] : [protocol]));
  return {
    addresses: starts(
      [
        EVERYWHERE,
        ...needs.flatMap(({ cidrs }) => cidrs),
        ...sides.flatMap(({ peer }) => (peer.kind === 'cidr' ? [peer.cidr] : [])),
      ],
      EVERYWHERE[1],
    ),
    ports: starts([[1, 65535], ...ports(false)], 65535).filter((port) => port > 0),
    slots: starts([[0, 65535], ...ports(true)], 65535),
    // 200 is one that no rule names.
    protocols: [...new Set([1, 6, 17, 47, 200, ...named])],
  };
}

/** One packet from every cell that the row asks for. */
export function packetsOf(row: Requirement, borders: Borders, need: Places): readonly Packet[] {
  const numbers = { tcp: [6], udp: [17], icmp: [1], all: borders.protocols };
  const remotes = [
    ...borders.addresses.filter((address) => isWanted(need, address)),
    ...(need.token === undefined ? [] : [need.token]),
  ];
  return numbers[row.protocol].flatMap((protocol) =>
    portsOf(row, borders, protocol).flatMap((port) =>
      remotes.map((remote) => ({ direction: row.direction, protocol, port, remote })),
    ),
  );
}

function portsOf({ ports }: Requirement, borders: Borders, protocol: number): readonly number[] {
  if (protocol === 1) return borders.slots;
  if (protocol !== 6 && protocol !== 17) return [0];
  const { from, to } = ports === 'all' ? { from: 1, to: 65535 } : ports;
  return [...new Set([from, ...borders.ports.filter((port) => from <= port && port <= to)])];
}
