// src/report/words/model-words.ts
import { networkName } from "../core.js";
import { say, toText } from "../core.js";
function modelWords(row) {
  const { direction, peer, suggestion, floor, purpose, impact, impactOf } = row;
  return {
    traffic: toText(trafficWords(row)),
    peer: toText(`${direction === "ingress" ? "from" : "to"} ${PEERS[peer]}`),
    suggestion: toText(SUGGESTIONS[suggestion]),
    floor: toText(floorWords(floor)),
    purpose: toText(purpose),
    impact: toText(
      impactOf === void 0 ? impact : `${impact}; while ${trafficWords(impactOf)} ${direction === "ingress" ? "from" : "to"} ${PEERS[impactOf.peer]} still passes: ${impactOf.otherwise}`
    ),
    notes: notesOf(row)
  };
}
function tableTitle({ table, title }) {
  return toText(`Table ${table}: ${title}`);
}
function trafficWords({ protocol, ports }) {
  if (protocol === "all") return "all traffic";
  return `${protocol.toUpperCase()}${ports === "all" ? "" : ` ${rangeWords(ports)}`}`;
}
function rangeWords({ from, to }) {
  return from === to ? `${from}` : `${from}-${to}`;
}
var PEERS = {
  any: "anywhere",
  "vpc-cidr": "the VPC",
  "container-cidr": "the containers",
  "container-subnet-cidr": "the pod subnets",
  "vpc-and-container-cidr": "the VPC and the containers",
  "master-node-cidr": "the masters",
  "dns-servers": "the DNS servers",
  "node-group": "the worker node security group",
  "control-group": "the master node security group",
  "eni-group": "the elastic network interface security group",
  "vpc-endpoint-service": "the VPC endpoint service",
  "internal-services": "the internal services of the cloud"
};
var SUGGESTIONS = {
  "not-recommended": "not to be modified",
  "if-necessary": "to be modified if necessary",
  recommended: "better narrowed",
  minimum: "the least that hardened egress needs"
};
var FLOORS = {
  "vpc-cidr": "the VPC",
  "container-cidr": "the containers",
  "load-balancer-cidrs": "the load balancers that the configuration names",
  "service-mesh-cidrs": "the service mesh that the configuration names"
};
function floorWords(floor) {
  if (floor === void 0) return "all of it must hold";
  switch (floor.kind) {
    case "ranges":
      return `may be narrowed to ${floor.keep.map((name) => FLOORS[name]).join(", ")}`;
    case "table":
      return "may be narrowed to the rows of Table 8";
    case "none":
      return "may be narrowed at will";
  }
}
function notesOf({
  note,
  networkModel,
  notOnPageOf,
  isNodePorts,
  isLookedForBeforeUpgrade
}) {
  return [
    ...note === void 0 ? [] : [toText(note)],
    ...networkModel === void 0 ? [] : [say`Only clusters with ${networkName(networkModel)} need it.`],
    ...notOnPageOf === void 0 ? [] : [say`The page of region ${notOnPageOf} does not have it: there it is a warning.`],
    ...isNodePorts === true ? [toText("A cluster that sets `service-node-port-range` has other ports.")] : [],
    ...isLookedForBeforeUpgrade === true ? [
      toText(
        "CCE looks for its own rule before it upgrades a cluster, whatever else lets the packets through."
      )
    ] : []
  ];
}

export {
  modelWords,
  tableTitle
};
