import { type Cidr, cidrsOf, parseCidr } from '../net/address.js';
import type { PeerSet } from '../net/peers.js';
import { err, must, ok, type Result } from '../result.js';

/** Reads an IPv4 CIDR of a cluster. A single address must be written as a /32: without a prefix it may be a slip. */
export function readClusterCidr(text: string): Result<PeerSet, string> {
  const cidr = parseCidr(text);
  if (cidr === undefined) return err(NO_CIDR);
  if (cidr.family === 'IPv4' && !text.includes('/')) {
    return err('has no prefix length; write one, like 192.168.0.0/16 (/32 for a single address)');
  }
  return v4Only(cidr);
}

/** Reads an IPv4 address or CIDR. */
export function readAddress(text: string): Result<PeerSet, string> {
  const cidr = parseCidr(text);
  return cidr === undefined ? err(NO_ADDRESS) : v4Only(cidr);
}

/** What is said of a text that is no CIDR, or no text at all. */
export const NO_CIDR = 'must be an IPv4 CIDR, like 192.168.0.0/16';
/** The same where single addresses are good too. */
export const NO_ADDRESS = 'must be an IPv4 address or CIDR, like 100.125.4.25 or 10.9.0.0/24';

/** The complaint about bits below the prefix; undefined when there are none. */
export function hostBitsProblem(cidr: Cidr): string | undefined {
  if (!cidr.hasHostBits) return undefined;
  const network = must(cidrsOf(cidr.peers)[0], 'a CIDR holds addresses');
  return `has bits set below its prefix; the network is ${network}`;
}

function v4Only(cidr: Cidr): Result<PeerSet, string> {
  // A need for IPv6 addresses could never be met: no row of the tables is about them.
  if (cidr.family === 'IPv6') return err('is IPv6, which the tables do not cover; remove it');
  const problem = hostBitsProblem(cidr);
  return problem === undefined ? ok(cidr.peers) : err(problem);
}
