/** One field of parsed JSON, or undefined where there is none. */
function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** What stands at a path of field names in an event payload; undefined where a step is missing. */
export function at(payload: unknown, ...path: readonly string[]): unknown {
  return path.reduce(fieldOf, payload);
}

/** A text that is not empty. */
export function stringAt(payload: unknown, ...path: readonly string[]): string | undefined {
  const value = at(payload, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 1 on. */
export function numberAt(payload: unknown, ...path: readonly string[]): number | undefined {
  const value = at(payload, ...path);
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A commit id; anything else is not one, an all-zero id (a deleted branch) included. */
export function shaAt(payload: unknown, ...path: readonly string[]): string | undefined {
  const value = stringAt(payload, ...path);
  return value !== undefined && isSha(value) ? value : undefined;
}

/** A full commit id, SHA-1 or SHA-256. */
export function isSha(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}
