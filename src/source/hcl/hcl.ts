import type * as TreeSitter from 'web-tree-sitter';
import type { Node, Parser, Tree } from 'web-tree-sitter';

/** The HCL parser, once it is loaded. */
export interface Hcl {
  /** Hands the syntax tree to `use`, which must not keep it. Undefined when the parser gives none. */
  parse<T>(text: string, use: (root: Node) => T): T | undefined;
}

/** Gives the HCL parser, loading it at the first call; undefined when it cannot be loaded. */
export type LoadHcl = () => Promise<Hcl | undefined>;

/** Loads web-tree-sitter and the grammar. Undefined when the grammar is not one. */
export async function loadHcl(grammar: Uint8Array): Promise<Hcl | undefined> {
  try {
    const { Parser } = await (engine ??= loadEngine());
    return hclOf(new Parser().setLanguage(await languageOf(grammar)));
  } catch {
    return undefined;
  }
}

type Engine = typeof TreeSitter;

/**
 * One for the process: it keeps its memory in a variable of its own, and of two loads at once the second puts another
 * memory under the parser of the first.
 */
let engine: Promise<Engine> | undefined;

async function loadEngine(): Promise<Engine> {
  const loaded = await import('web-tree-sitter');
  await loaded.Parser.init();
  return loaded;
}

/** Also one for the process, because what is linked into the engine's memory stays there. */
let language: { readonly grammar: Uint8Array; readonly loaded: Promise<TreeSitter.Language> } | undefined;

async function languageOf(grammar: Uint8Array): Promise<TreeSitter.Language> {
  const { Language } = await (engine ??= loadEngine());
  const isSame =
    language?.grammar.length === grammar.length && language.grammar.every((byte, i) => byte === grammar[i]);
  if (language === undefined || !isSame) language = { grammar, loaded: Language.load(grammar) };
  return language.loaded;
}

/** Characters that one parser reads, at some 5 s for each million. People's files need a fraction of it. */
const TOTAL_LIMIT_CHARS = 3_000_000;

/** Kept for ever: the garbage collector would free them in that memory, and nobody could catch what comes of it. */
const BROKEN = new Set<Parser>();

/** A trap of the wasm code leaves its memory in an unknown state: after one, the parser answers nothing more. */
function hclOf(parser: Parser): Hcl {
  let isBroken = false;
  let left = TOTAL_LIMIT_CHARS;
  return {
    parse: (text, use) => {
      if (isBroken || text.length > left) return undefined;
      left -= text.length;
      let tree: Tree | null;
      try {
        tree = parser.parse(text);
      } catch {
        isBroken = true;
        BROKEN.add(parser);
        return undefined;
      }
      if (tree === null) return undefined;
      try {
        return use(tree.rootNode);
      } finally {
        tree.delete();
      }
    },
  };
}
