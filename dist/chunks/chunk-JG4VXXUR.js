// src/facts/instant.ts
function instantOf(text) {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}

export {
  instantOf
};
