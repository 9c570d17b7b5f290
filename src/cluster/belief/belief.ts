import type { DefaultRule } from '../default-rules.js';

/** Why a default rule is not there, or only perhaps. */
export type DoubtCause =
  /** Rules of the group that would be idle beside it, by address; those are left out whose packets are a secret. */
  | { readonly kind: 'idle-rules'; readonly addresses: readonly string[] }
  /** The group's list of rule ids (`networking_secgroup_rule_ids_v2`) has fewer rules that nobody manages than are assumed. */
  | { readonly kind: 'rule-ids'; readonly listed: number; readonly assumed: number };

/** Why it is believed of a default rule that it stands, or not (design, section 2a). */
export type Belief =
  /** The cloud was looked at, at this ISO instant if it is known. */
  | { readonly kind: 'seen'; readonly since: string | undefined }
  /** Rules of the plan's past are this default; by address, without those whose packets are a secret. */
  | { readonly kind: 'plan'; readonly addresses: readonly string[] }
  /** The configuration says it. */
  | { readonly kind: 'recorded' }
  /** Nobody would have written these rules beside it. */
  | { readonly kind: 'gone'; readonly because: readonly DoubtCause[] }
  | { readonly kind: 'doubted'; readonly because: readonly DoubtCause[] }
  | { readonly kind: 'assumed' };

/** What is believed of a default rule. */
export interface Believed {
  readonly belief: Belief;
  /** Whether it stood before the plan. What no rule of the plan is, the plan does not change. */
  readonly stands: 'surely' | 'possibly' | 'no';
  /** The plan's past shows it, and after the plan no rule is this default: the next plan cannot know it. */
  readonly isTakenAway: boolean;
}

export interface BelievedRule extends DefaultRule, Believed {}
