// src/config/configuration.ts
var NO_CONFIGURATION = {
  failOn: void 0,
  defaultRulePriority: void 0,
  severity: {},
  clusters: [],
  waivers: []
};

export {
  NO_CONFIGURATION
};
