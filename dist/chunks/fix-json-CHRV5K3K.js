import {
  hclText
} from "./chunk-EMDBAYUM.js";
import {
  jsonText
} from "./chunk-JGPNJ2IZ.js";
import {
  effectTexts,
  fixSentence,
  stageCommand,
  whyNoFixWords
} from "./chunk-IV7GTWIG.js";
import {
  openText
} from "./chunk-2H6QNJYB.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/fix-json.ts
function renderFixesJson(findings) {
  const json = {
    version: 1,
    fixes: findings.flatMap(
      ({ fingerprint, fixes }) => (fixes?.all() ?? []).map((fix) => fixJson(fingerprint, fix))
    ),
    without: findings.flatMap(({ fingerprint, fixes }) => {
      const why = fixes?.whyNone();
      return why === void 0 ? [] : [{ fingerprint, why: openText(whyNoFixWords(why)) }];
    })
  };
  return jsonText(json);
}
function fixJson(fingerprint, fix) {
  const { kind, blocks, module, configuration, adds, removes, stages } = fix;
  return {
    fingerprint,
    kind,
    text: openText(fixSentence(fix)),
    hcl: blocks.length === 0 ? null : hclText(blocks),
    module: blocks.length === 0 || module === "" ? null : module.replace(/\.$/, ""),
    patch: null,
    configuration: configuration ?? null,
    adds: adds.map((rule) => ({ ...rule, group: { ...rule.group } })),
    removes: removes.map((rule) => ({ ...rule })),
    alsoChanges: effectTexts(fix).map(openText),
    stages: stages.map((stage) => ({ targets: [...stage.targets], command: openText(stageCommand(stage)) }))
  };
}
export {
  renderFixesJson
};
