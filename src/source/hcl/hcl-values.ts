import { must } from '../../result.js';

/**
 * Reads one HCL expression as plain data: literals as they are, any other expression as the text `${...}`.
 * Undefined when it is none.
 */
export type ReadValue = (text: string) => unknown;

/** hcl2-parser: Go code compiled to JavaScript. It gives the text of a JSON document, and an error beside it. */
interface Hcl2Parser {
  parseToString(text: string): readonly [json: string, error: unknown];
}

/** Loads hcl2-parser, which takes 0.3 s. Nothing else of ours knows of it. */
export async function loadHclValues(): Promise<ReadValue> {
  const loaded: unknown = await import('hcl2-parser');
  const parser = must([loaded, ownMember(loaded, 'default')].find(isParser), 'the package is that parser');
  return (text) => {
    try {
      const [json] = parser.parseToString(`locals {\nvalue = ${text}\n}\n`);
      const document: unknown = JSON.parse(json);
      return ownMember(ownMember(ownMember(document, 'locals'), '0'), 'value');
    } catch {
      // Broken text gives no JSON, and text that nests too deep runs out of stack.
      return undefined;
    }
  };
}

function isParser(value: unknown): value is Hcl2Parser {
  return typeof ownMember(value, 'parseToString') === 'function';
}

/** The own member of an object or list. */
function ownMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
