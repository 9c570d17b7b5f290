import type { Subjects } from '../cluster/subject.js';
import type { CheckMetadata, Finding, Resolved } from './finding.js';

/** What a check finds. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly resolved: readonly Resolved[];
}

/** One kind of risk: metadata and one pure function. */
export interface Check extends CheckMetadata {
  readonly run: (subjects: Subjects) => Verdict;
}
