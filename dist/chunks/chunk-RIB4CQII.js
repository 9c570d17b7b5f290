import {
  parseTraversal
} from "./chunk-ALZ5PEDL.js";

// src/source/hcl/hcl-expression.ts
var DEPTH_LIMIT = 60;
var CHOICES = /* @__PURE__ */ new Set(["try", "coalesce"]);
var UNIONS = /* @__PURE__ */ new Set(["merge", "concat", "toset", "tomap", "tolist", "sensitive", "nonsensitive"]);
function spanOf(node, above) {
  const { startPosition: start, endPosition: end } = node;
  const last = end.column === 0 && end.row > start.row ? end.row - 1 : end.row;
  return { line: above + start.row + 1, endLine: above + last + 1 };
}
function attributesOf(body, above) {
  const attributes = /* @__PURE__ */ new Map();
  for (const node of body?.namedChildren ?? []) {
    if (node.type !== "attribute") continue;
    const [name, value] = meaningful(node);
    if (name === void 0 || value === void 0 || attributes.has(name.text)) continue;
    attributes.set(name.text, {
      ...spanOf(node, above),
      value: exprOf(value, above, DEPTH_LIMIT),
      text: value.text
    });
  }
  return attributes;
}
function meaningful(node) {
  return node.namedChildren.filter(({ type }) => type !== "comment");
}
function exprOf(node, above, depth) {
  const span = spanOf(node, above);
  const other = { kind: "other", span };
  const children = meaningful(node);
  const [first] = children;
  if (first === void 0 || depth <= 0) return other;
  if (children.length > 1) return traversalOf(children, span);
  switch (first.type) {
    case "expression":
      return exprOf(first, above, depth - 1);
    case "variable_expr":
      return traversalOf(children, span);
    case "literal_value":
      return literalOf(first, span);
    case "template_expr":
      return templateOf(first, above, depth - 1) ?? other;
    case "operation":
      return /^-\s*[0-9.]+$/.test(first.text) ? { kind: "literal", span, value: Number(first.text) } : other;
    case "collection_value":
      return collectionOf(meaningful(first)[0], above, depth - 1) ?? other;
    case "conditional": {
      const [, yes, no] = meaningful(first);
      return yes === void 0 || no === void 0 ? other : { kind: "choice", span, parts: [yes, no].map((part) => exprOf(part, above, depth - 1)) };
    }
    case "function_call":
      return callOf(first, above, depth - 1) ?? other;
    case "for_expr":
      return forOf(first, above, depth - 1) ?? other;
    default:
      return other;
  }
}
function traversalOf(children, span) {
  const parts = children.map((child) => {
    if (child.type === "variable_expr" || child.type === "get_attr") return child.text.replace(/\s/g, "");
    const isPlain = child.type === "index" && /^(\[\s*("[^"$%]*"|\d+)\s*\]|\.\d+)$/.test(child.text);
    return isPlain ? child.text.replace(/^\[\s*|\s*\]$/g, (c) => c.trim()).replace(/^\.(\d+)$/, "[$1]") : "";
  });
  const steps = parts.includes("") ? void 0 : parseTraversal(parts.join(""));
  return steps?.[0]?.kind === "name" ? { kind: "reference", span, steps } : { kind: "other", span };
}
function literalOf(node, span) {
  const [inner] = meaningful(node);
  const { text } = node;
  switch (inner?.type ?? "") {
    case "string_lit":
      return { kind: "literal", span, value: unescape(text.slice(1, -1)) };
    case "numeric_lit":
      return { kind: "literal", span, value: Number(text) };
    case "bool_lit":
      return { kind: "literal", span, value: text === "true" };
    case "null_lit":
      return { kind: "literal", span, value: null };
    default:
      return { kind: "other", span };
  }
}
function templateOf(node, above, depth) {
  const [template] = meaningful(node);
  if (template?.type !== "quoted_template") return void 0;
  const parts = meaningful(template).filter(({ type }) => !type.startsWith("quoted_template_"));
  const [only] = parts;
  if (parts.length !== 1 || only?.type !== "template_interpolation") return void 0;
  const inner = meaningful(only).find(({ type }) => type === "expression");
  return inner === void 0 ? void 0 : exprOf(inner, above, depth);
}
function collectionOf(node, above, depth) {
  if (node === void 0) return void 0;
  const span = spanOf(node, above);
  const children = meaningful(node);
  if (node.type === "tuple") {
    const elements = children.filter(({ type }) => type === "expression");
    return { kind: "list", span, elements: elements.map((element) => exprOf(element, above, depth)) };
  }
  const entries = children.flatMap((element) => {
    const key = element.type === "object_elem" ? element.childForFieldName("key") : null;
    const value = element.childForFieldName("val");
    if (key === null || value === null) return [];
    const entry = { key: keyOf(key, above), value: exprOf(value, above, depth) };
    return [{ ...spanOf(element, above), ...entry }];
  });
  return { kind: "object", span, entries };
}
function keyOf(node, above) {
  const expr = exprOf(node, above, 1);
  if (expr.kind === "literal") return String(expr.value);
  const isName = expr.kind === "reference" && expr.steps.length === 1 && !node.text.startsWith("(");
  return isName ? node.text : void 0;
}
function callOf(node, above, depth) {
  const [name, list] = meaningful(node);
  if (name === void 0 || list?.type !== "function_arguments") return void 0;
  const inner = meaningful(list);
  const isExpanded = inner.some(({ type }) => type === "ellipsis");
  const kind = CHOICES.has(name.text) ? "choice" : UNIONS.has(name.text) ? "union" : void 0;
  if (kind === void 0 || isExpanded) return void 0;
  const parts = inner.map((part) => exprOf(part, above, depth));
  return { kind, span: spanOf(node, above), parts: kind === "union" ? parts.reverse() : parts };
}
function forOf(node, above, depth) {
  const [object] = meaningful(node);
  if (object?.type !== "for_object_expr") return void 0;
  const [, intro, key, value] = meaningful(object);
  if (intro === void 0 || key === void 0 || value?.type !== "expression") return void 0;
  const names = meaningful(intro).filter(({ type }) => type === "identifier");
  const collection = meaningful(intro).find(({ type }) => type === "expression");
  const [first, second] = names;
  if (first === void 0 || collection === void 0) return void 0;
  return {
    kind: "for",
    span: spanOf(node, above),
    keyName: second === void 0 ? void 0 : first.text,
    valueName: (second ?? first).text,
    collection: exprOf(collection, above, depth),
    key: exprOf(key, above, depth),
    value: exprOf(value, above, depth)
  };
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function unescape(text) {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^]))|\$(?=\$\{)|%(?=%\{)/g,
    (_, code, letter) => {
      if (code !== void 0) return String.fromCharCode(Number.parseInt(code, 16));
      return letter === void 0 ? "" : ESCAPES.get(letter) ?? letter;
    }
  );
}

export {
  spanOf,
  attributesOf
};
