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

export {
  ok,
  err,
  unreachable
};
