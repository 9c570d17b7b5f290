/** One step of a traversal or an address: `.name`, or `["key"]` and `[0]`. */
export type Step =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'key'; readonly key: Key };

/** The key of an instance: a text for `for_each`, a number for `count`. */
export type Key = string | number;

/** A module on the way to a resource, with the key of its instance if it has one. */
export interface ModuleStep {
  readonly name: string;
  readonly key: Key | undefined;
}

/** The address of a resource instance, taken apart. */
export interface Address {
  readonly modules: readonly ModuleStep[];
  /** `T.name` or `data.T.name`, as `configuration` writes it. */
  readonly block: string;
  readonly key: Key | undefined;
}

/**
 * Reads `a.b["c.d"][0].e`; keys are HCL strings, with dots and brackets in them at will. `[*]`, an index that the
 * plan does not know, is left out. Undefined for any other form.
 */
export function parseTraversal(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '.') {
      at++;
    } else if (text[at] === '[') {
      const end = text[at + 1] === '"' ? endOfString(text, at + 1) : text.indexOf(']', at);
      if (end === -1 || text[end] !== ']') return undefined;
      const index = text.slice(at + 1, end);
      if (index.startsWith('"')) steps.push({ kind: 'key', key: unquote(index.slice(1, -1)) });
      else if (/^\d{1,15}$/.test(index)) steps.push({ kind: 'key', key: Number(index) });
      else if (index !== '*') return undefined;
      at = end + 1;
    } else {
      const end = endOfName(text, at);
      if (end === at) return undefined;
      steps.push({ kind: 'name', name: text.slice(at, end) });
      at = end;
    }
  }
  return steps;
}

/** The place behind the closing quote of the string that opens at `from`; -1 when none closes it. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === QUOTE || code === OPEN || code === CLOSE) return at;
  }
  return text.length;
}

const [DOT, QUOTE, OPEN, CLOSE] = [0x2e, 0x22, 0x5b, 0x5d];

/** Takes an absolute instance address apart; undefined when it is not one. */
export function parseAddress(text: string): Address | undefined {
  const steps = parseTraversal(text);
  if (steps === undefined) return undefined;
  const modules: ModuleStep[] = [];
  let at = 0;
  const name = (): string | undefined => {
    const step = steps[at];
    if (step?.kind !== 'name') return undefined;
    at++;
    return step.name;
  };
  const key = (): Key | undefined => {
    const step = steps[at];
    if (step?.kind !== 'key') return undefined;
    at++;
    return step.key;
  };
  let word = name();
  while (word === 'module') {
    const called = name();
    if (called === undefined) return undefined;
    modules.push({ name: called, key: key() });
    word = name();
  }
  const isData = word === 'data';
  const type = isData ? name() : word;
  const label = name();
  if (type === undefined || label === undefined) return undefined;
  const instance = key();
  return at === steps.length
    ? { modules, block: `${isData ? 'data.' : ''}${type}.${label}`, key: instance }
    : undefined;
}

/** The address of the block that the instance is of, with its modules and their keys. */
export function addressOfBlock(text: string): string {
  // Most instances have no key, and neither have their modules.
  if (!text.includes('[')) return text;
  const address = parseAddress(text);
  return address === undefined ? text : `${moduleText(address.modules)}${address.block}`;
}

/** The text of a module path, ending in a dot; empty for the root. */
export function moduleText(modules: readonly ModuleStep[]): string {
  return modules.map(({ name, key }) => `module.${name}${keyText(key)}.`).join('');
}

/** The text of an instance key, as addresses write it. */
export function keyText(key: Key | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${String(key)}]` : `[${quote(key)}]`;
}

/** The text of steps, each of which is told apart from any other. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map((step) => (step.kind === 'name' ? `.${step.name}` : keyText(step.key))).join('');
}

/**
 * The references that count: an expression lists each traversal and then all its prefixes,
 * so what is a prefix of an earlier entry is only its shadow.
 */
export function maximalReferences(references: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const shadows = new Set<string>();
  for (const reference of references) {
    if (shadows.has(reference)) continue;
    kept.push(reference);
    for (const prefix of prefixes(reference)) shadows.add(prefix);
  }
  return kept;
}

/** No reference of a real plan is longer; longer ones would make the work grow with the square of their length. */
const REFERENCE_LIMIT_CHARS = 2000;

/** The reference itself, and what comes before each of its dots and brackets; those within keys do no harm. */
function* prefixes(reference: string): Iterable<string> {
  yield reference;
  if (reference.length > REFERENCE_LIMIT_CHARS) return;
  for (let at = reference.length - 1; at > 0; at--) {
    if (reference[at] === '.' || reference[at] === '[') yield reference.slice(0, at);
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Undoes the escapes of HCL strings, given without quotes; characters that do not print are written by their number. */
export function unquote(text: string): string {
  if (!/[\\$%]/.test(text)) return text;
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))|\$(?=\$\{)|%(?=%\{)/g,
    (_, short?: string, long?: string, letter?: string) => {
      const code = short ?? long;
      if (code !== undefined) return codePoint(Number.parseInt(code, 16));
      return letter === undefined ? '' : (ESCAPES.get(letter) ?? letter);
    },
  );
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}

function quote(text: string): string {
  if (!/[\\"\n\r\t$%]/.test(text)) return `"${text}"`;
  const escaped = text
    .replace(/[\\"]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\$\{/g, '$$$${')
    .replace(/%\{/g, '%%{');
  return `"${escaped}"`;
}
