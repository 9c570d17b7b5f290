import type { ModuleStep, Step } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import { type Spot, spotOf } from './place.js';
import { referInFiles, type Sited } from '../locals/refer.js';
import {
  type Expr,
  type ForExpr,
  handedOn,
  literalText,
  memberAt,
  referenceText,
  type Span,
  stepText,
} from '../../terraform/expression.js';

/** Where the entry of an instance stands. */
export type Search =
  | {
      readonly kind: 'entry';
      readonly spot: Spot;
      readonly value: Expr;
      /** It has its lines for itself. */
      readonly isAlone: boolean;
    }
  /** There is one map that it can have been in, and it is not there. */
  | { readonly kind: 'lost'; readonly spot: Spot }
  | { readonly kind: 'unknown' };

/** Looks for the entry of a `for_each` that makes the instance of this key. */
export async function searchEntry(modules: Modules, forEach: Sited, key: string): Promise<Search> {
  const { collections, isWhole, isOpen } = await expand({ modules, left: STEP_LIMIT }, forEach, []);
  for (const { items, span } of collections) {
    const item = items.find((candidate) => candidate.key === key);
    if (item !== undefined) {
      const { line, endLine } = item.span;
      const isWithin = span.line < line && endLine < span.endLine;
      const isApart = (other: Item): boolean => other.span.endLine < line || endLine < other.span.line;
      return {
        ...{ kind: 'entry', spot: spotOf(item.sited.file, item.span), value: item.sited.expr },
        isAlone: isWithin && items.every((other) => other === item || isApart(other)),
      };
    }
  }
  const filled = collections.filter(({ items }) => items.length > 0);
  const [only, ...others] = filled.length > 0 ? filled : collections;
  const isReadable = only?.items.every((item) => item.key !== undefined) === true;
  return only === undefined || others.length > 0 || !isWhole || isOpen || !isReadable
    ? { kind: 'unknown' }
    : { kind: 'lost', spot: spotOf(only.file, only.span) };
}

/** The one literal of which a `for_each` makes its instances, each entry as it stands there; undefined when it is none. */
export async function entriesBehind(modules: Modules, forEach: Sited): Promise<Collection | undefined> {
  const reach = await expand({ modules, left: STEP_LIMIT }, forEach, []);
  const [only, ...others] = reach.collections.filter(({ items }) => items.length > 0);
  return reach.isWhole && reach.isAsWritten && others.length === 0 ? only : undefined;
}

/** A literal map or list, and what it makes: a map has keys, the elements of a set are their own. */
export interface Collection {
  readonly file: string;
  readonly span: Span;
  readonly isList: boolean;
  /** Where in an element of a list its key stands; undefined: the key is the entry's own, or the element itself. */
  readonly keyPath: readonly Step[] | undefined;
  /** The names by which it is reached, `local.rules`, the nearest to it first; none: it stands where it is used. */
  readonly names: readonly CollectionName[];
  /** The default of a variable: it holds values alone, and another value may take its place. */
  readonly isDefault: boolean;
  /** The module that it stands in. */
  readonly modules: readonly ModuleStep[];
  readonly items: readonly Item[];
}

/** A name of a collection, and the module in which it means that. */
export interface CollectionName {
  readonly text: string;
  readonly modules: readonly ModuleStep[];
}

interface Item {
  readonly key: string | undefined;
  /** From the key on. */
  readonly span: Span;
  readonly sited: Sited;
}

/** Where an expression leads. */
interface Reach {
  readonly collections: readonly Collection[];
  /** Nothing else that is written can hold entries. */
  readonly isWhole: boolean;
  /** Another value may take the place of what is written. */
  readonly isOpen: boolean;
  /** Its elements are the items as they stand there, all of them. */
  readonly isAsWritten: boolean;
}

/** Chains of people are short; broken files go in circles. */
const STEP_LIMIT = 500;

/** One search, and how many steps it may still take. */
interface Hunt {
  readonly modules: Modules;
  left: number;
}

const NOWHERE: Reach = { collections: [], isWhole: false, isOpen: false, isAsWritten: false };

