import "./chunk-SEWDMQ6Q.js";

// src/mend/file-changes.ts
import { parseAddress } from "../core.js";
import { hclText } from "../core.js";
function fileChangesOf({ step, blocks, module }, beside) {
  const own = blockChanges(step);
  if (blocks.length === 0) return own;
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [...own, { kind: "append", beside, modules, text: hclText(blocks) }];
}
function blockChanges(step) {
  const removed = (address) => ({ kind: "remove", address });
  if (step.kind === "undo") {
    const { gone, changed, made, values } = step;
    return [
      ...[...gone, ...changed].map((address) => ({
        ...{ kind: "restore", address },
        values: values.filter((one) => one.address === address)
      })),
      ...made.map(removed)
    ];
  }
  if (step.kind === "less-deny") {
    return [
      ...step.removed.map(removed),
      ...step.narrowed.map((one) => ({ kind: "argument", ...one }))
    ];
  }
  if (step.kind !== "no-default-rules") return [];
  return step.addresses.map((address) => ({
    ...{ kind: "argument", address },
    ...{ name: "delete_default_rules", value: "true" }
  }));
}
export {
  fileChangesOf
};
