import {
  instantOf
} from "./chunk-NKP77RSJ.js";
import {
  distinct
} from "./chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/command/arguments.ts
import { parseArgs } from "node:util";
var SHARED_OPTIONS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
function readArguments(argv, name, options) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const trouble = error instanceof Error ? firstSentence(error.message) : "the arguments cannot be read";
    return err(`${trouble}. See cce-plan-guard ${name} --help`);
  }
  const blank = Object.entries(parsed.values).find(([, value]) => value === "");
  if (blank !== void 0) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  return ok(parsed);
}
function plansNamed(names, command) {
  if (names.length === 0) {
    return err(`no plan is named; write: cce-plan-guard ${command} PLAN, or - for standard input`);
  }
  if (names.includes("")) return err("the name of a plan is empty: perhaps a variable is not set");
  return ok([...new Set(names)]);
}
function shownFile(file) {
  return file === "-" ? "standard input" : file;
}
function factsNamed(files, date) {
  if (files.includes("")) return err("--facts is empty: leave it out, or set the variable");
  if (date === void 0) return ok({ files: distinct(files), date });
  const instant = instantOf(date);
  return instant === void 0 ? err("--facts-date takes an instant in UTC or with an offset, as 2026-11-24T06:00:00Z") : ok({ files: distinct(files), date: instant });
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
}

export {
  SHARED_OPTIONS,
  readArguments,
  plansNamed,
  shownFile,
  factsNamed
};
