import { Composer, CST, type ErrorCode, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';

import { err, must, ok, type Result } from '../result.js';
import { shownKey } from './nearest.js';

/** Something wrong at an offset of the text. */
export interface Fault {
  readonly offset: number;
  readonly problem: string;
}

/** A value of a YAML file, and where it and its parts stand. */
export interface YamlTree {
  readonly value: unknown;
  /** In the text, from 0; of what an alias stands for, that at the anchor. */
  readonly offset: number;
  /** By key, or by index for a list. */
  readonly parts: ReadonlyMap<string | number, YamlPart>;
  /** Values in it, itself included, those behind aliases too. */
  readonly size: number;
}

interface YamlPart {
  readonly keyOffset: number;
  readonly tree: YamlTree;
}

/** Characters. Far more than anybody writes by hand, and little enough to be read at once. */
const LONGEST = 128 * 1024;
/** A good file needs 5. The composer would end the process where the stack ends. */
const DEEPEST = 50;
/**
 * Values in the file and behind its aliases; a file of the greatest length has fewer without aliases. The library can
 * count how often aliases repeat values, but needs 7 s for a file of 110 KB that is made for it.
 */
const MOST_VALUES = 70_000;

/** Reads YAML 1.2 with the core types, so that dates stay texts. `lines` knows the lines of offsets, of faults too. */
export function readYaml(text: string): {
  readonly tree: Result<YamlTree, Fault>;
  readonly lines: LineCounter;
} {
  const lines = new LineCounter();
  if (text.length > LONGEST) {
    lines.addNewLine(0);
    const problem = `the file is longer than ${LONGEST} characters; make it shorter`;
    return { tree: err({ offset: 0, problem }), lines };
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const foreign = text.search(/[\0\uFFFD]/);
  const problem = 'the file is not UTF-8 text; save it as UTF-8';
  return { tree: foreign < 0 ? composed(tokens, text.length) : err({ offset: foreign, problem }), lines };
}

function composed(tokens: readonly CST.Token[], length: number): Result<YamlTree, Fault> {
  const deep = tokens.map((token) => (token.type === 'document' ? tooDeepIn(token) : undefined));
  const [tooDeep] = deep.filter((offset) => offset !== undefined);
  if (tooDeep !== undefined) return err({ offset: tooDeep, problem: problemOf('RESOURCE_EXHAUSTION') });
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // Its own search for them takes the square of the number of keys; `collectionTree` does it.
    uniqueKeys: false,
  });
  const [first, second] = composer.compose(tokens, true, length);
  const { contents, errors, warnings } = must(first, 'it makes one document even of nothing');
  const [complaint] = [...[...errors].sort((a, b) => a.pos[0] - b.pos[0]), ...warnings];
  if (complaint !== undefined) return err({ offset: complaint.pos[0], problem: problemOf(complaint.code) });
  if (second !== undefined) return err({ offset: second.range[0], problem: problemOf('MULTIPLE_DOCS') });
  return treeOf(contents, 0, new Map());
}

/** Where the first value stands that is nested too deeply. */
function tooDeepIn(document: CST.Document): number | undefined {
  let offset: number | undefined;
  CST.visit(document, ({ key, value }, { length }) => {
    if (length < DEEPEST) return undefined;
    offset = (key ?? value)?.offset;
    return offset === undefined ? undefined : CST.visit.BREAK;
  });
  return offset;
}

/** By name, once they have ended. */
type Anchors = Map<string, YamlTree>;

function treeOf(node: ParsedNode | null, at: number, anchors: Anchors): Result<YamlTree, Fault> {
  if (node === null) return ok({ value: null, offset: at, parts: new Map(), size: 1 });
  const [offset] = node.range;
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    return target === undefined ? err({ offset, problem: NO_ANCHOR }) : ok(target);
  }
  const tree =
    isMap(node) || isSeq(node)
      ? collectionTree(node, offset, anchors)
      : ok({ value: node.value, offset, parts: new Map(), size: 1 });
  if (tree.ok && tree.value.size > MOST_VALUES) return err({ offset, problem: TOO_MANY_VALUES });
  if (tree.ok && node.anchor !== undefined) anchors.set(node.anchor, tree.value);
  return tree;
}

