import type { Literal, Span } from '../../terraform/expression.js';

/** A value of a JSON text, with its lines and where it begins and ends. */
export interface JsonValue {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly content:
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'list'; readonly elements: readonly JsonValue[] }
    | { readonly kind: 'literal'; readonly value: Literal };
}

/** One member of an object: the lines from its key to the end of its value. */
export interface JsonMember extends Span {
  readonly key: string;
  readonly value: JsonValue;
}

/** Deeper than any configuration; deeper texts are made to harm. */
const DEPTH_LIMIT = 100;
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|([^\s{}[\],:"]+))/y;

class NotJson extends Error {}

/** Reads JSON and keeps the lines of everything; undefined when it is none. */
export function scanJson(text: string): JsonValue | undefined {
  try {
    const next = tokensOf(text);
    const value = readValue(next, next(), 0);
    return text.slice(value.end).trim() === '' ? value : undefined;
  } catch (error) {
    if (error instanceof NotJson || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly line: number;
}

/** Gives one token after the other; throws at the end and at what is no token. */
function tokensOf(text: string): () => Token {
  let at = 0;
  let line = 1;
  // Looked up once a line: a text without line breaks would be searched to its end for every token.
  let lineEnd = endOfLine(text, 0);
  return () => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new NotJson();
    at = TOKEN.lastIndex;
    const token = match[1] ?? match[2] ?? match[3] ?? '';
    const start = at - token.length;
    for (; lineEnd < start; lineEnd = endOfLine(text, lineEnd + 1)) line++;
    return { text: token, start, line };
  };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function readValue(next: () => Token, first: Token, depth: number): JsonValue {
  if (depth > DEPTH_LIMIT) throw new NotJson();
  const { start, line } = first;
  if (first.text === '{') {
    const { items, close } = readItems(next, '}', (token) => readMember(next, token, depth));
    const span = { line, endLine: close.line };
    return { span, start, end: close.start + 1, content: { kind: 'object', members: items } };
  }
  if (first.text === '[') {
    const { items, close } = readItems(next, ']', (token) => readValue(next, token, depth + 1));
    const span = { line, endLine: close.line };
    return { span, start, end: close.start + 1, content: { kind: 'list', elements: items } };
  }
  const value: unknown = JSON.parse(first.text);
  const content = { kind: 'literal', value: literalOf(value) } as const;
  return { span: { line, endLine: line }, start, end: start + first.text.length, content };
}

function readItems<T>(
  next: () => Token,
  end: string,
  read: (first: Token) => T,
): { readonly items: readonly T[]; readonly close: Token } {
  const items: T[] = [];
  let token = next();
  while (token.text !== end) {
    items.push(read(token));
    token = next();
    if (token.text === end) break;
    if (token.text !== ',') throw new NotJson();
    token = next();
  }
  return { items, close: token };
}

function readMember(next: () => Token, name: Token, depth: number): JsonMember {
  const key: unknown = JSON.parse(name.text);
  if (typeof key !== 'string' || next().text !== ':') throw new NotJson();
  const value = readValue(next, next(), depth + 1);
  return { key, value, line: name.line, endLine: value.span.endLine };
}

function literalOf(value: unknown): Literal {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
