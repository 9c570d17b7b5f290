// src/facts/instant.ts
function instantOf(text) {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}
function hoursBetween(from, to) {
  const [start, end] = [from, to].map((text) => text === void 0 ? Number.NaN : Date.parse(text));
  const hours = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 36e5;
  return Number.isNaN(hours) ? void 0 : hours;
}

export {
  instantOf,
  hoursBetween
};
