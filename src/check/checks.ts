import type { Subjects } from '../cluster/subject.js';
import type { Waiver } from '../config/configuration.js';
import type { Check, Verdict } from './check.js';
import { duplicateRule } from './duplicate-rule.js';
import { egressMinimum } from './egress-minimum.js';
import { essentialRule } from './essential-rule.js';
import { exposedPort } from './exposed-port.js';
import { groupLifecycle } from './group-lifecycle.js';
import { ineffectiveRule } from './ineffective-rule.js';
import { notCovered } from './not-covered.js';
import { requiredAccess } from './required-access.js';
import { ruleInput } from './rule-input.js';
import { unknownGroup } from './unknown-group.js';
import { unusedWaivers, waive, waiver } from './waiver.js';

/** Every check, in the order of their names' list. */
export const CHECKS: readonly Check[] = [
  essentialRule,
  requiredAccess,
  egressMinimum,
  exposedPort,
  duplicateRule,
  ruleInput,
  groupLifecycle,
  ineffectiveRule,
  unknownGroup,
  notCovered,
  waiver,
];

/**
 * Runs every check on every plan and takes the waived packets out. What is said of the configuration alone (waivers)
 * is said once, with the first plan.
 */
export function runChecks(plans: readonly Subjects[]): readonly Verdict[] {
  const used = new Set<Waiver>();
  const verdicts = plans.map((subjects, index) => {
    const checks = CHECKS.filter((check) => index === 0 || check !== waiver);
    const found = checks.map((check) => check.run(subjects));
    const waived = waive(
      found.flatMap(({ findings }) => findings),
      subjects,
    );
    for (const one of waived.used) used.add(one);
    return { findings: waived.findings, resolved: found.flatMap(({ resolved }) => resolved) };
  });
  return verdicts.map((verdict, index) => {
    const subjects = plans[index];
    const unused = index === 0 && subjects !== undefined ? unusedWaivers(used, subjects) : [];
    return { ...verdict, findings: [...verdict.findings, ...unused] };
  });
}
