import {
  hclText,
  isNewEntry,
  linesOfEntry
} from "./chunk-R2SAQLJI.js";
import "./chunk-SEWDMQ6Q.js";

// src/mend/file-changes.ts
import { groupBy } from "../core.js";
import { parseAddress } from "../core.js";
function fileChangesOf({ step, blocks, module }, beside) {
  const appended = blocks.filter((one) => !isNewEntry(one));
  const modules = parseAddress(`${module}x.x`)?.modules ?? [];
  return [
    ...blockChanges(step),
    ...entryChanges(blocks.filter(isNewEntry)),
    ...appended.length === 0 ? [] : [{ kind: "append", beside, modules, text: hclText(appended) }]
  ];
}
function entryChanges(entries) {
  return [...groupBy(entries, ({ beside }) => beside)].map(([address, own]) => ({
    ...{ kind: "entries", address, place: own[0].place },
    lines: own.flatMap(linesOfEntry)
  }));
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
      ...[...step.removed, ...step.left].map(removed),
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
