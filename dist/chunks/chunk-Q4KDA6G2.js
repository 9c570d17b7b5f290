import {
  stepsText
} from "./chunk-EWVTMIMU.js";

// src/terraform/expression.ts
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
function nameBehind(word, [first, second]) {
  return first?.kind === "name" && first.name === word && second?.kind === "name" ? second.name : void 0;
}
function partsOf(expr) {
  switch (expr.kind) {
    case "literal":
    case "reference":
      return [];
    case "object":
      return expr.entries.flatMap(
        ({ keyExpr, value }) => keyExpr === void 0 ? [value] : [keyExpr, value]
      );
    case "list":
      return expr.elements;
    case "part":
      return [expr.of];
    case "index":
      return [expr.of, expr.key];
    case "conditional":
      return [expr.condition, expr.yes, expr.no];
    case "for":
      return [expr.collection, expr.key, expr.value, expr.condition].filter((part) => part !== void 0);
    case "call":
    case "template":
    case "operation":
    case "other":
      return expr.parts;
  }
}
function referencesIn(expr) {
  if (expr.kind === "reference") return [expr.steps];
  const inner = partsOf(expr).flatMap(referencesIn);
  if (expr.kind !== "for") return inner;
  return inner.filter(([first]) => {
    const name = first === void 0 ? void 0 : stepText(first);
    return name !== expr.keyName && name !== expr.valueName;
  });
}
var CHOICES = /* @__PURE__ */ new Set(["try", "coalesce"]);
var UNIONS = /* @__PURE__ */ new Set([
  "merge",
  "concat",
  "toset",
  "tomap",
  "tolist",
  "sensitive",
  "nonsensitive"
]);
function handedOn(expr) {
  if (expr.kind === "conditional") return [expr.yes, expr.no];
  if (expr.kind !== "call" || expr.isExpanded) return void 0;
  if (CHOICES.has(expr.name)) return expr.parts;
  return UNIONS.has(expr.name) ? expr.parts.toReversed() : void 0;
}
function referenceText(steps) {
  return stepsText(steps).slice(1);
}

export {
  literalText,
  memberAt,
  stepText,
  nameBehind,
  referencesIn,
  handedOn,
  referenceText
};
