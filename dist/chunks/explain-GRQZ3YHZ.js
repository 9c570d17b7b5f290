import {
  askedWords,
  dependsWords,
  endWords,
  otherGroupWords
} from "./chunk-UDUHDTRI.js";
import {
  packetsJson,
  valueJson
} from "./chunk-7N4LTMXQ.js";
import "./chunk-BPHTC5HE.js";
import "./chunk-TOJSNTRC.js";
import {
  TIMES
} from "./chunk-JWOSOKBN.js";
import {
  jsonText
} from "./chunk-JAOPD57T.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/explain.ts
import { firstOfEach } from "../core.js";
import { openText, shownValue } from "../core.js";
function renderExplanationJson(explanation) {
  return jsonText(explainJson(explanation));
}
function explainJson(explanation) {
  const { asked, states, parts } = explanation;
  const told = parts.map(partJson);
  const rules = told.flatMap(({ sides }) => sides.flatMap((side) => side.rules));
  return {
    version: 1,
    packet: openText(askedWords(explanation)),
    fingerprint: asked.kind === "finding" ? asked.finding.fingerprint : null,
    ...states,
    rules: [...firstOfEach(rules, (rule) => JSON.stringify(rule))],
    parts: told
  };
}
function partJson({ states, sides }) {
  return { ...states, sides: sides.map(sideJson) };
}
function sideJson(side) {
  const { direction, party, states, packets, rules, refused, nearest } = side;
  return {
    direction,
    end: openText(endWords(party)),
    ...states,
    packets: packets.map(packetsJson),
    rules: rules.map(ruleJson),
    refused: refused.flatMap(({ address }) => valueJson(address) ?? []),
    nearest: TIMES.flatMap((time) => {
      const { [time]: miss } = nearest;
      if (miss === void 0) return [];
      return [
        { time, address: valueJson(miss.address), requirement: miss.row?.id ?? null, lacks: miss.lacks }
      ];
    }),
    dependsOn: dependsWords(side).map(openText)
  };
}
function ruleJson(rule) {
  const { address, row, group, direction, action, priority, packets, times, known, place } = rule;
  return {
    address: valueJson(address),
    requirement: row?.id ?? null,
    group: shownValue(group),
    direction,
    action,
    priority: priority ?? null,
    packets: packets.traffic.map((one) => ({
      ...packetsJson(one),
      ...packets.group !== void 0 && { peers: [openText(otherGroupWords(packets.group))] }
    })),
    isAtMost: packets.isAtMost,
    times: [...times],
    belief: known,
    file: valueJson(place?.file),
    line: place?.line ?? null,
    isBase: place?.isBase ?? false
  };
}
export {
  renderExplanationJson
};
