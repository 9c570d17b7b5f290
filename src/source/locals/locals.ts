import type { OpenPlan } from '../../plan/read-plan.js';
import { type ReadSource, type SourceName, sourceText } from '../../plan/references/walk.js';
import type { Plan } from '../../plan/plan.js';
import { type Expr, nameBehind, referencesIn, type Span } from '../../terraform/expression.js';
import type { Source } from '../files/source.js';
import type { Hcl } from '../hcl/hcl.js';
import { attributesOf } from '../hcl/hcl-expression.js';
import { headerOfResource } from '../hcl/headers.js';
import { argumentOf, type BlockArgument } from './refer.js';

/** The resource blocks that a plan knows of a module, by addresses within it; calls from the root. */
export type BlocksOf = (moduleNames: readonly string[]) => readonly string[];

/** Expressions, read from files as somebody asks for them. */
export interface SourceExpressions {
  /** What has been read so far. */
  readonly readSource: ReadSource;
  /** Reads these, and what of the same modules they refer to. Whether that gave any expression more. */
  readonly read: (names: readonly SourceName[]) => Promise<boolean>;
}

/** How often an expression may lead to one of another module. */
const MAX_READINGS = 8;

/** The plan whose references are followed again as long as one of them ends in an expression that the files tell. */
export async function planWithSource(open: OpenPlan, alone: Plan, source: Source): Promise<Plan> {
  const { readSource, read } = sourceExpressions(source, alone.moduleBlocks);
  let plan = alone;
  for (let reading = 0; reading < MAX_READINGS && (await read(plan.unread)); reading++) {
    plan = open(readSource);
  }
  return plan;
}

/** Larger expressions are no rules of people. */
const EXPRESSION_LIMIT_CHARS = 100_000;
const TOTAL_LIMIT_CHARS = 400_000;
const NESTING_LIMIT = 50;

/** The expressions of the files of one plan: asked for nothing, or for nothing that the files have, it parses nothing. */
export function sourceExpressions(source: Source, blocksOf: BlocksOf): SourceExpressions {
  const values = new Map<string, Expr>();
  const seen = new Set<string>();
  let left = TOTAL_LIMIT_CHARS;

  async function readOne(name: SourceName): Promise<Expr | undefined> {
    const found = await definitionOf(source, name, blocksOf);
    if (found === undefined) return undefined;
    const { block, attribute } = found;
    const { text } = attribute;
    if (text.length > Math.min(left, EXPRESSION_LIMIT_CHARS) || isDeep(text)) return undefined;
    left -= text.length;
    const hcl = await source.loadHcl();
    // Parsed once more, by itself: what is broken is not told.
    const parse = (inner: string): Expr | undefined => parseExpression(hcl, inner);
    if (block.format === 'hcl') return parse(text);
    return dataExpr(jsonOf(text), { span: attribute, hasEscapes: /\$\$\{|%%\{/.test(text), parse });
  }

  return {
    readSource: (name) => values.get(sourceText(name)),
    read: async (names) => {
      const before = values.size;
      const open = [...names];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const key = sourceText(next);
        if (seen.has(key)) continue;
        seen.add(key);
        const value = await readOne(next);
        if (value === undefined) continue;
        values.set(key, value);
        open.push(...neededFor(value, next));
      }
      return values.size > before;
    },
  };
}

/** The local values that an expression refers to, and the `for_each` that its `each` means. */
function neededFor(value: Expr, name: SourceName): readonly SourceName[] {
  return referencesIn(value).flatMap((steps): readonly SourceName[] => {
    const local = nameBehind('local', steps);
    if (local !== undefined)
      return [{ modules: name.modules, keyword: 'locals', labels: [], argument: local }];
    return nameBehind('each', steps) === 'value' ? [{ ...name, argument: 'for_each' }] : [];
  });
}

/**
 * Where an argument is set. What is read here decides a verdict, so a doubt must stay one: whether these are the
 * files that the plan was made of, which of them count when `.tofu` stands beside `.tf`, what a file holds that cannot
 * be read, and which of two values is meant. A downloaded copy may be anything that somebody put there.
 */
async function definitionOf(
  { head }: Source,
  { modules, keyword, labels, argument }: SourceName,
  blocksOf: BlocksOf,
): Promise<BlockArgument | undefined> {
  const found = await head.folder(modules);
  if (found.kind !== 'folder' || found.isDownloaded || found.folder.isMixed) return undefined;
  const { folder } = found;
  const planned = blocksOf(modules.map((step) => step.name)).map(headerOfResource);
  if (!planned.every((header) => folder.mayHold(header.keyword, header.labels))) return undefined;
  const blocks = await folder.find(keyword, labels);
  const own = blocks.filter(({ attributes, isOverride }) => attributes.has(argument) && !isOverride);
  return own.length > 1 || folder.troubles().length > 0 ? undefined : argumentOf(blocks, argument);
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

/** An expression by itself; undefined when it is none. */
export function parseExpression(hcl: Hcl | undefined, text: string): Expr | undefined {
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

/** Data as a `.tf.json` file gives it: expressions in it are texts `${...}`. */
export function dataExpr(data: unknown, reading: DataReading): Expr {
  const span = { line: reading.span.line, endLine: reading.span.endLine };
  if (typeof data === 'string') {
    if (!/[$%]\{/.test(data)) return { kind: 'literal', span, value: data };
    const inner = /^\$\{([^]*)\}$/.exec(data)?.[1];
    const expr = inner === undefined || reading.hasEscapes ? undefined : reading.parse(inner);
    return expr ?? { kind: 'other', span, parts: [] };
  }
  if (Array.isArray(data)) {
    return { kind: 'list', span, elements: data.map((element: unknown) => dataExpr(element, reading)) };
  }
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).map(([name, value]) => {
      const key = dataExpr(name, reading);
      const isPlain = key.kind === 'literal';
      return {
        ...span,
        key: isPlain ? name : undefined,
        keyExpr: isPlain ? undefined : key,
        value: dataExpr(value, reading),
      };
    });
    return { kind: 'object', span, entries };
  }
  const isPlain = typeof data === 'number' || typeof data === 'boolean' || data === null;
  return isPlain ? { kind: 'literal', span, value: data } : { kind: 'other', span, parts: [] };
}