/** Follows an expression through variables, locals, outputs and module calls to the literals that feed it. */
async function expand(hunt: Hunt, sited: Sited, path: readonly Step[]): Promise<Reach> {
  const { expr } = sited;
  if (--hunt.left < 0) return NOWHERE;
  switch (expr.kind) {
    case 'object':
    case 'list': {
      const [first, ...rest] = path;
      if (first === undefined) return collectionAt(sited, expr);
      const value = memberAt(expr, [first]);
      return value === undefined ? NOWHERE : expand(hunt, { ...sited, expr: value }, rest);
    }
    case 'reference': {
      const next = await referInFiles(hunt.modules, sited, [...expr.steps, ...path]);
      if (next === undefined) return NOWHERE;
      const reach = await expand(hunt, next.sited, next.path);
      const text = referenceText([...expr.steps, ...path]);
      return {
        ...reach,
        isOpen: reach.isOpen || next.isOpen,
        collections: reach.collections.map((one) => ({
          ...one,
          names: [...one.names, { text, modules: sited.modules }],
          isDefault: one.isDefault || next.isDefault,
        })),
      };
    }
    case 'for': {
      const inner = await expand(hunt, { ...sited, expr: expr.collection }, []);
      return expandFor(hunt, { ...inner, ...rekeyed(inner, expr) }, expr, path);
    }
    case 'conditional':
    case 'call':
      return expandParts(hunt, sited, path);
    case 'literal':
    case 'part':
    case 'index':
    case 'template':
    case 'operation':
    case 'other':
      return NOWHERE;
  }
}

/** Of several expressions that may hold the entries. */
async function expandParts(hunt: Hunt, sited: Sited, path: readonly Step[]): Promise<Reach> {
  const parts = handedOn(sited.expr);
  if (parts === undefined) return NOWHERE;
  const reaches: Reach[] = [];
  for (const expr of parts) reaches.push(await expand(hunt, { ...sited, expr }, path));
  return {
    collections: reaches.flatMap(({ collections }) => collections),
    isWhole: reaches.every(({ isWhole }) => isWhole),
    isOpen: reaches.some(({ isOpen }) => isOpen),
    isAsWritten: reaches.every(({ isAsWritten }) => isAsWritten),
  };
}

function collectionAt(sited: Sited, expr: Extract<Expr, { readonly kind: 'object' | 'list' }>): Reach {
  const items: readonly Item[] =
    expr.kind === 'object'
      ? expr.entries.map((entry) => ({ key: entry.key, span: entry, sited: { ...sited, expr: entry.value } }))
      : expr.elements.map((element) => ({
          key: literalText(element),
          span: element.span,
          sited: { ...sited, expr: element },
        }));
  const { file, modules } = sited;
  const isList = expr.kind === 'list';
  const collection = { file, modules, span: expr.span, isList, items };
  return {
    collections: [{ ...collection, keyPath: undefined, names: [], isDefault: false }],
    isWhole: true,
    isOpen: false,
    isAsWritten: true,
  };
}

/** `{ for k, v in c : k => v }` keeps the keys of `c`; with `v.name => v` they stand in its elements. */
function rekeyed({ collections }: Reach, { key, keyName, valueName }: ForExpr): Partial<Reach> {
  const [first, ...rest] = key?.kind === 'reference' ? key.steps : [];
  if (first !== undefined && stepText(first) === keyName && rest.length === 0) return {};
  if (first === undefined || stepText(first) !== valueName) return NOWHERE;
  const keyOf = ({ sited }: Item): string | undefined => literalText(memberAt(sited.expr, rest));
  return {
    collections: collections.map((collection) => ({
      ...collection,
      keyPath: rest,
      items: collection.items.map((item) => ({ ...item, key: keyOf(item) })),
    })),
  };
}

/** Behind a `for`, only a value that is handed on as it is can be followed. */
async function expandFor(hunt: Hunt, reach: Reach, expr: ForExpr, path: readonly Step[]): Promise<Reach> {
  const [first, ...rest] = path;
  const [value, ...more] = expr.value.kind === 'reference' ? expr.value.steps : [];
  const isItem = value !== undefined && stepText(value) === expr.valueName && more.length === 0;
  if (first === undefined) {
    const isAsWritten = reach.isAsWritten && isItem && expr.condition === undefined && !expr.isGrouped;
    return { ...reach, isAsWritten };
  }
  if (!isItem) return NOWHERE;
  const item = reach.collections
    .flatMap(({ items }) => items)
    .find((candidate) => candidate.key === stepText(first));
  return item === undefined ? NOWHERE : expand(hunt, item.sited, rest);
}
