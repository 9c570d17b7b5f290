import type { ReadLocal } from '../../plan/references/resolve.js';
import type { Hcl } from '../hcl/hcl.js';
import { attributesOf } from '../hcl/hcl-expression.js';
import { loadHclValues, type ReadValue } from '../hcl/hcl-values.js';
import { expressionAt, localsIn, type LocalValue, valueOfData } from './local-value.js';
import { argumentOf } from './refer.js';
import { keyOf, type LocalName } from './note-locals.js';
import type { Folder } from '../files/folder.js';
import type { Source } from '../files/source.js';
import type { Expr } from '../../terraform/expression.js';

/** The resource blocks that a plan knows of a module, by addresses within it; calls from the root. */
export type BlocksOf = (moduleNames: readonly string[]) => readonly string[];

/** Larger values are no rules of people; the parser does 0.18 MB/s, and worse with what nests deep. */
const VALUE_LIMIT_CHARS = 100_000;
const TOTAL_LIMIT_CHARS = 400_000;
const NESTING_LIMIT = 50;

/**
 * Reads local values, and the locals of the same module that they refer to. Loads hcl2-parser, and hands it the text
 * of these values alone; asked for nothing, or for nothing that the files have, it loads nothing.
 */
export async function localsOf(
  source: Source,
  wanted: readonly LocalName[],
  blocksOf: BlocksOf,
): Promise<ReadLocal> {
  const values = new Map<string, LocalValue>();
  const seen = new Set<string>();
  let readValue: ReadValue | undefined;
  let left = TOTAL_LIMIT_CHARS;
  const open = [...wanted];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { modules } = next;
    const key = keyOf(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const found = await definitionOf(source, next, blocksOf);
    const text = found?.attribute.text ?? '';
    if (found === undefined || text.length > Math.min(left, VALUE_LIMIT_CHARS) || isDeep(text)) continue;
    left -= text.length;
    const isJson = found.block.format === 'json';
    if (!isJson) readValue ??= await loadHclValues();
    const data = isJson ? jsonOf(text) : readValue?.(text);
    if (data === undefined) continue;
    const hcl = await source.loadHcl();
    const value = valueOfData(data, /\$\$\{|%%\{/.test(text), (inner) => parseExpression(hcl, inner));
    values.set(key, value);
    open.push(...localsIn(value).map((name): LocalName => ({ modules, name })));
  }
  return (modules, name, path) => {
    const value = values.get(keyOf({ modules, name }));
    return value === undefined ? undefined : expressionAt(value, path);
  };
}

function mayHold(folder: Folder, address: string): boolean {
  const isData = address.startsWith('data.');
  return folder.mayHold(
    isData ? 'data' : 'resource',
    (isData ? address.slice('data.'.length) : address).split('.'),
  );
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
): Promise<ReturnType<typeof argumentOf>> {
  const found = await head.folder(modules);
  if (found.kind !== 'folder' || found.isDownloaded || found.folder.isMixed) return undefined;
  if (!blocksOf(modules.map((step) => step.name)).every((block) => mayHold(found.folder, block)))
    return undefined;
  const blocks = await found.folder.find('locals', []);
  const own = blocks.filter(({ attributes, isOverride }) => attributes.has(name) && !isOverride);
  return own.length > 1 || found.folder.troubles().length > 0 ? undefined : argumentOf(blocks, name);
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
