/** The checks, in the order in which they are run and documented. */
export const CHECK_IDS = [
  'essential-rule',
  'required-access',
  'egress-minimum',
  'exposed-port',
  'duplicate-rule',
  'rule-input',
  'group-lifecycle',
  'ineffective-rule',
  'unknown-group',
  'not-covered',
  'forgotten-rule',
  'address-overlap',
  'configuration',
  'new-access',
  'waiver',
] as const;

/** The name of a check; for ever. */
export type CheckId = (typeof CHECK_IDS)[number];
