// src/source/hcl/headers.ts
import { must } from "../core.js";
var KEYWORDS = ["resource", "data", "module", "variable", "output", "locals", "moved", "removed"];
var GAP = String.raw`(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*`;
var LABEL = String.raw`(?:"[^"\n]*"|[\w-]+(?![\w-]))`;
var HEADER = new RegExp(
  `^(?<gap>${GAP})(?<keyword>${KEYWORDS.join("|")})(?![\\w-])${GAP}(?:(?<first>${LABEL})${GAP})?(?:(?<second>${LABEL})${GAP})?\\{`,
  "gm"
);
function headerKey(type, labels) {
  return [type, ...labels].join(" ");
}
function headerOfResource(block) {
  const words = block.split(".");
  return words[0] === "data" ? { keyword: "data", labels: words.slice(1) } : { keyword: "resource", labels: words };
}
function headersIn(text) {
  return Array.from(text.matchAll(HEADER), (match) => {
    const { gap, keyword, first, second } = match.groups ?? {};
    return {
      keyword: must(
        KEYWORDS.find((known) => known === keyword),
        "the pattern is made of the keywords"
      ),
      labels: [first, second].flatMap((label) => label?.replace(/^"|"$/g, "") ?? []),
      start: match.index + must(gap, "the gap may be empty, but it is there").length
    };
  });
}

export {
  headerKey,
  headerOfResource,
  headersIn
};
