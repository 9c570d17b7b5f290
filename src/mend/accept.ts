import { parsePackets } from '../config/packets.js';
import type { Waiver } from '../config/configuration.js';
import { nameText } from '../config/default-rules.js';
import type { Finding } from '../check/finding.js';
import { cidrsOf } from '../net/address.js';
import { hasPorts, hasTypes, ICMP, protocolText } from '../net/protocol.js';
import type { Fix } from '../report/fix.js';
import { must } from '../result.js';
import { waivedRun } from '../run.js';
import { type PacketLine, packetLines } from '../net/packet-lines.js';
import type { Ailment } from './ailment.js';
import { candidate } from './candidate.js';
import { conclusionFor, type Judged, type MayTry } from './proof.js';

/** Days for which something is accepted, when nobody says another. */
const DAYS = 90;
/** Terms that only a person knows. */
const TERMS = { reason: 'why this is accepted', owner: 'who answers for it' };

/**
 * The waivers that hide the findings of an ailment, ready to paste, and what the plan comes to with them. Nothing when one
 * of them would give a secret away, or does not hide its finding.
 */
export function acceptance(ailment: Ailment, judged: Judged, mayTry: MayTry): Fix | undefined {
  const { configuration, today } = judged.input;
  const until = dayAfter(today, DAYS);
  const entries = ailment.found.map((found) => entriesFor(found, until));
  if (entries.some((some) => some.length === 0) || !mayTry(1)) return undefined;
  const waivers = entries.flat();
  const { report } = waivedRun(judged.input, judged.run, [...configuration.waivers, ...waivers]);
  const targets = new Set(ailment.findings.map(({ fingerprint }) => fingerprint));
  const isLeft = report.findings.some(
    ({ fingerprint, waived, reason }) =>
      waived === undefined &&
      (targets.has(fingerprint) || (reason.kind === 'waiver-idle' && waivers.includes(reason.waiver))),
  );
  if (isLeft) return undefined;
  return {
    ...candidate({ kind: 'waive', step: { kind: 'waive', until }, edits: [] }),
    configuration: ['waivers:', ...waivers.flatMap(waiverLines)].join('\n'),
    effects: [{ kind: 'then', conclusion: conclusionFor(report, ailment, judged) }],
    ...{ adds: [], removes: [] },
  };
}

/** `YYYY-MM-DD`, so many days later. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function entriesFor(found: Finding, expires: string): readonly Waiver[] {
  const { row, check, cluster, packets, causes } = found;
  // A name that must not be printed, and packets that would tell of a secret, are in no file.
  const isSecret = packets?.naming.isSensitive === true || packets?.naming.isTrafficSensitive === true;
  if (isSecret || (cluster !== undefined && cluster.label !== cluster.name)) return [];
  const base = {
    ...TERMS,
    ...{ expires, cluster: cluster?.name, group: undefined, address: undefined, packets: undefined },
    ...{ requirement: undefined, check: undefined },
  };
  if (row === undefined) {
    const [cause] = causes;
    return [{ ...base, check: check.id, address: cause?.address }];
  }
  const all = packets === undefined ? [] : packetLines(packets.region).flatMap(waivableTexts);
  const texts = [...new Set(all.map(({ what, peer }) => `${what} ${peer}`))];
  // Who accepts all of somebody accepts each of it.
  const isIdle = ({ what, peer }: WaivableText): boolean => what !== 'all' && texts.includes(`all ${peer}`);
  const idle = new Set(all.filter(isIdle).map(({ what, peer }) => `${what} ${peer}`));
  return texts
    .filter((text) => !idle.has(text))
    .map((text) => ({
      ...base,
      requirement: row.id,
      packets: { ...waivedPackets(text), text },
    }));
}

function waivedPackets(text: string): Omit<NonNullable<Waiver['packets']>, 'text'> {
  const read = parsePackets(text);
  return must(read.ok ? read.value : undefined, 'packets of our own are well formed');
}

/** More CIDRs than that are named as any peer. */
const PEER_LIMIT = 3;

/** `tcp/443`, `from 192.168.0.0/16` */
interface WaivableText {
  readonly what: string;
  readonly peer: string;
}

/** Peers that no CIDR names, or very many, are any peer. */
function waivableTexts({ direction, protocols, ports, peers }: PacketLine): readonly WaivableText[] {
  const way = direction === 'ingress' ? 'from' : 'to';
  const cidrs = peers.tokens.length === 0 ? cidrsOf(peers) : [];
  const named = cidrs.length === 0 || cidrs.length > PEER_LIMIT ? ['any'] : cidrs;
  const whats = protocols.flatMap(({ lo, hi }) => {
    if (lo === 0 && hi === 255) return ['all'];
    const one = (protocol: number): string =>
      hasTypes(protocol) && protocol !== ICMP ? String(protocol) : protocolText(protocol);
    if (lo < hi)
      return hi - lo > PEER_LIMIT ? ['all'] : Array.from({ length: hi - lo + 1 }, (_, i) => one(lo + i));
    if (ports === 'all' || !hasPorts(lo)) return [one(lo)];
    return [
      `${one(lo)}/${ports.lo === ports.hi ? String(ports.lo) : `${String(ports.lo)}-${String(ports.hi)}`}`,
    ];
  });
  return [...new Set(whats)].flatMap((what) => named.map((peer) => ({ what, peer: `${way} ${peer}` })));
}

function waiverLines({
  requirement,
  check,
  cluster,
  address,
  packets,
  reason,
  owner,
  expires,
}: Waiver): readonly string[] {
  const [first, ...others] = [
    ...(requirement === undefined ? [] : [`requirement: ${requirement}`]),
    ...(check === undefined ? [] : [`check: ${check}`]),
    ...(cluster === undefined ? [] : [`cluster: ${nameText(cluster)}`]),
    ...(address === undefined ? [] : [`address: ${JSON.stringify(address)}`]),
    ...(packets === undefined ? [] : [`packets: ${packets.text}`]),
    `reason: ${reason}`,
    `owner: ${owner}`,
    `expires: ${expires}`,
  ];
  return [`  - ${first}`, ...others.map((line) => `    ${line}`)];
}
