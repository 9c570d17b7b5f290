import { membership } from '../effective/group-rules.js';
import { type EffectiveRule, letThrough, type PeerReading } from '../effective/effective.js';
import { ALL_V4, ALL_V6, NO_PEERS, tokenPeers, unionPeers } from '../net/peers.js';
import { allTraffic, isSame, union } from '../net/region.js';
import type { Peer, Rule } from '../plan/rule.js';
import type { Subjects } from './subject.js';

/**
 * Whether every group that these rules belong to lets the same through after as before: count made for_each,
 * rules split, merged, or moved into a module. Peers are compared as written: a group is itself, not its members.
 */
export function isUnchanged({ viewOf, world }: Subjects, rules: readonly Rule[]): boolean {
  const keys = new Set(
    rules.flatMap((rule) =>
      [rule.before, rule.after].flatMap((side) => (side?.group.kind === 'group' ? [side.group.key] : [])),
    ),
  );
  const isKnown = rules.every((rule) =>
    [rule.before, rule.after].every((side) => side === undefined || membership(side, '') === 'no'),
  );
  return (
    isKnown &&
    [...keys].every((key) => {
      const { rules: times, kind } = viewOf(key);
      const own = kind === 'elsewhere' ? (r: EffectiveRule) => r.address !== undefined : () => true;
      const weigh = (
        list: readonly EffectiveRule[],
        which: 'surely' | 'possibly',
      ): ReturnType<typeof union> => {
        const of = (family: 'IPv4' | 'IPv6'): ReturnType<typeof union> => {
          const need = union(allTraffic('ingress', everyone(list)), allTraffic('egress', everyone(list)));
          return letThrough(list.filter(own), need, literal(family), world.configuration.defaultRulePriority)[
            which
          ];
        };
        return union(of('IPv4'), of('IPv6'));
      };
      return (
        isSame(weigh(times.before, 'surely'), weigh(times.after, 'surely')) &&
        isSame(weigh(times.before, 'possibly'), weigh(times.after, 'possibly'))
      );
    })
  );
}

/** All addresses, and every group and unknown that a rule names. */
function everyone(rules: readonly EffectiveRule[]): typeof NO_PEERS {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  return unionPeers(unionPeers(ALL_V4, ALL_V6), tokenPeers(...tokens.filter((token) => token !== undefined)));
}

function tokenOf(peer: Peer): string | undefined {
  if (peer.kind === 'any') return undefined;
  if (peer.kind === 'range') return peer.range.kind === 'unknown' ? peer.range.token : undefined;
  return peer.group.kind === 'group' ? `group ${peer.group.key}` : 'unknown group';
}

function literal(family: 'IPv4' | 'IPv6'): PeerReading {
  const all = family === 'IPv4' ? ALL_V4 : ALL_V6;
  const read = (peer: Peer): { surely: typeof NO_PEERS; possibly: typeof NO_PEERS } => {
    const token = tokenOf(peer);
    const peers =
      token !== undefined
        ? tokenPeers(token)
        : peer.kind === 'range' && peer.range.kind === 'known'
          ? peer.range.peers
          : all;
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read, deny: read };
}
