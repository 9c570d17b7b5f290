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

/** One more entry of a map or list that is there. */
export interface NewEntry {
  readonly keyword: 'entry';
  /** An instance that is made of another entry. */
  readonly beside: string;
  /** Where it belongs, a comment. */
  readonly place: string;
  /** Undefined in a list. */
  readonly key: string | undefined;
  readonly value: HclTree;
  /** Each of its values has a line of its own. */
  readonly isSpread: boolean;
  readonly comments: readonly string[];
}

/** A value to be written down. */
export type HclTree =
  | { readonly kind: 'text'; readonly text: HclText }
  | { readonly kind: 'list'; readonly elements: readonly HclTree[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: HclTree])[] };

/** HCL that is to be pasted. */
export type NewHcl = NewBlock | NewEntry;

export function isNewEntry(one: NewHcl): one is NewEntry {
  return 'beside' in one;
}

/** What is new as `terraform fmt` leaves it, an empty line between two. */
export function hclText(all: readonly NewHcl[]): string {
  return all
    .map((one) =>
      isNewEntry(one) ? [...linesOfComments([one.place]), ...linesOfEntry(one)] : linesOfBlock(one),
    )
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The entry with its comments, as lines of a map or list. */
export function linesOfEntry({ key, value, isSpread, comments }: NewEntry): readonly string[] {
  const lines = (
    isSpread && value.kind === 'object'
      ? ['{', ...argumentLines(value.entries.map(([name, one]) => [keyName(name), treeText(one)])), '}']
      : [treeText(value)]
  ).map(withNumbers);
  const head = key === undefined ? '' : `${keyName(key)} = `;
  const end = key === undefined ? ',' : '';
  const last = lines.length - 1;
  return [
    ...linesOfComments(comments),
    ...lines.map((line, i) => `${i === 0 ? head : ''}${line}${i === last ? end : ''}`),
  ];
}

function treeText(tree: HclTree): string {
  switch (tree.kind) {
    case 'text':
      return tree.text;
    case 'list':
      return `[${tree.elements.map(treeText).join(', ')}]`;
    case 'object':
      return `{ ${tree.entries.map(([name, one]) => `${keyName(name)} = ${treeText(one)}`).join(', ')} }`;
  }
}

function keyName(name: string): string {
  return NAME.test(name) ? name : quoted(name);
}

function linesOfComments(comments: readonly string[]): readonly string[] {
  return comments.map((line) => `# ${line.replaceAll(INVISIBLE, ' ')}`);
}

function withNumbers(line: string): string {
  return line.replaceAll(INVISIBLE, byNumber);
}

function argumentLines(body: readonly HclArgument[]): readonly string[] {
  const width = Math.max(0, ...body.map(([name]) => name.length));
  return body.map(([name, value]) => `  ${name.padEnd(width)} = ${withNumbers(value)}`);
}

function linesOfBlock({ keyword, labels, body, blocks = [], comments = [] }: NewBlock): readonly string[] {
  const head = [keyword, ...labels.map((label) => quoted(label))].join(' ');
  const inner = blocks.flatMap((block, index) => [
    ...(index > 0 || body.length > 0 ? [''] : []),
    ...linesOfBlock(block),
  ]);
  return [
    ...linesOfComments(comments),
    `${head} {`,
    ...argumentLines(body),
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
