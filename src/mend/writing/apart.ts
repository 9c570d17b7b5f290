import type { Subjects } from '../../cluster/subject.js';
import { cidrsOf } from '../../net/address.js';
import { type GroupKey, isSecret, type Peer, type Rule } from '../../plan/rule.js';
import { parseAddress } from '../../terraform/traversal.js';
import type { Remote } from './new-rule.js';
import { type Pen, type WrittenRule, writtenBlock } from './written-rule.js';

/**
 * What a rule will be, as a block of its own that could be applied before the plan; undefined where it has no such form,
 * needs a group that only the plan makes, or is one of a count, of which none can be left out by itself.
 */
export function blockApart(
  { after: side, address, api }: Rule,
  { world: { plan } }: Subjects,
  pen: Pen,
): WrittenRule | undefined {
  const own = parseAddress(address);
  const remote = side && remoteOf(side.peer);
  const isPlain = side !== undefined && !isSecret(side) && api !== 'nova' && typeof own?.key !== 'number';
  if (!isPlain || side.group.kind !== 'group' || remote === undefined || own === undefined) return undefined;
  const { key } = side.group;
  const isThere = (group: GroupKey): boolean =>
    plan.groups.every((one) => one.key !== group || (one.existsBefore && one.existsAfter));
  if (![key, ...(remote.kind === 'group' ? [remote.key] : [])].every(isThere)) return undefined;
  const [, name = 'rule'] = own.block.split('.');
  const label = `${name}_first`;
  return writtenBlock({ key, api, side, remote, label, comments: [`in place of ${address}`] }, pen);
}

function remoteOf(peer: Peer): Remote | undefined {
  switch (peer.kind) {
    case 'any':
      return { kind: 'any' };
    case 'group':
      return peer.group.kind === 'group' ? { kind: 'group', key: peer.group.key } : undefined;
    case 'range': {
      const { range, addressGroup } = peer;
      const [cidr, ...others] = range.kind === 'known' ? cidrsOf(range.peers) : [];
      return cidr === undefined || others.length > 0 || addressGroup !== undefined
        ? undefined
        : { kind: 'cidr', cidr, reference: undefined };
    }
    case 'one-of':
      return undefined;
  }
}
