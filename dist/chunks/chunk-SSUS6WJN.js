// src/source/hcl/hcl.ts
async function loadHcl(grammar) {
  try {
    const { Parser } = await (engine ??= loadEngine());
    return hclOf(new Parser().setLanguage(await languageOf(grammar)));
  } catch {
    return void 0;
  }
}
var engine;
async function loadEngine() {
  const loaded = await import("../vendor/web-tree-sitter.js");
  await loaded.Parser.init();
  return loaded;
}
var language;
async function languageOf(grammar) {
  const { Language } = await (engine ??= loadEngine());
  const isSame = language?.grammar.length === grammar.length && language.grammar.every((byte, i) => byte === grammar[i]);
  if (language === void 0 || !isSame) language = { grammar, loaded: Language.load(grammar) };
  return language.loaded;
}
var TOTAL_LIMIT_CHARS = 3e6;
var BROKEN = /* @__PURE__ */ new Set();
function hclOf(parser) {
  let isBroken = false;
  let left = TOTAL_LIMIT_CHARS;
  return {
    parse: (text, use) => {
      if (isBroken || text.length > left) return void 0;
      left -= text.length;
      let tree;
      try {
        tree = parser.parse(text);
      } catch {
        isBroken = true;
        BROKEN.add(parser);
        return void 0;
      }
      if (tree === null) return void 0;
      try {
        return use(tree.rootNode);
      } finally {
        tree.delete();
      }
    }
  };
}

export {
  loadHcl
};
