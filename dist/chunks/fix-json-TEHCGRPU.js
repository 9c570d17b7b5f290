import {
  isAboutOrder
} from "./chunk-M3GSGHQH.js";
import {
  hclText
} from "./chunk-R2SAQLJI.js";
import {
  jsonText
} from "./chunk-JAOPD57T.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/fix-json.ts
import { effectTexts, fixSentence, stageCommand, whyNoOrderWords } from "../core.js";
import { withoutFixWords } from "../core.js";
import { openText } from "../core.js";
function renderFixesJson(findings, patches = /* @__PURE__ */ new Map()) {
  const json = {
    version: 1,
    fixes: findings.flatMap(
      ({ fingerprint, fixes }) => (fixes?.all() ?? []).map((fix) => ({
        ...fixJson(fingerprint, fix),
        patch: patches.get(fix) ?? null
      }))
    ),
    without: findings.flatMap((finding) => {
      const why = withoutFixWords(finding);
      return why === void 0 ? [] : [{ fingerprint: finding.fingerprint, why: openText(why) }];
    })
  };
  return jsonText(json);
}
function renderOrderJson({ findings, orders = [] }) {
  const found = orders.map((order) => order());
  const about = findings.filter(isAboutOrder).map(({ fingerprint, plan }) => ({ fingerprint, order: found[plan] }));
  const json = {
    version: 1,
    fixes: about.flatMap(
      ({ fingerprint, order }) => order?.kind === "order" ? [fixJson(fingerprint, order.fix)] : []
    ),
    without: about.flatMap(
      ({ fingerprint, order }) => order === void 0 || order.kind === "order" ? [] : [{ fingerprint, why: openText(whyNoOrderWords(order)) }]
    )
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
  renderFixesJson,
  renderOrderJson
};
