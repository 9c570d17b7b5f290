import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ALL_V6,
  ICMP,
  LAST_PORT,
  LAST_PROTOCOL,
  TCP,
  UDP,
  cidrsOf,
  hasPorts,
  hasTypes,
  parseCidr,
  region,
  unionPeers
} from "./chunk-MEXHSFFU.js";
import {
  err,
  must,
  ok
} from "./chunk-CAOBLGU6.js";

// src/config/cidr-text.ts
function readClusterCidr(text) {
  const cidr = parseCidr(text);
  if (cidr === void 0) return err(NO_CIDR);
  if (cidr.family === "IPv4" && !text.includes("/")) {
    return err("has no prefix length; write one, like 192.168.0.0/16 (/32 for a single address)");
  }
  return v4Only(cidr);
}
function readAddress(text) {
  const cidr = parseCidr(text);
  return cidr === void 0 ? err(NO_ADDRESS) : v4Only(cidr);
}
var NO_CIDR = "must be an IPv4 CIDR, like 192.168.0.0/16";
var NO_ADDRESS = "must be an IPv4 address or CIDR, like 100.125.4.25 or 10.9.0.0/24";
function hostBitsProblem(cidr) {
  if (!cidr.hasHostBits) return void 0;
  const network = must(cidrsOf(cidr.peers)[0], "a CIDR holds addresses");
  return `has bits set below its prefix; the network is ${network}`;
}
function v4Only(cidr) {
  if (cidr.family === "IPv6") return err("is IPv6, which the tables do not cover; remove it");
  const problem = hostBitsProblem(cidr);
  return problem === void 0 ? ok(cidr.peers) : err(problem);
}

// src/config/packets.ts
var PACKETS_FORM = "PROTOCOL[/PORTS] from|to CIDR|any, like tcp/30000-32767 from 203.0.113.0/24";
var DIRECTIONS = /* @__PURE__ */ new Map([
  ["from", "ingress"],
  ["to", "egress"]
]);
var NAMES = /* @__PURE__ */ new Map([
  ["tcp", TCP],
  ["udp", UDP],
  ["icmp", ICMP]
]);
function parsePackets(text) {
  const [what = "", way, peerText = "", ...rest] = text.trim().split(/\s+/);
  const direction = way === void 0 ? void 0 : DIRECTIONS.get(way);
  if (direction === void 0 || peerText === "" || rest.length > 0) return err(`must read ${PACKETS_FORM}`);
  const [name = "", portsText, ...more] = what.split("/");
  const protocol = protocolOf(name);
  if (protocol === void 0) {
    return err(
      "begins with no protocol; write tcp, udp, icmp, all (in lower case) or a number from 0 to 255"
    );
  }
  if (more.length > 0) return err(`must read ${PACKETS_FORM}`);
  const ports = portsText === void 0 ? ok(ALL_PORTS) : readPorts(protocol, portsText);
  if (!ports.ok) return ports;
  const peers = readPeers(peerText);
  if (!peers.ok) return peers;
  return ok({
    region: region(direction, [protocol], ports.value, peers.value),
    isAnyPeer: peerText === "any"
  });
}
function protocolOf(name) {
  if (name === "all") return ALL_PROTOCOLS;
  const number = NAMES.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : void 0);
  return number === void 0 || number > LAST_PROTOCOL ? void 0 : { lo: number, hi: number };
}
function readPorts(protocol, text) {
  if (protocol.lo !== protocol.hi || !hasPorts(protocol.lo)) {
    return hasTypes(protocol.lo) && protocol.lo === protocol.hi ? err("has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24") : err("has ports, which only tcp and udp have; leave them out");
  }
  const [, from = "", to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range = { lo: Number(from), hi: Number(to) };
  if (from === "" || range.lo < 1 || range.hi > LAST_PORT) {
    return err(
      "has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767"
    );
  }
  return range.lo > range.hi ? err("has ports that end before they begin; swap them") : ok([range]);
}
function readPeers(text) {
  if (text === "any") return ok(unionPeers(ALL_V4, ALL_V6));
  const cidr = parseCidr(text);
  if (cidr === void 0) return err("ends with no CIDR; write one, like 203.0.113.0/24, or any");
  const problem = hostBitsProblem(cidr);
  return problem === void 0 ? ok(cidr.peers) : err(problem);
}

export {
  readClusterCidr,
  readAddress,
  NO_CIDR,
  NO_ADDRESS,
  PACKETS_FORM,
  parsePackets
};
