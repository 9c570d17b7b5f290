import {
  firstOfEach
} from "./chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/edge/files.ts
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync
} from "node:fs";
import path from "node:path";
var FILE_LIMIT_BYTES = 5e6;
var LIMITED = ["configuration", "clouds"];
function readBytes(file, kind = "plan") {
  try {
    if (file === "-") return ok(readFileSync(0));
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(opened);
      if (!status.isFile() && !status.isDirectory()) return err(fileTrouble("ENDLESS", kind));
      if (LIMITED.includes(kind) && status.size > FILE_LIMIT_BYTES)
        return err(fileTrouble("TOO_LARGE", kind));
      return ok(readFileSync(opened));
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return err(explain(error, kind));
  }
}
function readText(file) {
  const bytes = readBytes(file, "configuration");
  return bytes.ok ? new TextDecoder().decode(bytes.value) : void 0;
}
function readTextIn(folders, file) {
  if (!isThere(file)) return ok(void 0);
  const real = realPath(file);
  if (real !== void 0 && !isInside(folders, real)) return err(fileTrouble("OUTSIDE", "configuration"));
  const bytes = readBytes(file, "configuration");
  return bytes.ok ? ok(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value)) : bytes;
}
function findFile(files) {
  return files.find((file) => existsSync(file));
}
function isThere(name) {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== void 0;
  } catch (error) {
    return codeOf(error) !== "ENOTDIR";
  }
}
function distinctFiles(files, folder = ".") {
  return firstOfEach(files, (file) => {
    const place = path.resolve(folder, file);
    return file === "-" ? file : realPath(place) ?? place;
  });
}
function appendText(file, text) {
  try {
    appendFileSync(file, text);
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
function isInside(folders, file) {
  return folders.some((folder) => isWithin(folder, file));
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
    ],
    [
      "ENDLESS",
      "is a pipe or a device, not a file. Pipe the plan in: terraform show -json FILE | cce-plan-guard check -"
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
var NO_ROOM = "does not fit on the disk. Make room, or name another place";
var OF_ALL = /* @__PURE__ */ new Map([
  ["EACCES", "may not be opened. Check the permissions of the file"],
  ["ENOTDIR", "does not exist: a part of its path is a file"],
  ["ENOSPC", NO_ROOM],
  ["EDQUOT", NO_ROOM],
  ["EFBIG", NO_ROOM],
  ["ENDLESS", "is a pipe or a device, not a file. Name a file"],
  [
    "TOO_LARGE",
    `is larger than ${FILE_LIMIT_BYTES / 1e6} MB, as no file of its kind is. Name the right one`
  ],
  ["OUTSIDE", "leads out of the workspace and of the runner’s temporary folder"],
  ["LINK", "is a link, which is not followed. Name the file itself"]
]);
function explain(error, kind) {
  return fileTrouble(codeOf(error), kind);
}
function codeOf(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
function fileTrouble(code, kind) {
  const known = OF_KIND[kind].get(code) ?? OF_ALL.get(code);
  return known ?? `cannot be opened${code === "" ? "" : ` (${code})`}`;
}

export {
  FILE_LIMIT_BYTES,
  readBytes,
  readText,
  readTextIn,
  findFile,
  isThere,
  distinctFiles,
  appendText,
  realPath,
  isWithin,
  isInside,
  pathWithin,
  explain,
  fileTrouble
};
