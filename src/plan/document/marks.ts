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

/** Whether anything at all is marked. */
export function hasMark(mark: unknown): boolean {
  const open: unknown[] = [mark];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === true) return true;
    if (typeof next !== 'object' || next === null) continue;
    const inner: readonly unknown[] = Object.values(next);
    for (const mark of inner) {
      if (mark === true) return true;
      if (typeof mark === 'object' && mark !== null) open.push(mark);
    }
  }
  return false;
}
