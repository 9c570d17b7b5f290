import type { Edit } from '../plan/edit.js';
import type { FixKind, FixStage, FixStep } from '../report/fix.js';
import type { NewBlock } from '../terraform/write-hcl.js';

/** What might mend, before anybody has proved it. */
export interface Candidate {
  readonly kind: FixKind;
  readonly step: FixStep;
  readonly edits: readonly Edit[];
  readonly blocks: readonly NewBlock[];
  /** The module that the blocks belong to; empty: the root. */
  readonly module: string;
  readonly stages: readonly FixStage[];
}

/** A candidate that needs no block of its own. */
export function candidate(parts: Pick<Candidate, 'kind' | 'step' | 'edits'> & Partial<Candidate>): Candidate {
  return { blocks: [], module: '', stages: [], ...parts };
}