function collectionTree(
  node: YAMLMap.Parsed | YAMLSeq.Parsed,
  offset: number,
  anchors: Anchors,
): Result<YamlTree, Fault> {
  const parts = new Map<string | number, YamlPart>();
  let size = 1;
  for (const { name, keyOffset, value } of isMap(node) ? pairsIn(node) : elementsIn(node)) {
    if (name === undefined) return err({ offset: keyOffset, problem: problemOf('NON_STRING_KEY') });
    if (parts.has(name)) {
      const problem = `the key ${shownKey(String(name))} stands here a second time; keep one`;
      return err({ offset: keyOffset, problem });
    }
    const tree = treeOf(value, keyOffset, anchors);
    if (!tree.ok) return tree;
    parts.set(name, { keyOffset, tree: tree.value });
    size += tree.value.size;
  }
  const values = [...parts].map(([name, { tree }]) => [name, tree.value] as const);
  // `fromEntries` makes own properties, of `__proto__` too.
  const value = isMap(node) ? Object.fromEntries(values) : values.map(([, element]) => element);
  return ok({ value, offset, parts, size });
}

interface NodePart {
  /** Undefined for a key that is no text. */
  readonly name: string | number | undefined;
  readonly keyOffset: number;
  readonly value: ParsedNode | null;
}

function pairsIn({ items }: YAMLMap.Parsed): readonly NodePart[] {
  return items.map(({ key, value }) => {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
    return { name, keyOffset: key.range[0], value };
  });
}

function elementsIn({ items }: YAMLSeq.Parsed): readonly NodePart[] {
  return items.map((value, name) => ({ name, keyOffset: value.range[0], value }));
}

const NO_ANCHOR =
  'the alias (*) names no anchor (&) that ends before it; write the value out, or put quotes around a text';
const TOO_MANY_VALUES = 'the aliases (*) stand for too many values; write the values out';

/** What is wrong and what to do, for what the parser calls an error or a warning; its own words may quote the file. */
const PROBLEMS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'a text that begins with & or * stands without quotes; put quotes around it',
  BAD_COLLECTION_TYPE: 'a tag (!) does not fit its value; remove the tag',
  BAD_DIRECTIVE: 'a line that begins with % is not used here; remove it',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins no known escape; use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above, or a bracket above is not closed',
  BAD_SCALAR_START: 'a text cannot begin with this character; put quotes around the text',
  BLOCK_AS_IMPLICIT_KEY: 'a second `: ` stands on the line; put quotes around the text, or begin a new line',
  BLOCK_IN_FLOW: 'a list with dashes or a key cannot stand here between brackets; use commas',
  DUPLICATE_KEY: 'a key stands here a second time; keep one',
  KEY_OVER_1024_CHARS: 'the key is too long; shorten it',
  MISSING_CHAR: 'a colon, dash, comma, quote or closing bracket is missing before this place; add it',
  MULTILINE_IMPLICIT_KEY: 'a key here or on the line before has no colon after it; add it',
  MULTIPLE_DOCS: 'a second document begins here; keep one document in the file',
  NON_STRING_KEY: 'the key is not plain text; write it as a word',
  RESOURCE_EXHAUSTION:
    'the values are nested too deeply for a configuration file; remove some brackets or dashes',
  TAB_AS_INDENT: 'the line is indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!) are not used here; remove the tag, or put quotes around the text',
};

/** The words for an error or a warning of the parser. */
function problemOf(code: ErrorCode): string {
  return (
    PROBLEMS[code] ??
    'this is not valid YAML; check indentation, quotes and brackets at and before this place'
  );
}
