import type { PlanParts } from '../plan/plan.js';
import type { GroupKey, RuleSide } from '../plan/rule.js';

/** A rule as the cloud shows it; by its id the plan's changes are applied to it. */
export interface SeenRule {
  readonly id: string;
  readonly side: RuleSide;
}

/** The rules that a group has in the cloud, all of them. */
export interface SeenGroup {
  /** The ISO instant at which somebody looked, if it is known; the oldest where several did. */
  readonly since: string | undefined;
  readonly rules: readonly SeenRule[];
  /** Files show different rules of it: those that not all of them show are there only perhaps. */
  readonly isContradicted: boolean;
}

/** What one file tells, as a plan that changes nothing; the addresses say where in the file. */
export interface ToldParts {
  readonly name: string;
  readonly parts: PlanParts;
  /** Ids of groups that are a secret in a state. */
  readonly sensitiveIds: ReadonlySet<string>;
}

/** A file, and when somebody looked for what it tells. */
export interface LookedAt {
  readonly name: string;
  /** ISO instant, if it is known. */
  readonly since: string | undefined;
  /** It lists groups, rules or clusters, be it none: then those of the plan should be among them. */
  readonly isAboutGroups: boolean;
  /** The groups of which it lists rules. */
  readonly groups: ReadonlySet<GroupKey>;
}

/** What the files say of the cloud, together. */
export interface Facts {
  readonly told: readonly ToldParts[];
  readonly seen: ReadonlyMap<GroupKey, SeenGroup>;
  readonly lookedAt: readonly LookedAt[];
}

/** Nobody has looked. */
export const NO_FACTS: Facts = { told: [], seen: new Map(), lookedAt: [] };
