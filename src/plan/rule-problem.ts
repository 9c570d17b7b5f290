import type { EtherType } from '../net/address.js';

/** What is wrong with how a rule is written. */
export interface RuleProblem {
  /** `refused`: the provider or the API rejects it. `changed`: it becomes another rule without a word. */
  readonly kind: 'refused' | 'changed';
  readonly flaw: RuleFlaw;
}

/** The flaw itself, by its id, with no values of the plan. */
export type RuleFlaw =
  | { readonly id: keyof typeof FLAWS }
  | { readonly id: 'no-cidr'; readonly attribute: 'remote_ip_prefix' | 'cidr' }
  | { readonly id: 'peer-family'; readonly peer: EtherType; readonly rule: EtherType }
  | { readonly id: 'protocol-family'; readonly rule: EtherType }
  | { readonly id: 'min-above-max'; readonly min: string; readonly max: string }
  /** `lowest` is the first number that is allowed. */
  | { readonly id: 'icmp-outside'; readonly lowest: 0 | -1 };

const NAME_DROPPED = 'the provider knows its protocol name in lower case only, or not at all, and drops it';

const FLAWS = {
  direction: 'the direction is neither `ingress` nor `egress`',
  family: 'the address family is neither `IPv4` nor `IPv6`',
  action: 'its action is neither `allow` nor `deny`',
  priority: 'its priority is not within 1 to 100',
  'two-peers': 'it names two peers, and the API takes one',
  'host-bits':
    'its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts',
  'max-without-min': 'it has `port_range_max` without `port_range_min`',
  'min-without-max': 'it has `port_range_min` without `port_range_max`',
  'ports-outside': 'its ports are not within 1 to 65535',
  'ports-without-protocol': 'it has ports but no protocol',
  'ports-dropped': 'it has ports but no protocol: the provider sends neither, so the rule is for everything',
  'protocol-number': 'its protocol number is not within 0 to 255',
  'protocol-name': 'its protocol is none that the API knows',
  'name-dropped': `${NAME_DROPPED}, so the rule is for every protocol`,
  'name-dropped-beside-ports': `${NAME_DROPPED}, so it sends ports without a protocol, which the API refuses`,
  'nova-protocol': 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here',
  'icmp-without-ports':
    'ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255',
  'multi-port': '`multi_port` is no port, range or list of them',
} as const;

/** A flaw as a sentence part for people: "the direction is neither `ingress` nor `egress`". */
export function flawText(flaw: RuleFlaw): string {
  if (flaw.id === 'no-cidr') return `its \`${flaw.attribute}\` is no CIDR`;
  if (flaw.id === 'peer-family') return `its \`remote_ip_prefix\` is ${flaw.peer}, the rule is ${flaw.rule}`;
  if (flaw.id === 'protocol-family') return `its protocol does not go with ${flaw.rule}`;
  if (flaw.id === 'min-above-max') return `\`${flaw.min}\` is above \`${flaw.max}\``;
  return flaw.id === 'icmp-outside'
    ? `its ICMP type or code is not within ${flaw.lowest} to 255`
    : FLAWS[flaw.id];
}

/** One part of a rule as the API will have it, and what is wrong with how it is written. */
export interface RulePart<T> {
  readonly value: T;
  readonly problems: readonly RuleProblem[];
}

/** A part that is written as the API takes it, or that the plan does not know. */
export function sound<T>(value: T): RulePart<T> {
  return { value, problems: NONE };
}

const NONE: readonly RuleProblem[] = [];

/** A part that the provider or the API rejects, and what it would have been. */
export function refused<T>(value: T, flaw: RuleFlaw): RulePart<T> {
  return { value, problems: [{ kind: 'refused', flaw }] };
}

/** A part that becomes another one without a word. */
export function rewritten<T>(value: T, flaw: RuleFlaw): RulePart<T> {
  return { value, problems: [{ kind: 'changed', flaw }] };
}

/** The part with what else is wrong put before its own problems. */
export function behind<T>({ problems }: RulePart<unknown>, part: RulePart<T>): RulePart<T> {
  return problems.length === 0 ? part : { value: part.value, problems: [...problems, ...part.problems] };
}

/** What is wrong with any of the parts, in their order. */
export function problemsOf(parts: readonly RulePart<unknown>[]): readonly RuleProblem[] {
  return parts.every(({ problems }) => problems.length === 0)
    ? NONE
    : parts.flatMap(({ problems }) => problems);
}
