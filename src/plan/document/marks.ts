/** Whether `value` is an object whose keys can be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of what may be an object; undefined when it is none. */
export function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

/** Whether the mark (of `after_unknown` or a `*_sensitive`) covers the attribute, or anything within it. */
export function isMarked(mark: unknown, name: string): boolean {
  if (mark === true) return true;
  return isRecord(mark) && Object.hasOwn(mark, name) && hasMark(mark[name]);
}

/** The same for any of several. */
export function isAnyMarked(mark: unknown, names: readonly string[]): boolean {
  return hasMark(mark) && names.some((name) => isMarked(mark, name));
}

/** Whether anything at all is marked. */
export function hasMark(mark: unknown): boolean {
  if (typeof mark !== 'object' || mark === null) return mark === true;
  const open: object[] = [mark];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner: readonly unknown[] = Object.values(next);
    for (const one of inner) {
      if (one === true) return true;
      if (typeof one === 'object' && one !== null) open.push(one);
    }
  }
  return false;
}
