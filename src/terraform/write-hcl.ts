import { keyText, moduleText, type Address } from './traversal.js';

/** An expression of HCL as it is written, for a block of our own. */
export type HclText = string;

/** An argument of a block. */
export type HclArgument = readonly [name: string, value: HclText];

/** A block of HCL that we write ourselves. */
export interface NewBlock {
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly body: readonly HclArgument[];
  readonly blocks?: readonly NewBlock[];
  /** Lines above it, without their marks. */
  readonly comments?: readonly string[];
}

/** The blocks as `terraform fmt` leaves them, an empty line between two. */
export function hclText(blocks: readonly NewBlock[]): string {
  return blocks.map((block) => `${linesOfBlock(block).join('\n')}\n`).join('\n');
}

function linesOfBlock({ keyword, labels, body, blocks = [], comments = [] }: NewBlock): readonly string[] {
  const width = Math.max(0, ...body.map(([name]) => name.length));
  const head = [keyword, ...labels.map((label) => quoted(label))].join(' ');
  const inner = [
    ...body.map(([name, value]) => `${name.padEnd(width)} = ${value.replaceAll(INVISIBLE, byNumber)}`),
    ...blocks.flatMap((block, index) => [
      ...(index > 0 || body.length > 0 ? [''] : []),
      ...linesOfBlock(block),
    ]),
  ];
  return [
    ...comments.map((line) => `# ${line.replaceAll(INVISIBLE, ' ')}`),
    `${head} {`,
    ...inner.map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
  ];
}

/** Only within quotes can such a character stand, and there it has a number. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function byNumber(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** A text as a literal of HCL: nothing in it is a template, and nothing ends it. */
export function quoted(text: string): HclText {
  // An instance key is written by the same rules.
  return keyText(text).slice(1, -1);
}

const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The address of a resource instance as an expression in its own module; undefined where it has no form there. */
export function localReference({ block, key }: Pick<Address, 'block' | 'key'>): HclText | undefined {
  return block.split('.').every((word) => NAME.test(word)) ? `${block}${keyText(key)}` : undefined;
}

/** An address as `moved`, `import` and `removed` blocks of the root module name it. */
export function rootReference(address: Address): HclText | undefined {
  const local = localReference(address);
  const isWritten = address.modules.every(({ name }) => NAME.test(name));
  return local === undefined || !isWritten ? undefined : `${moduleText(address.modules)}${local}`;
}
