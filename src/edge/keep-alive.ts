/**
 * Does the work with the event loop kept alive. While nothing but WebAssembly is waited for, the loop is empty, and
 * Node blocks its main thread until its workers are done; a worker that needs a garbage collection waits for the main
 * thread, for ever (https://github.com/nodejs/node/issues/54918).
 */
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
