import type { Edit } from '../plan/edit.js';
import type { Plan } from '../plan/plan.js';
import type { FixKind, FixStage, FixStep } from '../report/fix.js';
import type { NewHcl } from '../terraform/write-hcl.js';

/** What might mend, before anybody has proved it. */
export interface Candidate {
  readonly kind: FixKind;
  readonly step: FixStep;
  readonly edits: readonly Edit[];
  readonly blocks: readonly NewHcl[];
  /** The module that the blocks belong to; empty: the root. */
  readonly module: string;
  readonly stages: readonly FixStage[];
}

/** Two applies of a plan, the first for these addresses alone. */
export function stagesOf(first: readonly string[], { header: { program } }: Plan): readonly FixStage[] {
  return [first, []].map((targets) => ({ targets, program }));
}

/** A candidate that needs no block of its own. */
export function candidate(parts: Pick<Candidate, 'kind' | 'step' | 'edits'> & Partial<Candidate>): Candidate {
  return { blocks: [], module: '', stages: [], ...parts };
}
