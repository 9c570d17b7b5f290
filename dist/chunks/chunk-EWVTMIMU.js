// src/terraform/traversal.ts
function parseTraversal(text) {
  const steps = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ".") {
      at++;
    } else if (text[at] === "[") {
      const end = text[at + 1] === '"' ? endOfString(text, at + 1) : text.indexOf("]", at);
      if (end === -1 || text[end] !== "]") return void 0;
      const index = text.slice(at + 1, end);
      if (index.startsWith('"')) steps.push({ kind: "key", key: unquote(index.slice(1, -1)) });
      else if (/^\d{1,15}$/.test(index)) steps.push({ kind: "key", key: Number(index) });
      else if (index !== "*") return void 0;
      at = end + 1;
    } else {
      const end = endOfName(text, at);
      if (end === at) return void 0;
      steps.push({ kind: "name", name: text.slice(at, end) });
      at = end;
    }
  }
  return steps;
}
function endOfString(text, from) {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}
function endOfName(text, from) {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === QUOTE || code === OPEN || code === CLOSE) return at;
  }
  return text.length;
}
var [DOT, QUOTE, OPEN, CLOSE] = [46, 34, 91, 93];
function parseAddress(text) {
  const steps = parseTraversal(text);
  if (steps === void 0) return void 0;
  const modules = [];
  let at = 0;
  const name = () => {
    const step = steps[at];
    if (step?.kind !== "name") return void 0;
    at++;
    return step.name;
  };
  const key = () => {
    const step = steps[at];
    if (step?.kind !== "key") return void 0;
    at++;
    return step.key;
  };
  let word = name();
  while (word === "module") {
    const called = name();
    if (called === void 0) return void 0;
    modules.push({ name: called, key: key() });
    word = name();
  }
  const isData = word === "data";
  const type = isData ? name() : word;
  const label = name();
  if (type === void 0 || label === void 0) return void 0;
  const instance = key();
  return at === steps.length ? { modules, block: `${isData ? "data." : ""}${type}.${label}`, key: instance } : void 0;
}
function moduleText(modules) {
  return modules.map(({ name, key }) => `module.${name}${keyText(key)}.`).join("");
}
function keyText(key) {
  if (key === void 0) return "";
  return typeof key === "number" ? `[${String(key)}]` : `[${quote(key)}]`;
}
function stepsText(steps) {
  return steps.map((step) => step.kind === "name" ? `.${step.name}` : keyText(step.key)).join("");
}
function maximalReferences(references) {
  const kept = [];
  const shadows = /* @__PURE__ */ new Set();
  for (const reference of references) {
    if (shadows.has(reference)) continue;
    kept.push(reference);
    for (const prefix of prefixes(reference)) shadows.add(prefix);
  }
  return kept;
}
var REFERENCE_LIMIT_CHARS = 2e3;
function* prefixes(reference) {
  yield reference;
  if (reference.length > REFERENCE_LIMIT_CHARS) return;
  for (let at = reference.length - 1; at > 0; at--) {
    if (reference[at] === "." || reference[at] === "[") yield reference.slice(0, at);
  }
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function unquote(text) {
  if (!/[\\$%]/.test(text)) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))|\$(?=\$\{)|%(?=%\{)/g,
    (_, short, long, letter) => {
      const code = short ?? long;
      if (code !== void 0) return codePoint(Number.parseInt(code, 16));
      return letter === void 0 ? "" : ESCAPES.get(letter) ?? letter;
    }
  );
}
function codePoint(value) {
  return value <= 1114111 ? String.fromCodePoint(value) : "�";
}
function quote(text) {
  if (!/[\\"\n\r\t$%]/.test(text)) return `"${text}"`;
  const escaped = text.replace(/[\\"]/g, (c) => `\\${c}`).replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/\$\{/g, "$$$${").replace(/%\{/g, "%%{");
  return `"${escaped}"`;
}

export {
  parseTraversal,
  parseAddress,
  moduleText,
  keyText,
  stepsText,
  maximalReferences,
  unquote
};
