import { performance } from 'node:perf_hooks';

/** A line on a terminal that says what a long run is at. */
export interface Progress {
  /** @param what the run is at, for people */
  readonly at: (what: string) => void;
  /** To be called before anything else is written there, and at the end. */
  readonly clear: () => void;
}

/** Until then nobody asks. */
const FIRST_MS = 1_000;
const BETWEEN_MS = 200;

/** Writes over its own line. `now`: in milliseconds. */
export function progressOn(
  terminal: { readonly write: (text: string) => unknown },
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let next = start + FIRST_MS;
  let isShown = false;
  return {
    at(what) {
      const time = now();
      if (time < next) return;
      next = time + BETWEEN_MS;
      isShown = true;
      terminal.write(`${BACK}cce-plan-guard: ${what}, ${String(Math.floor((time - start) / 1000))} s`);
    },
    clear() {
      if (isShown) terminal.write(BACK);
      isShown = false;
    },
  };
}

/** To the first column; what stands in the line goes. */
const BACK = '\r\u001B[K';
