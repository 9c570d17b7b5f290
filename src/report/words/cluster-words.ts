import { cidrsOf, v4Text } from '../../net/address.js';
import { ALL_ADDRESSES, subtractPeers, v4Peers } from '../../net/peers.js';
import type { ReportAddresses } from '../report.js';
import { SENSITIVE } from './phrases.js';
import { type Text, toText } from './text.js';

/** CIDRs, and in parentheses references without a value. */
export function cidrTexts({ peers }: ReportAddresses): readonly Text[] {
  if (peers === 'sensitive') return [toText(SENSITIVE)];
  return [...cidrsOf(peers), ...peers.tokens.map((token) => `(${token})`)].map(toText);
}

/** The same for single hosts: `100.125.4.25`. */
export function hostTexts({ peers, source }: ReportAddresses): readonly Text[] {
  if (peers === 'sensitive') return cidrTexts({ peers, source });
  const hosts = peers.v4.flatMap((range) =>
    range.lo === range.hi ? [v4Text(range.lo)] : cidrsOf(v4Peers([range])),
  );
  return [...hosts.map(toText), ...cidrTexts({ peers: subtractPeers(peers, ALL_ADDRESSES), source })];
}
