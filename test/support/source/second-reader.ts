/** hcl2-parser, HashiCorp's own library compiled to JavaScript: what literal HCL says, read by somebody else. */
import hcl from 'hcl2-parser';

interface Hcl2Parser {
  parseToString(text: string): readonly [json: string, error: unknown];
}

/** The arguments of the first `locals` block as data. Throws when the text is no HCL. */
export function localsByHcl2Parser(text: string): unknown {
  const parser = hcl as Hcl2Parser;
  const [json] = parser.parseToString(text);
  const document = JSON.parse(json) as { readonly locals: readonly unknown[] };
  return document.locals[0];
}
