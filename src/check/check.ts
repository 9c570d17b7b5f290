import type { Subject, Subjects } from '../cluster/subject.js';
import type { Asked } from '../weigh/row-sets.js';
import type { CheckMetadata, Finding, Resolved } from './finding.js';

/** One kind of risk: metadata and what finds it, as pure functions. */
export interface Check extends CheckMetadata {
  /** The rows that it holds against every subject. */
  readonly rows?: (subject: Subject) => readonly Asked[];
  /** What else it finds. */
  readonly run: (subjects: Subjects) => readonly Finding[];
}

/** What checks find in one plan. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly resolved: readonly Resolved[];
}
