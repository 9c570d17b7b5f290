import type { Requirement } from '../../model/requirement.js';
import type { GroupKey, RuleSide } from '../../plan/rule.js';

/** The other end of a rule that is to be written. */
export type Remote =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'cidr';
      /** Undefined when it is not known, or a secret. */
      readonly cidr: string | undefined;
      /** The expression of a root module that gives it, where the plan shows that it comes from there. */
      readonly reference: string | undefined;
    }
  | { readonly kind: 'group'; readonly key: GroupKey };

/** A rule that is not there yet. */
export interface NewRule {
  /** The rows for which it is made. */
  readonly rows: readonly Requirement[];
  /** What it will let through. */
  readonly side: RuleSide;
  readonly remote: Remote;
  /** What it is for, where that is not what its rows are for. */
  readonly purpose?: string;
}

/** Whether somebody could write it down: its other end has a value or a name. */
export function isWritable({ remote }: NewRule): boolean {
  return remote.kind !== 'cidr' || remote.cidr !== undefined || remote.reference !== undefined;
}

/** What the rule is when it is made by that API: rules of v3 have a priority. */
export function sideBy(api: 'v2' | 'v3', { side }: NewRule): RuleSide {
  return api === 'v2' ? side : { ...side, priority: { kind: 'known', value: V3_PRIORITY } };
}

/** The priority of a new rule of the v3 API, as the API has it when nobody says one. */
export const V3_PRIORITY = 1;
