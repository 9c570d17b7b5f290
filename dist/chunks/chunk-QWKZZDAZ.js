import {
  at,
  isSha,
  numberAt,
  shaAt,
  textAt
} from "./chunk-UQJVGZWY.js";
import {
  CHECK_IDS
} from "./chunk-TIZTVMQR.js";

// src/github/files.ts
import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
}
function saveText(file, text) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}
function appendText(file, text) {
  try {
    appendFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}
function realPath(folder) {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
function isWithin(folder, file) {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
function slashed(root, file) {
  return path.relative(root, file).replaceAll(path.sep, "/");
}
function stableName(file) {
  return path.isAbsolute(file) ? path.basename(file) : file;
}

// src/github/marker.ts
import { createHash } from "node:crypto";
var WORKFLOW_LOGIN = "github-actions[bot]";
var TOOL = "cce-plan-guard";
var HEX16 = /^[0-9a-f]{16}$/;
function keyOf(...texts) {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
}
function summaryMarker(key) {
  return `<!-- ${TOOL}:summary key=${key} -->`;
}
function reviewMarker(key, run) {
  return `${reviewStart(key)}${run} -->`;
}
function reviewStart(key) {
  return `<!-- ${TOOL}:review key=${key} run=`;
}
var LINE_LIMIT = 200;
function lineMarker(key, fingerprints) {
  const more = fingerprints.length > LINE_LIMIT ? "+" : "";
  return `<!-- ${TOOL}:line key=${key} of=${fingerprints.slice(0, LINE_LIMIT).join(",")}${more} -->`;
}
var LINE = new RegExp(`<!-- ${TOOL}:line key=([0-9a-f]{16}) of=([0-9a-f,]*)(\\+?) -->\\s*$`);
function lineFingerprints(body, key) {
  const [, of, list = ""] = LINE.exec(body) ?? [];
  return of === key ? list.split(",").filter((text) => HEX16.test(text)) : [];
}
function isCutLine(body) {
  return LINE.exec(body)?.[3] === "+";
}
var NOW_LIMIT = 150;
var GONE_LIMIT = 40;
function isCutMemory({ now }) {
  return now.length >= NOW_LIMIT;
}
function memoryMarker({ now, gone }) {
  return `<!-- ${TOOL}:memory now=${toldText(now, NOW_LIMIT)} gone=${toldText(gone, GONE_LIMIT)} -->`;
}
function toldText(told, limit) {
  return told.slice(0, limit).map(
    ({ fingerprint, check, requirement }) => `${fingerprint}.${CHECK_IDS.indexOf(check)}${requirement === null ? "" : `.${requirement}`}`
  ).join(",");
}
var MEMORY = new RegExp(`<!-- ${TOOL}:memory now=([0-9a-fT.,]*) gone=([0-9a-fT.,]*) -->\\s*$`);
function readMemory(body) {
  const [, now = "", gone = ""] = MEMORY.exec(body) ?? [];
  return { now: readTold(now), gone: readTold(gone) };
}
var TOLD = /^([0-9a-f]{16})\.(\d{1,2})(?:\.(T[1-8]\.\d{1,2}))?$/;
function readTold(list) {
  return list.split(",").flatMap((text) => {
    const [, fingerprint, index, requirement = null] = TOLD.exec(text) ?? [];
    const check = CHECK_IDS[Number(index)];
    return fingerprint === void 0 || check === void 0 ? [] : [{ fingerprint, check, requirement }];
  });
}
function isBy(login, { author }) {
  return author?.login === login && (!login.endsWith("[bot]") || author.type === "Bot");
}

// src/github/target.ts
function isOwnRun(event) {
  return event !== "pull_request_target" && event !== "workflow_run";
}
var DEPENDABOT = "dependabot[bot]";
function resolveTarget(event) {
  const { name, payload } = event;
  switch (name) {
    case "push":
      return commit(shaAt(payload, "after") ?? event.sha);
    case "merge_group":
      return commit(
        shaAt(payload, "merge_group", "head_sha") ?? event.sha,
        shaAt(payload, "merge_group", "base_sha")
      );
    case "workflow_run":
      return workflowRun(event) ?? commit(event.sha, event.sha);
    default:
      return pullRequest(event) ?? commit(event.sha);
  }
}
function commit(sha, baseSha) {
  return isSha(sha) ? { kind: "commit", sha, baseSha } : { kind: "none" };
}
function pullRequest({ name, payload, actor }) {
  const number = numberAt(payload, "pull_request", "number");
  const headSha = shaAt(payload, "pull_request", "head", "sha");
  const baseSha = shaAt(payload, "pull_request", "base", "sha");
  const baseRef = textAt(payload, "pull_request", "base", "ref");
  if (number === void 0 || headSha === void 0 || baseSha === void 0 || baseRef === void 0) {
    return void 0;
  }
  return {
    kind: "pr",
    event: name,
    number,
    headSha,
    baseSha,
    baseRef,
    isFork: isFork(at(payload, "pull_request")),
    isDependabot: actor === DEPENDABOT,
    author: textAt(payload, "pull_request", "user", "login")
  };
}
function isFork(pull) {
  const head = textAt(pull, "head", "repo", "full_name");
  return head === void 0 || head !== textAt(pull, "base", "repo", "full_name");
}
function workflowRun({ payload, sha }) {
  const run = at(payload, "workflow_run");
  const headSha = shaAt(run, "head_sha");
  const headRepository = textAt(run, "head_repository", "full_name");
  const headOwner = textAt(run, "head_repository", "owner", "login");
  const headBranch = textAt(run, "head_branch");
  const isForPull = (textAt(run, "event") ?? "").startsWith("pull_request");
  if (!isForPull || headSha === void 0 || headBranch === void 0) return void 0;
  if (headRepository === void 0 || headOwner === void 0) return void 0;
  return { kind: "workflow-run", headSha, headOwner, headRepository, headBranch, sha };
}

export {
  textOf,
  saveText,
  appendText,
  realPath,
  isWithin,
  slashed,
  stableName,
  WORKFLOW_LOGIN,
  keyOf,
  summaryMarker,
  reviewMarker,
  reviewStart,
  lineMarker,
  lineFingerprints,
  isCutLine,
  isCutMemory,
  memoryMarker,
  readMemory,
  isBy,
  isOwnRun,
  resolveTarget
};
