import {
  explain,
  fileTrouble,
  isInside,
  isThere,
  realPath
} from "./chunk-J2FLKC3M.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/edge/outputs.ts
import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
function writeWhole(file, text, { makesFolder = false } = {}) {
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there?.isSymbolicLink() === true && !isOfTheSystem(file)) return err(fileTrouble("LINK", "report"));
    if (isStream(file)) writeFileSync(streamOf(file), text);
    else {
      if (makesFolder) mkdirSync(path.dirname(file), { recursive: true });
      replaceFile(file, text, there?.mode);
    }
    return ok(void 0);
  } catch (error) {
    return err(explain(error, "report"));
  }
}
function replaceFile(file, text, mode) {
  const part = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    writeFileSync(part, text, { flag: "wx", flush: true, ...mode === void 0 ? {} : { mode } });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
function isOfTheSystem(file) {
  return /^\/(?:dev|proc)\//.test(path.resolve(file));
}
function isStream(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === void 0 || status.isDirectory()) return false;
  return !status.isFile() || openedAs(file) !== void 0;
}
function streamOf(file) {
  const status = statSync(file);
  return status.isFile() || status.isSocket() ? openedAs(file) ?? file : file;
}
function isStandardOutput(file) {
  return openedAs(file) === 1;
}
var OPENED = { "/dev/stdout": 1, "/dev/stderr": 2 };
function openedAs(file) {
  const name = path.resolve(file);
  const [, digits] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,4})$/.exec(name) ?? [];
  return digits === void 0 ? OPENED[name] : Number(digits);
}
function inputAt(output, inputs) {
  const own = inodeOf(output);
  return inputs.find((input) => input !== "-" && own !== void 0 && inodeOf(input) === own);
}
function inodeOf(file) {
  try {
    const status = statSync(file, { bigint: true });
    return status.isFile() ? `${status.dev} ${status.ino}` : void 0;
  } catch {
    return void 0;
  }
}
function wouldLieIn(folders, file) {
  for (let at = path.dirname(path.resolve(file)); ; at = path.dirname(at)) {
    const real = realPath(at);
    if (real !== void 0) return isInside(folders, path.join(real, path.relative(at, path.resolve(file))));
    if (isThere(at) || path.dirname(at) === at) return false;
  }
}

export {
  writeWhole,
  isStandardOutput,
  inputAt,
  wouldLieIn
};
