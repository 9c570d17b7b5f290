import { spend } from '../../budget.js';
import { memoOfObject } from '../../collections.js';
import { parseAddressRange } from '../../net/address.js';
import { NO_PEERS, unionOfPeers } from '../../net/peers.js';
import {
  type At,
  atOf,
  type Context,
  isOutdone,
  knownRange,
  settledText,
  unknownRange,
} from '../references/refs.js';
import type { Peer, Range } from '../rule.js';
import type { Side } from '../document/document.js';
import type { Instance } from '../instance.js';
import { blocksAt, textAt, textsAt } from '../value.js';

/** The type of address groups. */
export const ADDRESS_GROUP_TYPE = 'opentelekomcloud_vpc_ip_address_group_v3';

/**
 * The peer of a rule that names an IP address group: the group's entries on the same side of the plan,
 * because they change in place while the rule stays as it is. A group that the plan does not show is one unknown.
 */
export function addressGroupPeer(at: At): Peer | undefined {
  const value = settledText(at, 'remote_address_group_id');
  if (value.kind === 'unset') return undefined;
  const group = value.kind === 'known' ? at.context.addressGroups.get(value.value) : groupByReference(at);
  if (group === undefined) {
    const isShown = value.kind === 'known' && !value.isSensitive;
    const name = isShown ? value.value : `${at.instance.address}.remote_address_group_id`;
    return { kind: 'range', range: unknownRange(`IP address group ${name}`) };
  }
  const own = atOf(at.context, group, at.isAfter ? 'after' : 'before');
  const { address, actions } = group;
  const range = own === undefined ? unknownEntries(group) : knownEntries(own);
  return { kind: 'range', range, addressGroup: { address, actions } };
}

function groupByReference(at: At): Instance | undefined {
  const [only, ...others] = at.context.resolver.resolve(at.instance, 'remote_address_group_id');
  if (only?.kind !== 'target' || others.length > 0) return undefined;
  const instance = at.context.instanceAt(only.address);
  return instance?.type === ADDRESS_GROUP_TYPE ? instance : undefined;
}

function unknownEntries(group: Instance): Range {
  return unknownRange(`${group.address}.ip_set`);
}

/** Many rules may name one group. */
function knownEntries(at: At): Range {
  const known = rangesIn(at.context);
  const range = known.get(at.side) ?? rangeOfEntries(at);
  known.set(at.side, range);
  return range;
}

const rangesIn = memoOfObject<Context, Map<Side, Range>>(() => new Map());

function rangeOfEntries(at: At): Range {
  const { side, instance: group } = at;
  const listed: ReturnType<typeof textsAt> = isOutdone(at, 'ip_set', ['ip_extra_set'])
    ? { kind: 'unset' }
    : textsAt(side, 'ip_set');
  const extra = blocksAt(side, 'ip_extra_set');
  if (listed.kind === 'unset' && extra.kind === 'unset') return knownRange(NO_PEERS, false);
  const texts: (string | undefined)[] = listed.kind === 'known' ? [...listed.value] : [];
  let isSensitive = listed.kind === 'known' && listed.isSensitive;
  // The API fills the one list from the other: when one is known and the other is not, the known one counts.
  if (listed.kind !== 'known' && extra.kind === 'known') {
    for (const block of extra.value) {
      const ip = textAt(block, 'ip');
      texts.push(ip.kind === 'known' ? ip.value : undefined);
      isSensitive ||= ip.kind === 'known' && ip.isSensitive;
    }
  }
  spend(texts.length);
  const ranges = texts.map((text) => (text === undefined ? undefined : parseAddressRange(text)));
  const read = ranges.filter((range) => range !== undefined);
  if (texts.length === 0 || read.length < ranges.length) return unknownEntries(group);
  isSensitive ||= extra.kind === 'known' && extra.isSensitive;
  return knownRange(unionOfPeers(read), isSensitive);
}
