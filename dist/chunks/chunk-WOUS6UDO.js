import {
  hostBitsProblem
} from "./chunk-GZMD2HBW.js";

// src/config/packets.ts
import { parseCidr } from "../core.js";
import { ALL_V4, ALL_V6, unionPeers } from "../core.js";
import { hasPorts, hasTypes, ICMP, LAST_PORT, LAST_PROTOCOL, TCP, UDP } from "../core.js";
import { ALL_PORTS, ALL_PROTOCOLS, region } from "../core.js";
import { err, ok } from "../core.js";
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
  const protocol = protocolNamed(name);
  if (protocol === void 0) {
    return err(
      "begins with no protocol; write tcp, udp, icmp, all (in lower case) or a number from 0 to 255"
    );
  }
  if (more.length > 0) return err(`must read ${PACKETS_FORM}`);
  const ports = portsText === void 0 ? ok(ALL_PORTS) : portsNamed(protocol, portsText);
  if (!ports.ok) return ports;
  const peers = readPeers(peerText);
  if (!peers.ok) return peers;
  return ok({
    region: region(direction, [protocol], ports.value, peers.value),
    isAnyPeer: peerText === "any"
  });
}
function protocolNamed(name) {
  if (name === "all") return ALL_PROTOCOLS;
  const number = NAMES.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : void 0);
  return number === void 0 || number > LAST_PROTOCOL ? void 0 : { lo: number, hi: number };
}
function portsNamed(protocol, text) {
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
  PACKETS_FORM,
  parsePackets,
  protocolNamed,
  portsNamed
};
