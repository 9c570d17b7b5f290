// src/config/cidr-text.ts
import { cidrsOf, parseCidr } from "../core.js";
import { err, must, ok } from "../core.js";
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

export {
  readClusterCidr,
  readAddress,
  NO_CIDR,
  NO_ADDRESS,
  hostBitsProblem
};
