/** IP protocol numbers (0..255, IANA) that have ports or types. */
export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

/** The protocols that are called by a name; all others by their number. */
export const PROTOCOL_NUMBERS = { icmp: ICMP, tcp: TCP, udp: UDP, icmpv6: ICMPV6 } as const;

/** A protocol that has a name. */
export type ProtocolName = keyof typeof PROTOCOL_NUMBERS;

/** The protocols that people use between machines; the others are open or closed and nobody notices. */
export const USED_PROTOCOLS: readonly number[] = [TCP, UDP, ICMP];

/** The last protocol number. */
export const LAST_PROTOCOL = 255;
/** The last port; also the last ICMP type and code, written type * 256 + code. */
export const LAST_PORT = 65535;

/** Whether packets of the protocol carry ports that a security group can match. */
export function hasPorts(protocol: number): boolean {
  return protocol === TCP || protocol === UDP;
}

/** Whether packets of the protocol carry a type and a code. */
export function hasTypes(protocol: number): boolean {
  return protocol === ICMP || protocol === ICMPV6;
}

/** The first port that a packet can name: port 0 of TCP and UDP is never asked for, so it is in no region. */
export function firstPort(protocol: number): number {
  return hasPorts(protocol) ? 1 : 0;
}

/** An ICMP type and code (0..255 each) as one number, in the place where TCP has its port. */
export function icmpSlot(type: number, code: number): number {
  return type * 256 + code;
}

/** An ICMP slot as people write it: `8/0` is type 8, code 0. */
export function icmpText(slot: number): string {
  return `${Math.floor(slot / 256)}/${slot % 256}`;
}

const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(PROTOCOL_NUMBERS).map(([name, number]) => [number, name]),
);

/** `tcp`, `icmpv6`, or the number where the protocol has no name here. */
export function protocolText(protocol: number): string {
  return NAMES.get(protocol) ?? String(protocol);
}

/** Whether `protocolText` is a name. */
export function hasName(protocol: number): boolean {
  return NAMES.has(protocol);
}
