import {
  SENSITIVE,
  toText
} from "./chunk-6D7JU3PK.js";
import {
  cidrsOf,
  v4Text
} from "./chunk-MEXHSFFU.js";

// src/report/words/cluster-words.ts
function cidrTexts({ peers }) {
  if (peers === "sensitive") return [toText(SENSITIVE)];
  return [...cidrsOf(peers), ...peers.tokens.map((token) => `(${token})`)].map(toText);
}
function hostTexts({ peers, source }) {
  if (peers === "sensitive") return cidrTexts({ peers, source });
  const hosts = peers.v4.flatMap(
    (range) => range.lo === range.hi ? [v4Text(range.lo)] : cidrsOf({ v4: [range], v6: [], tokens: [] })
  );
  return [...hosts.map(toText), ...cidrTexts({ peers: { ...peers, v4: [], v6: [] }, source })];
}

export {
  cidrTexts,
  hostTexts
};
