/** Whether one packet passes, in the worst case or in the best. */
import {
  type Answer,
  type Cidr,
  meetsTraffic,
  type OraclePeer,
  type OracleRule,
  type Packet,
} from './rules.js';
import type { Places } from './places.js';
import type { Standing } from './groups.js';

/** All that one row of one subject knows at one time. */
export interface Judge {
  readonly rules: readonly Standing[];
  /** Groups whose name in a rule stands for the whole need. */
  readonly groups: readonly string[];
  readonly namesGroup: boolean;
  /** The cluster's own groups, with the addresses that their members have. */
  readonly members: ReadonlyMap<string, Places>;
  readonly defaultPriority: 1 | 100 | undefined;
  /** One address from each cell: what an unknown range may turn out to be. */
  readonly cells: readonly number[];
  /** Where an unknown range is not: containers lie apart from the VPC. */
  readonly isApart: (token: string, address: number) => boolean;
}

/** `worst`: whatever the unknown values become. `best`: for at least one value of them. */
export type Mode = 'worst' | 'best';

/** Where a packet comes from, or goes to. */
export interface End {
  readonly address: number;
  /** The unknown range that the address is in. */
  readonly token: string | undefined;
  /** The groups of the cluster that the other end is in; `some` when it is not known in which. */
  readonly members: readonly string[];
}

/**
 * Whether the packet is let through. One from an unknown range is let through for sure if it is wherever the range
 * lies, and perhaps if it is for one place.
 */
export function passes(judge: Judge, packet: Packet, mode: Mode): boolean {
  const { remote } = packet;
  const somewhere = (address: number, token?: string): boolean =>
    membersAt(judge, address, token).every((members) =>
      passesFrom(judge, packet, { address, token, members }, mode),
    );
  if (typeof remote === 'number') return somewhere(remote);
  const isSo = (address: number): boolean => somewhere(address, remote);
  const cells = cellsOf(judge, remote);
  return mode === 'worst' ? cells.every(isSo) : cells.some(isSo);
}

function cellsOf({ cells, isApart }: Judge, token: string): readonly number[] {
  return cells.filter((address) => !isApart(token, address));
}

/**
 * Whether the rule may have to do with the packet, wherever its unknown range lies. Whose member sends it counts only
 * where something is denied: an allow by that group keeps what a deny takes from its members.
 */
export function concerns(judge: Judge, side: OracleRule, packet: Packet, isDenied: boolean): boolean {
  if (!isDenied) return meetsSomewhere({ ...judge, members: new Map() }, side, packet);
  return [side, { ...side, isDeny: true }].some((one) => meetsSomewhere(judge, one, packet));
}

function meetsSomewhere(judge: Judge, side: OracleRule, packet: Packet): boolean {
  const { remote } = packet;
  const token = typeof remote === 'string' ? remote : undefined;
  const addresses = typeof remote === 'string' ? cellsOf(judge, remote) : [remote];
  return (
    side.direction === packet.direction &&
    meetsTraffic(side, packet) !== 'no' &&
    addresses.some((address) =>
      membersAt(judge, address, token).some(
        (members) => meetsPeer(judge, side, side.peer, { address, token, members }) !== 'no',
      ),
    )
  );
}

/** Of a group that nobody knows. */
export const SOME = 'some';

/**
 * Who may have the address: nobody of the cluster, or a member of one of its groups, or of several: nobody shows all that
 * is attached to a group. Rows for groups ask for members.
 */
export function membersAt(
  judge: Judge,
  address: number,
  token: string | undefined,
): readonly (readonly string[])[] {
  if (judge.namesGroup) return [[]];
  const groups = [...judge.members].filter(([, { cidrs, token: own }]) =>
    token === undefined ? isWithin(cidrs, address) : own === token,
  );
  const refs = groups.map(([ref]) => ref);
  return groups.length === 0 ? [[]] : [[], ...refs.map((ref) => [ref]), [SOME], [...refs, SOME]];
}

/** Whether the packet of this very end is let through; `packet.remote` does not count. */
export function passesFrom(judge: Judge, packet: Packet, end: End, mode: Mode): boolean {
  const isWorst = mode === 'worst';
  const meets = (rule: Standing, wanted: 'yes' | 'maybe'): boolean =>
    !(wanted === 'yes' && rule.isDoubted === true) &&
    rule.sides.every((side) => {
      const answers = [meetsTraffic(side, packet), meetsPeer(judge, side, side.peer, end)];
      return answers.every((answer) => answer === 'yes' || (wanted === 'maybe' && answer === 'maybe'));
    });
  const allows = judge.rules.filter(
    (rule) => !rule.sides[0].isDeny && meets(rule, isWorst ? 'yes' : 'maybe'),
  );
  const priority = (rule: Standing): number => {
    const all = rule.sides.map((side) => side.priority ?? judge.defaultPriority ?? (isWorst ? 100 : 1));
    return isWorst ? Math.max(...all) : Math.min(...all);
  };
  // Of a row for addresses, what a deny takes from members of a group a stronger allow for them keeps, in the same group.
  const isKept = (deny: Standing): boolean =>
    !judge.namesGroup &&
    allows.some(
      (allow) =>
        allow.sides[0].group === deny.sides[0].group &&
        priority(allow) < priority(deny) &&
        membersNamed(deny).some((ref) => membersNamed(allow).includes(ref)),
    );
  const denies = judge.rules.filter(
    (rule) => rule.sides[0].isDeny && meets(rule, isWorst ? 'maybe' : 'yes') && !isKept(rule),
  );
  return allows.some((allow) =>
    denies.every((deny) => {
      const isBeaten = priority(deny) <= priority(allow);
      // Between groups nobody documents who wins: in the worst case any deny does.
      return !isBeaten && !(isWorst && deny.sides[0].group !== allow.sides[0].group);
    }),
  );
}

/** The groups that the sides of a rule name. */
function membersNamed({ sides }: Standing): readonly string[] {
  return sides.flatMap(({ peer }) => (peer.kind === 'group' ? [peer.ref] : []));
}

/** Whether the other end of the packet is the one that the rule names. */
function meetsPeer(judge: Judge, rule: OracleRule, peer: OraclePeer, end: End): Answer {
  const { groups, namesGroup } = judge;
  switch (peer.kind) {
    case 'cidr':
      return isWithin([peer.cidr], end.address) ? 'yes' : 'no';
    case 'unknown':
      if (peer.token === end.token) return 'yes';
      return judge.isApart(peer.token, end.address) ? 'no' : 'maybe';
    case 'group':
      if (groups.includes(peer.ref) && (namesGroup || !rule.isDeny)) return 'yes';
      return end.members.includes(peer.ref) ? 'yes' : 'no';
    case 'some-group':
      // A row that names addresses has no members, but for those whom a deny may take.
      if (rule.isDeny && !namesGroup) return end.members.includes(SOME) ? 'maybe' : 'no';
      // It may be the group of whoever sends it.
      return groups.length > 0 || end.members.length > 0 ? 'maybe' : 'no';
    case 'one-of': {
      const answers = peer.peers.map((one) => meetsPeer(judge, rule, one, end));
      const [first = 'no'] = answers;
      return answers.every((answer) => answer === first) ? first : 'maybe';
    }
  }
}

function isWithin(cidrs: readonly Cidr[], address: number): boolean {
  return cidrs.some(([first, last]) => first <= address && address <= last);
}
