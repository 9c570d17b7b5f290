import {
  SENSITIVE
} from "./chunk-W55LG4YV.js";
import {
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  ALL_ADDRESSES,
  cidrsOf,
  subtractPeers,
  v4Peers,
  v4Text
} from "./chunk-FFZXDXFJ.js";

// src/report/words/cluster-words.ts
function cidrTexts({ peers }) {
  if (peers === "sensitive") return [toText(SENSITIVE)];
  return [...cidrsOf(peers), ...peers.tokens.map((token) => `(${token})`)].map(toText);
}
function hostTexts({ peers, source }) {
  if (peers === "sensitive") return cidrTexts({ peers, source });
  const hosts = peers.v4.flatMap(
    (range) => range.lo === range.hi ? [v4Text(range.lo)] : cidrsOf(v4Peers([range]))
  );
  return [...hosts.map(toText), ...cidrTexts({ peers: subtractPeers(peers, ALL_ADDRESSES), source })];
}

export {
  cidrTexts,
  hostTexts
};
