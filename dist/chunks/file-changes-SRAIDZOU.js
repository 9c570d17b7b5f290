import {
  hclText
} from "./chunk-EMDBAYUM.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import "./chunk-SEWDMQ6Q.js";

// src/mend/file-changes.ts
function fileChangesOf({ step, blocks, module }, beside) {
  const own = step.kind === "undo" ? [
    ...[...step.gone, ...step.changed].map((address) => ({ kind: "restore", address })),
    ...step.made.map((address) => ({ kind: "remove", address }))
  ] : step.kind === "no-default-rules" ? step.addresses.map((address) => ({
    ...{ kind: "argument", address, line: "delete_default_rules = true" }
  })) : [];
  if (blocks.length === 0) return own;
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [...own, { kind: "append", beside, modules, text: hclText(blocks) }];
}
export {
  fileChangesOf
};
