import {
  DEADLINE_FORM,
  FORMATS,
  secondsIn
} from "./chunk-S7WEL6PE.js";
import {
  inputAt
} from "./chunk-HYJ3HWSL.js";
import {
  distinctFiles
} from "./chunk-J2FLKC3M.js";
import {
  instantOf
} from "./chunk-6K6RVTW6.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/command/arguments.ts
import path from "node:path";
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
  return ok(distinctFiles(names));
}
var FORMAT_NAMES = Object.keys(FORMATS).join(", ");
var FAIL_ON = ["critical", "warning", "notice", "never"];
var LEVEL_NAMES = FAIL_ON.join(", ");
var REPORT_OPTIONS = {
  config: { type: "string" },
  "facts-date": { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  report: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  label: { type: "string" },
  deadline: { type: "string" }
};
function reportNamed(values) {
  const { config, format, output, "fail-on": level, label } = values;
  if (!isFormat(format)) return err(`--format takes ${FORMAT_NAMES}, not \`${format}\``);
  const failOn = FAIL_ON.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) {
    return err(`--fail-on takes ${LEVEL_NAMES}, not \`${level}\``);
  }
  const reports = reportFiles(values.report ?? [], output);
  if (!reports.ok) return reports;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  return ok({ config, format, output, reports: reports.value, failOn, label, deadline: deadline.value });
}
function reportFiles(named, output) {
  const files = [];
  const taken = new Set(output === void 0 ? [] : [path.resolve(output)]);
  for (const text of named) {
    const at = text.indexOf("=");
    const [format, file] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
    if (!isFormat(format) || file === "") {
      return err(`--report takes FORMAT=FILE, as sarif=plan.sarif, with ${FORMAT_NAMES}; not \`${text}\``);
    }
    if (taken.has(path.resolve(file))) return err(`two reports would go to ${file}: name another file`);
    taken.add(path.resolve(file));
    files.push({ format, file });
  }
  return ok(files);
}
function isFormat(name) {
  return Object.hasOwn(FORMATS, name);
}
function shownFile(file) {
  return file === "-" ? "standard input" : file;
}
function spares(output, inputs, reports = []) {
  const outputs = [
    ...output === void 0 ? [] : [{ option: "--output", file: output }],
    ...reports.map(({ file }) => ({ option: "--report", file }))
  ];
  for (const { option, file } of outputs) {
    const input = inputAt(file, inputs);
    if (input !== void 0)
      return err(`${option} would overwrite ${input}, which this run reads. Name another file`);
  }
  return ok(void 0);
}
function factsNamed(files, date) {
  if (files.includes("")) return err("--facts is empty: leave it out, or set the variable");
  if (date === void 0) return ok({ files: distinctFiles(files), date });
  const instant = instantOf(date);
  return instant === void 0 ? err("--facts-date takes an instant in UTC or with an offset, as 2026-11-24T06:00:00Z") : ok({ files: distinctFiles(files), date: instant });
}
function deadlineNamed(text) {
  if (text === void 0) return ok(void 0);
  const seconds = secondsIn(text);
  return seconds === void 0 ? err(`--deadline takes ${DEADLINE_FORM}, not \`${text}\``) : ok(seconds);
}
function factsToRead({ files, date }) {
  return { files: files.map((file) => ({ name: shownFile(file), file })), date };
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
}

export {
  SHARED_OPTIONS,
  readArguments,
  plansNamed,
  FORMAT_NAMES,
  LEVEL_NAMES,
  REPORT_OPTIONS,
  reportNamed,
  shownFile,
  spares,
  factsNamed,
  deadlineNamed,
  factsToRead
};
