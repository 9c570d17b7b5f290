import type { Subjects } from '../cluster/subject.js';
import type { Check, Verdict } from './check.js';
import { egressMinimum } from './egress-minimum.js';
import { essentialRule } from './essential-rule.js';
import { requiredAccess } from './required-access.js';

/** Every check, in the order of their names' list. */
export const CHECKS: readonly Check[] = [essentialRule, requiredAccess, egressMinimum];

/** Runs every check. */
export function runChecks(subjects: Subjects): Verdict {
  const verdicts = CHECKS.map((check) => check.run(subjects));
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    resolved: verdicts.flatMap(({ resolved }) => resolved),
  };
}
