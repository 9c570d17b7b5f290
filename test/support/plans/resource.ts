/** What the resource types have in common, for the files that build them. */
import type { Cell, Resource } from './plan-builder.js';

/** A made-up id, the same for the same text. */
export function idOf(text: string): string {
  let hash = 0;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 4294967296;
  return `${hash.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

type Cells = Readonly<Record<string, Cell>>;
type Values = Readonly<Record<string, unknown>>;

/** What the cloud fills in. */
export interface Filled {
  readonly computed?: Values;
  readonly zeros?: Values;
}

/** A resource with an id of its own. */
export function managed(
  type: string,
  name: string,
  cells: Cells,
  { computed = {}, zeros = {} }: Filled = {},
): Resource {
  const base = { id: idOf(`${type} ${name}`), region: 'eu-de' };
  return { type, name, isData: false, cells, computed: { ...base, ...computed }, zeros };
}

/** A data source with what it has read. */
export function dataSource(type: string, name: string, cells: Cells, computed: Values): Resource {
  return {
    type,
    name,
    isData: true,
    cells,
    computed: { id: idOf(`${type} ${name}`), ...computed },
    zeros: {},
  };
}
