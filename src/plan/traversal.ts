/** One step of a traversal or an address: `.name`, or `["key"]` and `[0]`. */
export type Step =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'key'; readonly key: string | number };

/** A module on the way to a resource, with the key of its instance if it has one. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string | number | undefined;
}

/** The address of a resource instance, taken apart. */
export interface Address {
  readonly modules: readonly ModuleStep[];
  /** `T.name` or `data.T.name`, as `configuration` writes it. */
  readonly block: string;
  readonly key: string | number | undefined;
}

/** Reads `a.b["c.d"][0].e`; keys are HCL strings, with dots and brackets in them at will. */
export function parseTraversal(text: string): readonly Step[] {
  const steps: Step[] = [];
  const step = /([^.[\]"]+)|\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\./gy;
  for (let match = step.exec(text); match !== null; match = step.exec(text)) {
    const [, name, key, index] = match;
    if (name !== undefined) steps.push({ kind: 'name', name });
    else if (key !== undefined) steps.push({ kind: 'key', key: unquote(key) });
    else if (index !== undefined) steps.push({ kind: 'key', key: Number(index) });
  }
  return steps;
}

/** Takes an absolute instance address apart; undefined when it is not one. */
export function parseAddress(text: string): Address | undefined {
  const steps = parseTraversal(text);
  const modules: ModuleStep[] = [];
  let at = 0;
  const name = (): string | undefined => {
    const step = steps[at];
    if (step?.kind !== 'name') return undefined;
    at++;
    return step.name;
  };
  const key = (): string | number | undefined => {
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

/** The text of a module path, ending in a dot; empty for the root. */
export function moduleText(modules: readonly ModuleStep[]): string {
  return modules.map(({ name, key }) => `module.${name}${keyText(key)}.`).join('');
}

/** The text of an instance key, as addresses write it. */
export function keyText(key: string | number | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${String(key)}]` : `[${quote(key)}]`;
}

/**
 * The references that count: an expression lists each traversal and then all its prefixes,
 * so what is a prefix of an earlier entry is only its shadow.
 */
export function maximalReferences(references: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const reference of references) {
    if (!kept.some((longer) => longer === reference || isPrefix(reference, longer))) kept.push(reference);
  }
  return kept;
}

function isPrefix(short: string, long: string): boolean {
  return long.startsWith(short) && (long[short.length] === '.' || long[short.length] === '[');
}

function unquote(text: string): string {
  return text
    .replace(/\\(["\\nrt])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c)
    .replace(/\$\$\{/g, '${')
    .replace(/%%\{/g, '%{');
}

function quote(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\$\{/g, '$$$${')
    .replace(/%\{/g, '%%{');
  return `"${escaped}"`;
}
