// src/check/check-id.ts
var CHECK_IDS = [
  "essential-rule",
  "required-access",
  "egress-minimum",
  "exposed-port",
  "duplicate-rule",
  "rule-input",
  "group-lifecycle",
  "ineffective-rule",
  "unknown-group",
  "not-covered",
  "forgotten-rule",
  "address-overlap",
  "configuration",
  "waiver"
];

export {
  CHECK_IDS
};
