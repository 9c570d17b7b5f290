import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/edge/files.ts
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import path from "node:path";
function readBytes(file, kind = "plan") {
  try {
    return ok(readFileSync(file === "-" ? 0 : file));
  } catch (error) {
    return err(explain(error, kind));
  }
}
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
}
function findFile(files) {
  return files.find((file) => existsSync(file));
}
function writeWhole(file, text) {
  const target = realPath(file) ?? file;
  if (existsSync(target) && !statSync(target).isFile()) {
    writeFileSync(target, text);
    return;
  }
  const part = `${target}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
function saveText(file, text) {
  return works(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  });
}
function appendText(file, text) {
  return works(() => appendFileSync(file, text));
}
function works(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
function realPath(name) {
  try {
    return realpathSync.native(name);
  } catch {
    return void 0;
  }
}
function isWithin(folder, file) {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
function pathWithin(folder, file) {
  return path.relative(folder, file).replaceAll(path.sep, "/");
}
var OF_KIND = {
  plan: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Make it: terraform show -json FILE > plan.json"],
    ["EISDIR", "is a directory. Name the plan file in it"],
    [
      "EAGAIN",
      "gives nothing to read. Pipe the plan into it: terraform show -json FILE | cce-plan-guard check -"
    ],
    [
      "ERR_FS_FILE_TOO_LARGE",
      "is larger than 2 GiB, which this version cannot read. Split the plan by root module"
    ]
  ]),
  facts: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Make it: cce-plan-guard facts --plan plan.json --output facts.json"],
    ["EISDIR", "is a directory. Name the file of facts in it"],
    ["ERR_FS_FILE_TOO_LARGE", "is larger than 2 GiB, which this version cannot read. Split it"]
  ]),
  configuration: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Name the configuration file, or leave --config out"],
    ["EISDIR", "is a directory. Name the configuration file in it"]
  ]),
  clouds: /* @__PURE__ */ new Map([["EISDIR", "is a directory. Name the file in it"]]),
  report: /* @__PURE__ */ new Map([
    ["ENOENT", "is in a folder that does not exist. Make the folder first"],
    ["EISDIR", "is a directory. Name a file in it"]
  ])
};
var OF_ALL = /* @__PURE__ */ new Map([
  ["EACCES", "may not be opened. Check the permissions of the file"],
  ["ENOTDIR", "does not exist: a part of its path is a file"],
  ["ENOSPC", "does not fit on the disk. Make room, or name another place"]
]);
function explain(error, kind) {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const known = OF_KIND[kind].get(code) ?? OF_ALL.get(code);
  return known ?? `cannot be opened${code === "" ? "" : ` (${code})`}`;
}

export {
  readBytes,
  readText,
  findFile,
  writeWhole,
  saveText,
  appendText,
  realPath,
  isWithin,
  pathWithin,
  explain
};
