import { getHeapStatistics } from 'node:v8';

import type { Gauges } from '../budget.js';

/** Beyond this share of what Node has for what lives long, the engine may end the process without a word. */
const SHARE_OF_HEAP = 0.85;

/** The limit that V8 tells counts the young generation in, whose three halves of 16 MiB cannot be used for anything else. */
const YOUNG_BYTES = 3 * 16 * 1024 * 1024;

/** What the engine may have in use, in bytes; beyond it, it ends the process. */
export function heapLimitBytes(): number {
  return getHeapStatistics().heap_size_limit;
}

/** Measures this process from now on. `heapBytes` is what may come into use, beside the heap too; Node may have less. */
export function gaugesFrom(heapBytes: number): Gauges {
  // Its clock needs no library: `performance` brings six, which a small plan takes longer to load than to read.
  const start = process.uptime();
  const before = getHeapStatistics();
  const most = before.used_heap_size + before.external_memory + heapBytes;
  const heapLimit = SHARE_OF_HEAP * (before.heap_size_limit - YOUNG_BYTES);
  return {
    elapsedMs: () => 1000 * (process.uptime() - start),
    isMemoryLow: () => {
      const { used_heap_size: inHeap, external_memory: beside } = getHeapStatistics();
      return inHeap > heapLimit || inHeap + beside > most;
    },
  };
}
