/** A value, or the reason why there is none. Expected failures are values; only a bug of ours throws. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** The good case of a `Result`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The bad case of a `Result`. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/**
 * The end of a `switch` over a union. The compiler refuses the call while a case is missing;
 * reaching it at run time is a bug, so it throws.
 */
export function unreachable(x: never): never {
  throw new Error(`unreachable: ${JSON.stringify(x)}`);
}

/**
 * The value, which cannot be undefined here, because of `why`: a bug of ours must stop the run and not read as "no
 * finding". `why` is a fixed sentence part: it holds nothing of a plan.
 */
export function must<T>(value: T | undefined, why: string): T {
  if (value === undefined) throw new Error(`this cannot be: ${why}`);
  return value;
}
