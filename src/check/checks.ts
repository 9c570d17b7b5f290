import { memoOfObject } from '../collections.js';
import type { Subjects } from '../cluster/subject.js';
import { CHECK_IDS, type CheckId } from './check-id.js';
import type { Check, Verdict } from './check.js';
import { configuration, factsFindings, idleEntries } from './configuration.js';
import { duplicateRule } from './duplicate-rule.js';
import { egressMinimum } from './egress-minimum.js';
import { essentialRule } from './essential-rule.js';
import { exposedPort } from './exposed-port.js';
import { type Finding, isOff } from './finding.js';
import { groupLifecycle } from './group-lifecycle.js';
import { ineffectiveRule } from './ineffective-rule.js';
import { notCovered } from './not-covered.js';
import { requiredAccess } from './required-access.js';
import { must } from '../result.js';
import { rowVerdict } from './row-findings.js';
import { ruleInput } from './rule-input.js';
import { unknownGroup } from './unknown-group.js';
import { forgottenRule } from './forgotten-rule.js';
import { addressOverlap } from './address-overlap.js';
import { newAccess } from './new-access.js';
import { idleWaivers, waive, waiver } from './waiver.js';

/** One entry for each name of the list: the compiler refuses one that lacks and one too many. */
const BY_ID: Readonly<Record<CheckId, Check>> = {
  'essential-rule': essentialRule,
  'required-access': requiredAccess,
  'egress-minimum': egressMinimum,
  'exposed-port': exposedPort,
  'duplicate-rule': duplicateRule,
  'rule-input': ruleInput,
  'group-lifecycle': groupLifecycle,
  'ineffective-rule': ineffectiveRule,
  'unknown-group': unknownGroup,
  'not-covered': notCovered,
  'forgotten-rule': forgottenRule,
  'address-overlap': addressOverlap,
  configuration,
  'new-access': newAccess,
  waiver,
};

/** Every check, in the order of their names' list. */
export const CHECKS: readonly Check[] = CHECK_IDS.map((id) => BY_ID[id]);

/**
 * Runs every check on every plan and takes the waived packets out. What the configuration says for nothing is told with the
 * first plan. `found`: what was found in the plans already, where only their waivers are others.
 */
export function runChecks(
  plans: readonly Subjects[],
  found: readonly Verdict[] = plans.map(unwaived),
): readonly Verdict[] {
  const verdicts = plans.map((subjects, i) => {
    const { findings, resolved } = must(found[i], 'of each plan');
    return { findings: waive(findings, subjects), resolved };
  });
  const all = verdicts.flatMap(({ findings }) => findings);
  const idle = plans
    .slice(0, 1)
    .flatMap((first) =>
      [...idleEntries(plans, first), ...factsFindings(plans, first), ...idleWaivers(all, first)]
        .filter((one) => !isOff(one, first))
        .map((one) => ({ ...one, isOfRun: true })),
    );
  return verdicts.map(({ findings, resolved }, index) => ({
    findings: index === 0 ? [...findings, ...idle] : findings,
    resolved,
  }));
}

/** What the checks find, whatever is waived; once, however many waivers are tried. */
export const unwaived = memoOfObject((subjects: Subjects): Verdict => {
  const found = CHECKS.map((check) => verdictBy(check, subjects));
  return {
    findings: found
      .flatMap(({ findings }) => findings)
      .filter((one) => isToldHere(one, subjects) && !isOff(one, subjects)),
    resolved: found
      .flatMap(({ resolved }) => resolved)
      .filter((one) => isToldHere({ ...one, causes: [], pool: undefined }, subjects)),
  };
});

/** What another plan of the run brings about, or has to say of its own clusters, is told with that plan. */
function isToldHere(
  { causes, pool, cluster }: Pick<Finding, 'causes' | 'pool' | 'cluster'>,
  { world }: Subjects,
): boolean {
  if (causes.length > 0) return causes.some(({ address }) => !world.isElsewhere(address));
  const owner = pool ?? cluster?.resource?.address;
  return owner === undefined || !world.isElsewhere(owner);
}

function verdictBy(check: Check, subjects: Subjects): Verdict {
  const { findings, resolved } = rowVerdict(check, subjects);
  return { findings: [...findings, ...check.run(subjects)], resolved };
}
