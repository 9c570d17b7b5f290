import {
  CHECK_IDS
} from "./chunk-TIZTVMQR.js";

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
function lineMarker(key, fingerprints) {
  return `<!-- ${TOOL}:line key=${key} of=${fingerprints.join(",")} -->`;
}
var LINE = new RegExp(`<!-- ${TOOL}:line key=([0-9a-f]{16}) of=([0-9a-f,]*) -->\\s*$`);
function lineFingerprints(body, key) {
  const [, of, list = ""] = LINE.exec(body) ?? [];
  return of === key ? list.split(",").filter((text) => HEX16.test(text)) : [];
}
var NOW_LIMIT = 150;
var GONE_LIMIT = 40;
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

export {
  WORKFLOW_LOGIN,
  keyOf,
  summaryMarker,
  reviewMarker,
  reviewStart,
  lineMarker,
  lineFingerprints,
  memoryMarker,
  readMemory,
  isBy
};
