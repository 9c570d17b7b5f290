import { parseTraversal } from '../../terraform/traversal.js';
import type { BlockType } from './headers.js';
import { type JsonMember, type JsonValue, scanJson } from './json-scan.js';
import { BLOCK_LIMIT, type Look, type SourceFile } from './source-file.js';
import type { Attribute, Entry, Expr, Literal, Span } from '../../terraform/expression.js';

const NOTHING: Look = { blocks: [], isBroken: false };

/** Prepares a `.tf.json` file for questions. It is read where its text holds the block type and the labels. */
export function jsonFileOf(text: string): SourceFile {
  let root: JsonValue | undefined | 'unread' = 'unread';
  return {
    keys: undefined,
    find: (type, labels) => Promise.resolve(find(type, labels)),
  };

  function find(type: BlockType, labels: readonly string[]): Look {
    if (![type, ...labels].every((word) => text.includes(`"${word}"`))) return NOTHING;
    if (root === 'unread') root = scanJson(text);
    if (root === undefined) return { blocks: [], isBroken: true };
    let found: readonly Found[] = [{ value: root, span: root.span }];
    for (const name of [type, ...labels]) {
      found = found.flatMap(({ value }) =>
        objectsOf(value).flatMap((members) =>
          members.filter(({ key }) => key === name).map((member) => ({ value: member.value, span: member })),
        ),
      );
    }
    const blocks = found.flatMap(({ value, span }) => blocksOf(value, span, text));
    return { blocks: blocks.slice(0, BLOCK_LIMIT), isBroken: blocks.length > BLOCK_LIMIT };
  }
}

interface Found {
  readonly value: JsonValue;
  readonly span: Span;
}

/** The object, or the objects of an array: both may stand at each level. */
function objectsOf({ content }: JsonValue): readonly (readonly JsonMember[])[] {
  if (content.kind === 'object') return [content.members];
  if (content.kind === 'list') {
    return content.elements.flatMap((element) =>
      element.content.kind === 'object' ? [element.content.members] : [],
    );
  }
  return [];
}

function blocksOf(value: JsonValue, { line, endLine }: Span, text: string): Look['blocks'] {
  if (value.content.kind === 'list') {
    return value.content.elements
      .filter(({ content }) => content.kind === 'object')
      .slice(0, BLOCK_LIMIT + 1)
      .map((element) => ({ ...element.span, attributes: jsonAttributes(element, text) }));
  }
  return [{ line, endLine, attributes: jsonAttributes(value, text) }];
}

/** The members of an object as the arguments of a block. */
function jsonAttributes({ content }: JsonValue, text: string): ReadonlyMap<string, Attribute> {
  const members = content.kind === 'object' ? content.members : [];
  return new Map(
    members.map(({ key, value, line, endLine }) => [
      key,
      { line, endLine, value: jsonExpr(value), text: text.slice(value.start, value.end) },
    ]),
  );
}

/** JSON as an expression: `"${a.b}"` is a reference; any other template is not followed. */
function jsonExpr({ span, content }: JsonValue): Expr {
  switch (content.kind) {
    case 'object': {
      const entries = content.members.map(({ key, value, line, endLine }): Entry => ({
        key,
        value: jsonExpr(value),
        line,
        endLine,
      }));
      return { kind: 'object', span, entries };
    }
    case 'list':
      return { kind: 'list', span, elements: content.elements.map(jsonExpr) };
    case 'literal':
      return textExpr(content.value, span);
  }
}

function textExpr(value: Literal, span: Span): Expr {
  if (typeof value !== 'string' || !value.includes('${')) return { kind: 'literal', span, value };
  const inner = /^\$\{([^{}]*)\}$/.exec(value)?.[1]?.trim();
  const steps = inner === undefined || /[\s(*]/.test(inner) ? undefined : parseTraversal(inner);
  return steps?.[0]?.kind === 'name' ? { kind: 'reference', span, steps } : { kind: 'other', span };
}
