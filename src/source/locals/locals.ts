import type { OpenPlan } from '../../plan/read-plan.js';
import { type LocalName, localText, type ReadLocal } from '../../plan/references/walk.js';
import type { Plan } from '../../plan/plan.js';
import { type Expr, nameBehind, referencesIn, type Span } from '../../terraform/expression.js';
import type { Source } from '../files/source.js';
import type { Hcl } from '../hcl/hcl.js';
import { attributesOf } from '../hcl/hcl-expression.js';
import { loadHclValues, type ReadValue } from '../hcl/hcl-values.js';
import { headerOfResource } from '../hcl/headers.js';
import { argumentOf, type BlockArgument } from './refer.js';

/** The resource blocks that a plan knows of a module, by addresses within it; calls from the root. */
export type BlocksOf = (moduleNames: readonly string[]) => readonly string[];

/** Local values, read from files as somebody asks for them. */
export interface LocalValues {
  /** What has been read so far. */
  readonly readLocal: ReadLocal;
  /** Reads these, and the locals of the same modules that they refer to. Whether that gave any value more. */
  readonly read: (names: readonly LocalName[]) => Promise<boolean>;
}

/** How often a local value may lead to a local value of another module. */
const MAX_READINGS = 5;

/** The plan whose references are followed again as long as one of them ends in a local value that the files tell. */
export async function planWithLocals(open: OpenPlan, alone: Plan, source: Source): Promise<Plan> {
  const { readLocal, read } = localValues(source, alone.moduleBlocks);
  let plan = alone;
  for (let reading = 0; reading < MAX_READINGS && (await read(plan.unknownLocals)); reading++) {
    plan = open(readLocal);
  }
  return plan;
}

/** Larger values are no rules of people; the parser does 0.18 MB/s, and worse with what nests deep. */
const VALUE_LIMIT_CHARS = 100_000;
const TOTAL_LIMIT_CHARS = 400_000;
const NESTING_LIMIT = 50;

/**
 * The local values of the files of one plan. Loads hcl2-parser, and hands it the text of these values alone; asked for
 * nothing, or for nothing that the files have, it loads nothing.
 */
export function localValues(source: Source, blocksOf: BlocksOf): LocalValues {
  const values = new Map<string, Expr>();
  const seen = new Set<string>();
  let readValue: ReadValue | undefined;
  let left = TOTAL_LIMIT_CHARS;

  async function readOne(name: LocalName): Promise<Expr | undefined> {
    const found = await definitionOf(source, name, blocksOf);
    if (found === undefined) return undefined;
    const { block, attribute } = found;
    const { text } = attribute;
    if (text.length > Math.min(left, VALUE_LIMIT_CHARS) || isDeep(text)) return undefined;
    left -= text.length;
    const data = block.format === 'json' ? jsonOf(text) : (readValue ??= await loadHclValues())(text);
    if (data === undefined) return undefined;
    const hcl = await source.loadHcl();
    const parse = (inner: string): Expr | undefined => parseExpression(hcl, inner);
    return dataExpr(data, { span: attribute, hasEscapes: /\$\$\{|%%\{/.test(text), parse });
  }

  return {
    readLocal: (modules, name) => values.get(localText({ modules, name })),
    read: async (names) => {
      const before = values.size;
      const open = [...names];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { modules } = next;
        const key = localText(next);
        if (seen.has(key)) continue;
        seen.add(key);
        const value = await readOne(next);
        if (value === undefined) continue;
        values.set(key, value);
        const inner = referencesIn(value).map((steps) => nameBehind('local', steps));
        open.push(...inner.flatMap((name) => (name === undefined ? [] : [{ modules, name }])));
      }
      return values.size > before;
    },
  };
}

/**
 * Where a local value is set. What is read here decides a verdict, so a doubt must stay one: whether these are the
 * files that the plan was made of, which of them count when `.tofu` stands beside `.tf`, what a file holds that cannot
 * be read, and which of two values is meant. A downloaded copy may be anything that somebody put there.
 */
async function definitionOf(
  { head }: Source,
  { modules, name }: LocalName,
  blocksOf: BlocksOf,
): Promise<BlockArgument | undefined> {
  const found = await head.folder(modules);
  if (found.kind !== 'folder' || found.isDownloaded || found.folder.isMixed) return undefined;
  const { folder } = found;
  const planned = blocksOf(modules.map((step) => step.name)).map(headerOfResource);
  if (!planned.every(({ keyword, labels }) => folder.mayHold(keyword, labels))) return undefined;
  const blocks = await folder.find('locals', []);
  const own = blocks.filter(({ attributes, isOverride }) => attributes.has(name) && !isOverride);
  return own.length > 1 || folder.troubles().length > 0 ? undefined : argumentOf(blocks, name);
}

/** Brackets in strings count as well: nobody writes so many that it matters. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[{}[\]()]/g)) {
    depth += '{[('.includes(bracket) ? 1 : -1;
    if (depth > NESTING_LIMIT) return true;
  }
  return false;
}

function jsonOf(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch {
    return undefined;
  }
}

function parseExpression(hcl: Hcl | undefined, text: string): Expr | undefined {
  return hcl?.parse(`value = ${text}\n`, (root) => {
    const body = root.namedChildren.find(({ type }) => type === 'body');
    return root.hasError ? undefined : attributesOf(body, 0).get('value')?.value;
  });
}

/** How data are made an expression. */
interface DataReading {
  /** Of the whole value: parts of it have no lines of their own. */
  readonly span: Span;
  /** An escaped `$${` looks like `${` in the data: whether the source has one. */
  readonly hasEscapes: boolean;
  readonly parse: (text: string) => Expr | undefined;
}

/** Data as hcl2-parser or a `.tf.json` file gives it: expressions in it are texts `${...}`. */
function dataExpr(data: unknown, reading: DataReading): Expr {
  const span = { line: reading.span.line, endLine: reading.span.endLine };
  if (typeof data === 'string') {
    if (!/[$%]\{/.test(data)) return { kind: 'literal', span, value: data };
    const inner = /^\$\{([^]*)\}$/.exec(data)?.[1];
    const expr = inner === undefined || reading.hasEscapes ? undefined : reading.parse(inner);
    return expr ?? { kind: 'other', span };
  }
  if (Array.isArray(data)) {
    return { kind: 'list', span, elements: data.map((element: unknown) => dataExpr(element, reading)) };
  }
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([key, value]) => ({
      ...span,
      key: /[$%]\{/.test(key) ? undefined : key,
      value: dataExpr(value, reading),
    }));
    return { kind: 'object', span, entries };
  }
  const isPlain = typeof data === 'number' || typeof data === 'boolean' || data === null;
  return isPlain ? { kind: 'literal', span, value: data } : { kind: 'other', span };
}
