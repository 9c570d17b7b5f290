import type { RuleSide } from '../../plan/rule.js';
import type { DefaultRule } from '../default-rules.js';

/** Why a default rule is only perhaps there. */
export type DoubtCause =
  /** Rules of the group, by address, that would be idle beside it. */
  | { readonly kind: 'idle-rules'; readonly addresses: readonly string[] }
  /** The group's list of rule ids (`networking_secgroup_rule_ids_v2`) has fewer rules that nobody manages than are assumed. */
  | { readonly kind: 'rule-ids'; readonly listed: number; readonly assumed: number };

/** Why it is believed of a default rule that it stands, or not (design, section 2a). */
export type Belief =
  /** The cloud was looked at, at this ISO instant if it is known. */
  | { readonly kind: 'seen'; readonly since: string | undefined }
  /** Rules of the plan's past, by address, are this default. */
  | { readonly kind: 'plan'; readonly addresses: readonly string[] }
  /** The configuration says it. */
  | { readonly kind: 'recorded' }
  /** Nobody would have written the rules with these addresses beside it. */
  | { readonly kind: 'gone'; readonly because: readonly string[] }
  | { readonly kind: 'doubted'; readonly because: readonly DoubtCause[] }
  | { readonly kind: 'assumed' };

/** A default rule, and whether it stood before the plan. What no rule of the plan is, the plan does not change. */
export interface BelievedRule extends DefaultRule {
  readonly belief: Belief;
  readonly stands: 'surely' | 'possibly' | 'no';
  /** The plan's past shows it, and after the plan no rule is this default: the next plan cannot know it. */
  readonly isTakenAway: boolean;
}

/** The rules that a group has in the cloud. */
export interface SeenGroup {
  /** The ISO instant at which somebody looked, if it is known. */
  readonly since: string | undefined;
  readonly rules: readonly SeenRule[];
}

/** A rule as the cloud shows it; by its id the plan's changes are applied to it. */
export interface SeenRule {
  readonly id: string | undefined;
  readonly side: RuleSide;
}
