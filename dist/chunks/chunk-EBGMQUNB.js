import {
  allTraffic,
  anyAddress,
  hasAllV4,
  isSame,
  region,
  samePeers,
  sameSets
} from "./chunk-FFZXDXFJ.js";

// src/effective/rule-identity.ts
function isSamePeer(a, b) {
  if (isEverything(a) || isEverything(b)) return isEverything(a) && isEverything(b);
  if (a.kind === "range" && b.kind === "range") {
    if (a.range.kind === "unknown" || b.range.kind === "unknown") {
      return a.range.kind === "unknown" && b.range.kind === "unknown" && a.range.token === b.range.token;
    }
    return samePeers(a.range.peers, b.range.peers);
  }
  if (a.kind !== "group" || b.kind !== "group") return false;
  return a.group.kind === "group" && b.group.kind === "group" && a.group.key === b.group.key;
}
function isEverything(peer) {
  if (peer.kind === "any") return true;
  if (peer.kind !== "range" || peer.range.kind !== "known") return false;
  const { peers } = peer.range;
  return hasAllV4(peers) || samePeers(peers, anyAddress("IPv6"));
}
function identityHint({ group, direction, family, action, traffic, peer }) {
  const owner = group.kind === "group" ? group.key : "";
  return JSON.stringify([owner, direction, family, action, trafficHint(traffic), peerHint(peer)]);
}
function trafficHint({ protocols, ports }) {
  const [first, last] = [ports[0], ports.at(-1)];
  if (first === void 0 || last === void 0 || last.hi === 0) return [];
  return [protocols[0]?.lo ?? -1, protocols.at(-1)?.hi ?? -1, Math.max(1, first.lo), last.hi];
}
var HINTED = 10;
function peerHint(peer) {
  if (isEverything(peer)) return "all";
  if (peer.kind === "range" && peer.range.kind === "unknown") return peer.range.token;
  if (peer.kind === "range" && peer.range.kind === "known") {
    const { v4, v6 } = peer.range.peers;
    const some = [...v4.slice(0, HINTED), ...v6.slice(0, HINTED)].map(({ lo, hi }) => `${lo}-${hi}`);
    return [v4.length, v6.length, ...some].join();
  }
  return peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : "not known";
}
function isSameTraffic(a, b) {
  if (a.isAtMost === true || b.isAtMost === true) return false;
  if (sameSets(a.protocols, b.protocols) && sameSets(a.ports, b.ports)) return true;
  if (namesPort(a) && namesPort(b) && !sameSets(a.protocols, b.protocols)) return false;
  const packets = ({ protocols, ports }) => region("ingress", protocols, ports, anyAddress("IPv4"));
  return isSame(packets(a), packets(b));
}
function namesPort({ ports }) {
  return ports.some(({ hi }) => hi > 0);
}
function mayBeSame(a, b) {
  const isSamePriority = a.priority.kind !== "known" || b.priority.kind !== "known" || a.priority.value === b.priority.value;
  return a.direction === b.direction && a.family === b.family && a.action === b.action && isSamePriority && (isUnknownPeer(a.peer) || isUnknownPeer(b.peer) || isSamePeer(a.peer, b.peer)) && (a.traffic.isAtMost === true || b.traffic.isAtMost === true || isSameTraffic(a.traffic, b.traffic));
}
function isUnknownPeer(peer) {
  return peer.kind === "one-of" || peer.kind === "range" && peer.range.kind === "unknown";
}
function allowsEverybody({ traffic, peer }) {
  if (traffic.isAtMost === true || !isSamePeer(peer, { kind: "any" })) return false;
  const all = anyAddress("IPv4");
  return isSame(region("egress", traffic.protocols, traffic.ports, all), allTraffic("egress", all));
}

export {
  isSamePeer,
  identityHint,
  isSameTraffic,
  mayBeSame,
  isUnknownPeer,
  allowsEverybody
};
