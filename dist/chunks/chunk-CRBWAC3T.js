// src/config/configuration.ts
var NO_CONFIGURATION = {
  failOn: void 0,
  defaultRulePriority: void 0,
  severity: {},
  clusters: [],
  waivers: []
};
function bareCluster(name) {
  return {
    name,
    region: void 0,
    networkModel: void 0,
    vpcCidrs: void 0,
    containerCidrs: void 0,
    masterCidrs: void 0,
    dnsServers: void 0,
    loadBalancerCidrs: void 0,
    serviceMeshCidrs: void 0,
    serviceCidrs: void 0,
    securityGroups: { node: [], control: [], eni: [] },
    defaultRules: void 0
  };
}

export {
  NO_CONFIGURATION,
  bareCluster
};
