// src/report/fix.ts
var FIX_KINDS = [
  "put-back",
  "undo",
  "moved",
  "no-create-before-destroy",
  "delete-default-rules",
  "import",
  "deny",
  "add-rules",
  "order",
  "configuration",
  "facts",
  "waive"
];
function isAboutOrder({
  change,
  reason,
  waived
}) {
  return waived === void 0 && (change === "transient" || reason.kind === "key-renamed");
}

export {
  FIX_KINDS,
  isAboutOrder
};
