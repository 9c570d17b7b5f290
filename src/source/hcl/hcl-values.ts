import { memberOf } from '../../plan/document/marks.js';

/**
 * Reads one HCL expression as plain data: literals as they are, any other expression as the text `${...}`.
 * Undefined when it is none.
 */
export type ReadValue = (text: string) => unknown;

/** hcl2-parser: Go code compiled to JavaScript. It gives the text of a JSON document, and an error beside it. */
interface Hcl2Parser {
  parseToString(text: string): readonly [json: string, error: unknown];
}

/** Loads hcl2-parser, which takes 0.3 s. */
export async function loadHclValues(): Promise<ReadValue> {
  const loaded: unknown = await import('hcl2-parser');
  const parser = parserOf(loaded) ?? parserOf(defaultOf(loaded));
  return (text) => (parser === undefined ? undefined : read(parser, text));
}

function read(parser: Hcl2Parser, text: string): unknown {
  try {
    const [json] = parser.parseToString(`locals {\nvalue = ${text}\n}\n`);
    const document: unknown = JSON.parse(json);
    return memberOf(firstOf(memberOf(document, 'locals')), 'value');
  } catch {
    // Broken text gives no JSON, and text that nests too deep runs out of stack.
    return undefined;
  }
}

function isParser(value: unknown): value is Hcl2Parser {
  return typeof memberOf(value, 'parseToString') === 'function';
}

function parserOf(value: unknown): Hcl2Parser | undefined {
  return isParser(value) ? value : undefined;
}

function defaultOf(value: unknown): unknown {
  return memberOf(value, 'default');
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
