import { memoOfObject } from '../collections.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { isLetByOne } from '../effective/effective.js';
import { ALL_V4, ALL_V6, arePeersApart } from '../net/peers.js';
import { allTraffic, type Direction } from '../net/region.js';
import { plainReading } from './reading.js';

const WAYS: readonly Direction[] = ['ingress', 'egress'];
const EVERYTHING = { ingress: allTraffic('ingress', ALL_V4), egress: allTraffic('egress', ALL_V4) };
const BY_ADDRESSES = plainReading('IPv4');

/**
 * The directions in which everybody may do everything before, during and after the plan, as most groups let all out: no
 * row needs to be asked there, whomever it is for. Only where nothing is denied, and no address that a row may name is IPv6.
 */
export const wideOpen = memoOfObject(({ before, during, after }: Subject): readonly Direction[] => {
  const states = [before, during, after].filter((state) => state !== undefined);
  return WAYS.filter((way) => states.every((state) => letsEverybody(state, way)));
});

function letsEverybody({ rules, addresses }: SubjectState, way: Direction): boolean {
  const { vpc, container, master, dns, loadBalancer, serviceMesh, internalServices } = addresses;
  return (
    isLetByOne(rules, EVERYTHING[way], BY_ADDRESSES) &&
    [vpc, container, master, dns, loadBalancer, serviceMesh, internalServices].every(
      (reach) => reach === undefined || arePeersApart(reach.peers, ALL_V6),
    )
  );
}
