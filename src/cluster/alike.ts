import { PeerSet, samePeers } from '../net/peers.js';
import { must } from '../result.js';

/**
 * Whether two values say the same: data of plain objects, lists, maps and sets, and sets of peers. Of most clusters nothing
 * changes, and then what is known of one side holds for the other.
 */
export function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof PeerSet || b instanceof PeerSet) {
    return a instanceof PeerSet && b instanceof PeerSet && samePeers(a, b);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [own, other] = [membersIn(a), membersIn(b)];
  return (
    own.length === other.length &&
    own.every(([key, value], i) => {
      const [otherKey, otherValue] = must(other[i], 'as many');
      return otherKey === key && isAlike(value, otherValue);
    })
  );
}

function membersIn(value: object): readonly (readonly [unknown, unknown])[] {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value].map((member) => [member, member]) : Object.entries(value);
}
