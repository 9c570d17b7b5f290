import type { EtherType } from '../net/address.js';

/** What is wrong with how a rule is written. */
export interface RuleProblem {
  /** `refused`: the provider or the API rejects it. `changed`: it becomes another rule without a word. */
  readonly kind: 'refused' | 'changed';
  readonly flaw: RuleFlaw;
}

/** A flaw of which its id says all. */
export type PlainFlaw =
  | 'direction'
  | 'family'
  | 'action'
  | 'priority'
  | 'two-peers'
  | 'host-bits'
  | 'max-without-min'
  | 'min-without-max'
  | 'ports-outside'
  | 'ports-without-protocol'
  | 'ports-dropped'
  | 'protocol-number'
  | 'protocol-name'
  | 'name-dropped'
  | 'name-dropped-beside-ports'
  | 'nova-protocol'
  | 'icmp-without-ports'
  | 'multi-port';

/** The flaw itself, by its id, with no values of the plan. */
export type RuleFlaw =
  | { readonly id: PlainFlaw }
  | { readonly id: 'no-cidr'; readonly attribute: 'remote_ip_prefix' | 'cidr' }
  | { readonly id: 'peer-family'; readonly peer: EtherType; readonly rule: EtherType }
  | { readonly id: 'protocol-family'; readonly rule: EtherType }
  | { readonly id: 'min-above-max'; readonly min: string; readonly max: string }
  /** `lowest` is the first number that is allowed. */
  | { readonly id: 'icmp-outside'; readonly lowest: 0 | -1 };

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
