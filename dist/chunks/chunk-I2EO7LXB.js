// src/source/hcl/hcl-expression.ts
import { parseTraversal, unquote } from "../core.js";
var DEPTH_LIMIT = 60;
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
  return exprOfNodes(node, meaningful(node), { above, depth: depth - 1 });
}
function exprOfNodes(whole, nodes, reading) {
  const { above, depth } = reading;
  const span = spanOf(whole, above);
  const [first, ...steps] = nodes;
  if (first === void 0 || depth <= 0) return { kind: "other", span, parts: [] };
  if (first.type === "variable_expr") return traversalOf(nodes, span, reading);
  return steps.reduce((of, step) => taken(of, step, reading), simpleOf(first, span, reading));
}
function simpleOf(node, span, { above, depth }) {
  const inner = meaningful(node);
  const parsed = (part) => exprOf(part, above, depth);
  switch (node.type) {
    case "expression":
      return parsed(node);
    case "literal_value":
      return literalOf(node, span);
    case "template_expr":
      return templateOf(node, span, { above, depth });
    case "operation":
      return operationOf(node, span, { above, depth });
    case "collection_value":
      return collectionOf(inner[0], above, depth) ?? { kind: "other", span, parts: [] };
    case "conditional": {
      const [condition, yes, no] = inner.map(parsed);
      return condition === void 0 || yes === void 0 || no === void 0 ? { kind: "other", span, parts: [] } : { kind: "conditional", span, condition, yes, no };
    }
    case "function_call":
      return callOf(inner, span, parsed);
    case "for_expr":
      return forOf(inner[0], span, { above, depth }) ?? { kind: "other", span, parts: [] };
    default:
      return { kind: "other", span, parts: inner.filter(isExpression).map(parsed) };
  }
}
function isExpression({ type }) {
  return type === "expression";
}
function traversalOf(nodes, span, reading) {
  const texts = nodes.map(plainStep);
  const end = texts.includes(void 0) ? texts.indexOf(void 0) : texts.length;
  const steps = parseTraversal(texts.slice(0, end).join(""));
  if (steps?.[0]?.kind !== "name") return { kind: "other", span, parts: [] };
  const plain = { kind: "reference", span, steps };
  return nodes.slice(end).reduce((of, step) => taken(of, step, reading), plain);
}
function plainStep({ type, text }) {
  if (type === "variable_expr" || type === "get_attr") return text.replace(/\s/g, "");
  if (type !== "index" || !/^(\[\s*("[^"$%]*"|\d+)\s*\]|\.\d+)$/.test(text)) return void 0;
  return text.replace(/^\[\s*|\s*\]$/g, (c) => c.trim()).replace(/^\.(\d+)$/, "[$1]");
}
var ELEMENT = "*";
function taken(of, step, reading) {
  const { above, depth } = reading;
  const span = { line: of.span.line, endLine: spanOf(step, above).endLine };
  const plain = plainStep(step);
  const [inner] = meaningful(step);
  if (plain !== void 0) {
    const [plainly] = parseTraversal(plain) ?? [];
    return plainly === void 0 ? { kind: "other", span, parts: [of] } : { kind: "part", span, of, step: plainly };
  }
  if (step.type === "splat" && inner !== void 0) {
    const element = { kind: "reference", span, steps: [{ kind: "name", name: ELEMENT }] };
    const value = meaningful(inner).reduce((part, next) => taken(part, next, reading), element);
    return { ...NO_FOR, span, valueName: ELEMENT, collection: of, value, isSplat: true };
  }
  const key = inner?.type === "new_index" ? meaningful(inner).find(isExpression) : void 0;
  return key === void 0 ? { kind: "other", span, parts: [of] } : { kind: "index", span, of, key: exprOf(key, above, depth) };
}
var NO_FOR = {
  kind: "for",
  keyName: void 0,
  key: void 0,
  condition: void 0,
  isGrouped: false,
  isSplat: false
};
function literalOf(node, span) {
  const [inner] = meaningful(node);
  const { text } = node;
  switch (inner?.type) {
    case "string_lit":
      return { kind: "literal", span, value: unquote(text.slice(1, -1)) };
    case "numeric_lit":
      return { kind: "literal", span, value: Number(text) };
    case "bool_lit":
      return { kind: "literal", span, value: text === "true" };
    case "null_lit":
      return { kind: "literal", span, value: null };
    case void 0:
    default:
      return { kind: "other", span, parts: [] };
  }
}
function templateOf(node, span, { above, depth }) {
  const [template] = meaningful(node);
  const nodes = template === void 0 ? [] : meaningful(template);
  const parts = nodes.filter(({ type }) => !type.startsWith("quoted_template_")).flatMap((part) => {
    if (part.type === "template_literal") return [{ kind: "literal", span, value: unquote(part.text) }];
    return meaningful(part).filter(isExpression).map((inner) => exprOf(inner, above, depth));
  });
  const isPlain = template?.type === "quoted_template" && nodes.every(({ type }) => type !== "template_directive");
  const [only] = parts;
  if (!isPlain) return { kind: "other", span, parts };
  return only !== void 0 && parts.length === 1 ? only : { kind: "template", span, parts };
}
function operationOf(node, span, reading) {
  if (/^-\s*[0-9.]+$/.test(node.text)) return { kind: "literal", span, value: Number(node.text) };
  const [operation] = meaningful(node);
  if (operation === void 0) return { kind: "other", span, parts: [] };
  const tokens = operation.children.filter(({ type }) => !["comment", "(", ")"].includes(type));
  const at = tokens.findIndex(({ isNamed }) => !isNamed);
  const operator = tokens[at];
  if (operator === void 0) return { kind: "other", span, parts: [] };
  const sides = [tokens.slice(0, at), tokens.slice(at + 1)].filter((side) => side.length > 0);
  const parts = sides.map((side) => exprOfNodes(operation, side, { ...reading, depth: reading.depth - 1 }));
  return { kind: "operation", span, operator: operator.text, parts };
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
    const name = entryKey(key, above);
    const keyExpr = name === void 0 ? exprOf(key, above, depth) : void 0;
    return [{ ...spanOf(element, above), key: name, keyExpr, value: exprOf(value, above, depth) }];
  });
  return { kind: "object", span, entries };
}
function entryKey(node, above) {
  const expr = exprOf(node, above, 2);
  if (expr.kind === "literal") return String(expr.value);
  const isName = expr.kind === "reference" && expr.steps.length === 1 && !node.text.startsWith("(");
  return isName ? node.text : void 0;
}
function callOf([name, list], span, parsed) {
  const inner = list === void 0 ? [] : meaningful(list);
  const isExpanded = inner.some(({ type }) => type === "ellipsis");
  return {
    kind: "call",
    span,
    name: name?.text ?? "",
    parts: inner.filter(isExpression).map(parsed),
    isExpanded
  };
}
function forOf(node, span, { above, depth }) {
  const children = node === void 0 ? [] : meaningful(node);
  const intro = children.find(({ type }) => type === "for_intro");
  const condition = children.find(({ type }) => type === "for_cond");
  const values = children.filter(isExpression).map((part) => exprOf(part, above, depth));
  const expected = node?.type === "for_object_expr" ? 2 : 1;
  const named = intro === void 0 ? [] : meaningful(intro);
  const [first, second] = named.filter(({ type }) => type === "identifier");
  const collection = named.find(isExpression);
  const value = values.at(-1);
  if (first === void 0 || collection === void 0 || value === void 0) return void 0;
  if (values.length !== expected) return void 0;
  const test = condition === void 0 ? void 0 : meaningful(condition).find(isExpression);
  return {
    ...NO_FOR,
    span,
    keyName: second === void 0 ? void 0 : first.text,
    valueName: (second ?? first).text,
    collection: exprOf(collection, above, depth),
    key: expected === 2 ? values[0] : void 0,
    value,
    condition: test === void 0 ? void 0 : exprOf(test, above, depth),
    isGrouped: children.some(({ type }) => type === "ellipsis")
  };
}

// src/source/hcl/headers.ts
import { must } from "../core.js";
var KEYWORDS = ["resource", "data", "module", "variable", "output", "locals", "moved", "removed"];
var GAP = String.raw`(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*`;
var LABEL = String.raw`(?:"[^"\n]*"|[\w-]+(?![\w-]))`;
var HEADER = new RegExp(
  `^(?<gap>${GAP})(?<keyword>${KEYWORDS.join("|")})(?![\\w-])${GAP}(?:(?<first>${LABEL})${GAP})?(?:(?<second>${LABEL})${GAP})?\\{`,
  "gm"
);
function headerKey(type, labels) {
  return [type, ...labels].join(" ");
}
function headerOfResource(block) {
  const words = block.split(".");
  return words[0] === "data" ? { keyword: "data", labels: words.slice(1) } : { keyword: "resource", labels: words };
}
function headersIn(text) {
  return Array.from(text.matchAll(HEADER), (match) => {
    const { gap, keyword, first, second } = match.groups ?? {};
    return {
      keyword: must(
        KEYWORDS.find((known) => known === keyword),
        "the pattern is made of the keywords"
      ),
      labels: [first, second].flatMap((label) => label?.replace(/^"|"$/g, "") ?? []),
      start: match.index + must(gap, "the gap may be empty, but it is there").length
    };
  });
}

export {
  spanOf,
  attributesOf,
  headerKey,
  headerOfResource,
  headersIn
};
