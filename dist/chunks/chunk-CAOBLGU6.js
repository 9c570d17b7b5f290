// src/result.ts
function ok(value) {
  return { ok: true, value };
}
function err(error) {
  return { ok: false, error };
}
function unreachable(x) {
  throw new Error(`unreachable: ${JSON.stringify(x)}`);
}
function must(value, why) {
  if (value === void 0) throw new Error(`this cannot be: ${why}`);
  return value;
}

export {
  ok,
  err,
  unreachable,
  must
};
