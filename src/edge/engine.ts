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

/** Of smaller plans compiled code cost as much as it saved: measured up to 3,500 rules, 8.6 MB. */
const LARGE_BYTES = 10_000_000;
/** What a plan costs beside what its bytes do, in bytes. */
export const PLAN_BYTES = 200_000;
/** Processor time after which compiled code pays for what is small and yet takes long. */
const LONG_RUN_MS = 1_500;
/** In which a compiler that is at work comes to an end. */
const GRACE_MS = 200;

/** The engine of a run. */
export interface Engine {
  /** To be called now and then while the heavy work is done. */
  readonly look: () => void;
  /**
   * To be called when it is done. What comes back is to be waited for before the process ends: meanwhile no compiler begins
   * anew, and the report is written.
   */
  readonly settle: () => Promise<void>;
}

/** Prepares the engine for the plans. Short runs are interpreted: whatever compiles beside them would have to be waited for. */
export function engineFor(plans: readonly { readonly bytes: { readonly length: number } }[]): Engine {
  const size = plans.reduce((sum, { bytes }) => sum + bytes.length + PLAN_BYTES, 0);
  let compiles = size > LARGE_BYTES;
  if (compiles) compileLater();
  else compileNoMore();
  return {
    look() {
      if (compiles || processorMs() < LONG_RUN_MS) return;
      compiles = true;
      setFlagsFromString('--opt');
      compileLater();
    },
    settle() {
      compileNoMore();
      return compiles ? setTimeout(GRACE_MS) : Promise.resolve();
    },
  };
}

/** Of all threads, since the process began. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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
