// src/source/hcl/syntax.ts
function literalText(expr) {
  return expr?.kind === "literal" && expr.value !== null ? String(expr.value) : void 0;
}
function memberAt(expr, path) {
  let at = expr;
  for (const step of path) {
    const key = stepText(step);
    if (at?.kind === "object") at = at.entries.find((entry) => entry.key === key)?.value;
    else at = at?.kind === "list" ? at.elements[Number(key)] : void 0;
  }
  return at;
}
function stepText(step) {
  return String(step.kind === "name" ? step.name : step.key);
}

export {
  literalText,
  memberAt,
  stepText
};
