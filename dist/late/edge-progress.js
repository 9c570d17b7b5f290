import "../chunks/chunk-SEWDMQ6Q.js";

// src/edge/progress.ts
import { performance } from "node:perf_hooks";
var FIRST_MS = 1e3;
var BETWEEN_MS = 200;
function progressOn(terminal, now = () => performance.now()) {
  const start = now();
  let next = start + FIRST_MS;
  let isShown = false;
  return {
    at(what) {
      const time = now();
      if (time < next) return;
      next = time + BETWEEN_MS;
      isShown = true;
      terminal.write(`${BACK}cce-plan-guard: ${what}, ${String(Math.floor((time - start) / 1e3))} s`);
    },
    clear() {
      if (isShown) terminal.write(BACK);
      isShown = false;
    }
  };
}
var BACK = "\r\x1B[K";
export {
  progressOn
};
