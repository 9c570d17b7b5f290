// src/edge/engine.ts
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
async function keepAlive(work) {
  const timer = setInterval(() => void 0, LONG_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
var LONG_MS = 2 ** 31 - 1;
var SMALL_BYTES = 5e5;
var GRACE_MS = 200;
function engineFor(plans) {
  if (plans.reduce((sum, { bytes }) => sum + bytes.length, 0) > SMALL_BYTES)
    return () => setTimeout(GRACE_MS);
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-maglev");
  return () => Promise.resolve();
}

export {
  keepAlive,
  engineFor
};
