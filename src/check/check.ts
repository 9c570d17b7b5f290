import type { Subjects } from '../cluster/subject.js';
import type { Severity } from '../config/configuration.js';
import type { CheckId } from './check-id.js';
import type { Change } from '../weigh/causes.js';
import type { Finding, Resolved } from './finding.js';

/** What a check finds. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly resolved: readonly Resolved[];
}

/**
 * One kind of risk: metadata and one pure function. The metadata is all that help, documents and formats say of it,
 * and is written nowhere else.
 */
export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** Why it matters, a sentence or two. */
  readonly why: string;
  readonly remedy: string;
  /** The severity of each kind of change that the check tells. */
  readonly severities: Readonly<Partial<Record<Change, Severity>>>;
  /** A change that makes it fire, in words. */
  readonly example: string;
  readonly run: (subjects: Subjects) => Verdict;
}

/** The severity of a finding: the configuration speaks for introduced ones alone. */
export function severityOf(
  check: Pick<Check, 'id' | 'severities'>,
  change: Change,
  subjects: Subjects,
): Severity {
  const configured = subjects.world.configuration.severity[check.id];
  return (change === 'introduced' ? configured : undefined) ?? check.severities[change] ?? 'warning';
}
