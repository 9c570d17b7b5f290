// src/report/fix.ts
function isAboutOrder({
  change,
  reason,
  waived
}) {
  return waived === void 0 && (change === "transient" || reason.kind === "key-renamed");
}

export {
  isAboutOrder
};
