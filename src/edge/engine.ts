/**
 * Node waits for its workers on the main thread whenever the event loop is empty, at the end and in between. A worker
 * that compiles JavaScript and needs a garbage collection waits for the main thread: then both wait for ever. The bug
 * is in all versions that we run on (https://github.com/nodejs/node/issues/54918); we saw it with one plan in three runs.
 */
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

/** Does the work with the event loop kept alive: while nothing but WebAssembly is waited for, it would be empty. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, LONG_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** As long as a timer can be. */
const LONG_MS = 2 ** 31 - 1;

/** Plans of this size are judged before compiled code pays. */
const SMALL_BYTES = 500_000;
/** In which a compiler that is at work comes to an end. */
const GRACE_MS = 200;

/**
 * Prepares the engine for the plans. What comes back is to be called when the heavy work is done, and its answer is to be
 * waited for before the process ends: meanwhile no compiler begins anew, and the report is written.
 */
export function engineFor(
  plans: readonly { readonly bytes: { readonly length: number } }[],
): () => Promise<void> {
  if (plans.reduce((sum, { bytes }) => sum + bytes.length, 0) > SMALL_BYTES) {
    compileLater();
    return () => {
      compileNoMore();
      return setTimeout(GRACE_MS);
    };
  }
  compileNoMore();
  return () => Promise.resolve();
}

/**
 * How much of a function runs before it is compiled to be fast, in bytes of its code. Node 20 takes 67,584, and spends half
 * as much on compiling as a verdict of seconds costs itself; with more, that was the same and compiling a quarter.
 */
const BUDGET_BYTES = 1_000_000;

/** Later versions count calls instead, do not know the flag and say so on standard error. */
function compileLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${String(BUDGET_BYTES)}`);
}

function compileNoMore(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-maglev');
}
