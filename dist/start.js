import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});

// src/edge/compiled.ts
const {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync
} = require("node:fs");
const path = require("node:path");
const { cachedDataVersionTag, setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");
function compiledFolder(env) {
  const {
    CI = "",
    NODE_DISABLE_COMPILE_CACHE: isOff = "",
    XDG_CACHE_HOME: caches = "",
    HOME: home = ""
  } = env;
  if (process.getuid === void 0 || isOff !== "" || CI !== "" && CI !== "false") return void 0;
  if (path.isAbsolute(caches)) return path.join(caches, "cce-plan-guard");
  return path.isAbsolute(home) ? path.join(home, ".cache", "cce-plan-guard") : void 0;
}
function compiledScript(script2, folder) {
  const text = readFileSync(script2, "latin1");
  const mark = text.slice(0, text.indexOf("\n") + 1);
  setFlagsFromString("--no-opt");
  const engine = cachedDataVersionTag();
  const name = `${process.version}-${process.arch}-${engine.toString(16)}.bin`;
  const file = folder === void 0 ? void 0 : path.join(folder, name);
  const cachedData = file === void 0 ? void 0 : compiledIn(file, Buffer.from(mark, "latin1"));
  const compiled = new Script(text, { filename: script2.href, ...cachedData && { cachedData } });
  setFlagsFromString("--opt");
  const isThere = cachedData !== void 0 && compiled.cachedDataRejected !== true;
  return {
    value: compiled.runInThisContext(),
    toKeep: () => {
      if (file === void 0 || isThere || !mayBecome(file) || !isEngineAsBefore(engine)) return void 0;
      return { file, bytes: twice(mark, compiled.createCachedData()) };
    }
  };
}
function compiledIn(file, mark) {
  try {
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const status = fstatSync(opened);
      const isOurs = status.isFile() && status.uid === process.getuid?.() && (status.mode & 18) === 0;
      return isOurs ? onceIn(readFileSync(opened), mark) : void 0;
    } finally {
      closeSync(opened);
    }
  } catch {
    return void 0;
  }
}
function mayBecome(file) {
  const folder = path.dirname(file);
  try {
    for (const one of [path.dirname(folder), folder]) if (!existsSync(one)) mkdirSync(one, { mode: 448 });
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() !== false;
  } catch {
    return false;
  }
}
function twice(mark, data) {
  return Buffer.concat([Buffer.from(mark, "latin1"), data, data]);
}
function onceIn(kept, mark) {
  const middle = (mark.length + kept.length) / 2;
  const data = kept.subarray(mark.length, middle);
  const isWhole = kept.subarray(0, mark.length).equals(mark) && kept.subarray(middle).equals(data);
  return isWhole && data.length > 0 ? data : void 0;
}
function isEngineAsBefore(before) {
  if (cachedDataVersionTag() !== before) setFlagsFromString("--maglev");
  return cachedDataVersionTag() === before;
}

// scripts/start.mjs
var LATE = /* @__PURE__ */ new Set([
  "node:crypto",
  "node:perf_hooks",
  "node:timers/promises",
  "node:url",
  "node:fs/promises"
]);
var requireLate = (name) => LATE.has(name) ? new Proxy({}, { get: (_, key) => __require(name)[key] }) : __require(name);
var script = compiledScript(new URL("./core.cjs", import.meta.url), compiledFolder(process.env));
var module = { exports: {} };
script.value(module, requireLate, (file) => import(file), import.meta.url);
var core = module.exports;
async function runProgram(thread) {
  const status = await core.runProgram(thread);
  if (status !== 2 && process.argv[2] === "check") process.once("exit", keep);
  return status;
}
function keep() {
  const kept = script.toKeep();
  if (kept !== void 0) core.late().writeWhole(kept.file, kept.bytes, { mode: 384 });
}
export {
  core,
  runProgram
};
