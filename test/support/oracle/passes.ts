/** Whether one packet passes, in the worst case or in the best. */
import { type Answer, type Cidr, meetsTraffic, type OracleRule, type Packet } from './rules.js';
import type { Standing } from './groups.js';

/** All that one row of one subject knows at one time. */
export interface Judge {
  readonly rules: readonly Standing[];
  /** Groups whose name in a rule stands for the whole need. */
  readonly groups: readonly string[];
  readonly namesGroup: boolean;
  /** The cluster's own groups, with the addresses that their members have. */
  readonly members: ReadonlyMap<string, readonly Cidr[]>;
  readonly defaultPriority: 1 | 100 | undefined;
  /** One address from each cell: what an unknown range may turn out to be. */
  readonly cells: readonly number[];
}

/** `worst`: whatever the unknown values become. `best`: for at least one value of them. */
export type Mode = 'worst' | 'best';

/**
 * Whether the packet is let through. One from an unknown range is let through for sure if it is wherever the range
 * lies, and perhaps if it is for one place.
 */
export function passes(judge: Judge, packet: Packet, mode: Mode): boolean {
  const { remote } = packet;
  const relevant = {
    ...judge,
    rules: judge.rules.filter(({ sides }) => sides.every((s) => meetsTraffic(s, packet))),
  };
  if (typeof remote === 'number') return passesFrom(relevant, remote, undefined, mode);
  const somewhere = (address: number): boolean => passesFrom(relevant, address, remote, mode);
  return mode === 'worst' ? judge.cells.every(somewhere) : judge.cells.some(somewhere);
}

function passesFrom(judge: Judge, address: number, token: string | undefined, mode: Mode): boolean {
  const isWorst = mode === 'worst';
  const meets = (rule: Standing, wanted: 'yes' | 'maybe'): boolean =>
    rule.sides.every((side) => {
      const answer = meetsPeer(judge, side, address, token);
      return answer === 'yes' || (wanted === 'maybe' && answer === 'maybe');
    });
  const allows = judge.rules.filter(
    (rule) => !rule.sides[0].isDeny && meets(rule, isWorst ? 'yes' : 'maybe'),
  );
  const denies = judge.rules.filter((rule) => rule.sides[0].isDeny && meets(rule, isWorst ? 'maybe' : 'yes'));
  const priority = (rule: Standing): number => {
    const all = rule.sides.map((side) => side.priority ?? judge.defaultPriority ?? (isWorst ? 100 : 1));
    return isWorst ? Math.max(...all) : Math.min(...all);
  };
  return allows.some((allow) =>
    denies.every((deny) => {
      const isBeaten = priority(deny) <= priority(allow);
      // Between groups nobody documents who wins: in the worst case any deny does.
      return !isBeaten && !(isWorst && deny.sides[0].group !== allow.sides[0].group);
    }),
  );
}

/** Whether the other end of the packet is the one that the rule names. */
function meetsPeer(judge: Judge, rule: OracleRule, address: number, token: string | undefined): Answer {
  const { peer } = rule;
  if (peer.kind === 'cidr') return isWithin([peer.cidr], address) ? 'yes' : 'no';
  if (peer.kind === 'unknown') return peer.token === token ? 'yes' : 'maybe';
  if (judge.groups.includes(peer.ref) && (judge.namesGroup || !rule.isDeny)) return 'yes';
  // Pods whose range is not known are no members of these groups.
  if (!rule.isDeny || judge.namesGroup || token !== undefined) return 'no';
  return isWithin(judge.members.get(peer.ref) ?? [], address) ? 'yes' : 'no';
}

function isWithin(cidrs: readonly Cidr[], address: number): boolean {
  return cidrs.some(([first, last]) => first <= address && address <= last);
}
