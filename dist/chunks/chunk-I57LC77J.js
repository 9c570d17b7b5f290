import {
  stableName
} from "./chunk-3CP5DA3D.js";
import {
  failureOf
} from "./chunk-ZED27UPZ.js";
import {
  cutToBytes
} from "./chunk-5Y2WYTLW.js";

// src/github/review/marker.ts
import { createHash } from "node:crypto";
var WORKFLOW_LOGIN = "github-actions[bot]";
var TOOL = "cce-plan-guard";
function keyFrom(...texts) {
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
var LIST = "[0-9a-zA-Z+/=.:,;]*";
var KEY = "[0-9a-f]{16}";
function memoryMarker(key, { now, past }) {
  return `<!-- ${TOOL}:told key=${key} now=${now} past=${past} -->`;
}
var TOLD = new RegExp(`<!-- ${TOOL}:told key=(${KEY}) now=(${LIST}) past=(${LIST}) -->\\s*$`);
function memoryTexts(body, key) {
  const [, of, now = "", past = ""] = TOLD.exec(body) ?? [];
  return of === key ? { now, past } : void 0;
}
var OLD_SUMMARY = new RegExp(`<!-- ${TOOL}:memory now=([0-9a-zT.,:-]*) gone=[0-9a-zT.,:-]* -->\\s*$`);
function oldMemoryText(body) {
  return OLD_SUMMARY.exec(body)?.[1];
}
var OLD_LINE = new RegExp(`<!-- ${TOOL}:line key=(${KEY}) (?:of|ids)=[0-9a-f,]*\\+? -->\\s*$`);
function isOldLine(body, key) {
  return OLD_LINE.exec(body)?.[1] === key;
}
function isBy(login, { author }) {
  return author?.login === login && (!login.endsWith("[bot]") || author.type === "Bot");
}

// src/github/review/memory.ts
import { firstOfEach } from "../core.js";
import { byGravity, SEVERITIES } from "../core.js";
import { plain } from "../core.js";
import { planOfComment } from "../core.js";
import { blocksOf } from "../core.js";
import { joined, toText } from "../core.js";
import { must } from "../core.js";
var NOTHING_TOLD = { now: [], past: [], isCut: false };
function idIn({ plans }, finding) {
  const { row, cluster = "", group, pool = "", causes, plan } = finding;
  const subject = row === void 0 ? causes.map(({ address }) => address) : [];
  const identity = [finding.check.id, row?.id ?? "", cluster, group?.shown ?? "", pool, ...subject];
  const path = must(plans[plan], "a finding is of one of the plans").path;
  return keyFrom(stableName(path), ...identity);
}
function toldOf(report, block) {
  const { severity, title, apart, findings } = block;
  const words = joined([title, ...apart, ...planOfComment(block, report, (name) => name).map(toText)], ", ");
  return {
    severity,
    words: rememberedWords(plain(words)),
    ids: findings.map((finding) => idIn(report, finding))
  };
}
function toldIn(report) {
  const { blocks, waived } = blocksOf(report);
  return {
    now: blocks.map((block) => toldOf(report, block)),
    waived: waived.map((finding) => idIn(report, finding))
  };
}
function rememberedWords(text) {
  return cutToBytes(text, WORDS_LIMIT);
}
var WORDS_LIMIT = 150;
function standingOf(now, waived) {
  const standing = new Map(waived.map((id) => [id, "waived"]));
  for (const { severity, ids } of now) {
    for (const id of ids) if (isMilder(standing.get(id), severity)) standing.set(id, severity);
  }
  return standing;
}
function isMilder(fate, than) {
  return fate === void 0 || fate === "waived" || byGravity(than, fate) < 0;
}
function pastOf({ now, past }, standing, commit) {
  const news = now.flatMap((told) => {
    const kind = whatBecame(told, standing);
    return kind === void 0 ? [] : [{ ...told, kind, commit }];
  });
  const older = past.flatMap((was) => {
    const kind = whatBecame(was, standing);
    if (kind === void 0) return [];
    return [kind === was.kind ? was : { ...was, kind, commit }];
  });
  return firstOfEach(
    [...news, ...older],
    ({ severity, words, ids }) => words === "" ? JSON.stringify(ids) : `${severity} ${words}`
  );
}
function toldPast(past, now) {
  const still = new Set(now.map(({ words }) => words));
  return past.map((one) => ({ ...one, isToldStill: still.has(one.words) }));
}
function whatBecame({ severity, ids }, standing) {
  const fates = ids.map((id) => standing.get(id));
  if (fates.every((fate) => fate === "waived")) return "waived";
  const found = fates.filter((fate) => fate !== "waived");
  if (found.every((fate) => fate === void 0)) return "mended";
  if (found.every((fate) => isMilder(fate, severity))) return "milder";
  return found.some((fate) => isMilder(fate, severity)) ? "partly" : void 0;
}
var NOW_LIMITS = { ids: 150, words: 2400 };
var PAST_LIMITS = { ids: 40, words: 1e3 };
function memoryLine(key, { now, past }) {
  const told = (one) => LETTERS[one.severity];
  return memoryMarker(key, {
    now: listText(now, NOW_LIMITS, told),
    past: listText(past, PAST_LIMITS, (one) => `${one.kind}.${one.commit}.${told(one)}`)
  });
}
var LETTERS = { critical: "c", warning: "w", notice: "n" };
function listText(list, limits, head) {
  let { ids: places, words: room } = limits;
  const texts = [];
  for (const one of list) {
    if (places === 0) break;
    const ids = one.ids.slice(0, places);
    places -= ids.length;
    const words = Buffer.from(one.words).toString("base64");
    const isRoom = words.length <= room;
    if (isRoom) room -= words.length;
    texts.push(`${head(one)}:${isRoom ? words : ""}:${ids.join(",")}`);
  }
  const isCut = list.reduce((sum, { ids }) => sum + ids.length, 0) > limits.ids;
  return `${texts.join(";")}${isCut ? "." : ""}`;
}
function readMemory(body, key) {
  const texts = memoryTexts(body, key);
  if (texts === void 0) return void 0;
  const now = texts.now.split(";").flatMap(readTold);
  return { now, past: texts.past.split(";").flatMap(readPast), isCut: texts.now.endsWith(".") };
}
var ENTRY = /^([cwn]):([0-9a-zA-Z+/]*={0,2}):([0-9a-f]{16}(?:,[0-9a-f]{16})*)\.?$/;
function readTold(text) {
  const [, letter, words = "", ids = ""] = ENTRY.exec(text) ?? [];
  const severity = SEVERITIES.find((one) => LETTERS[one] === letter);
  if (severity === void 0) return [];
  return [
    { severity, words: rememberedWords(Buffer.from(words, "base64").toString("utf8")), ids: ids.split(",") }
  ];
}
var PAST = /^([a-z]+)\.([0-9a-f]{7})\.(.*)$/;
var KINDS = ["mended", "partly", "milder", "waived"];
function readPast(text) {
  const [, name, commit = "", rest = ""] = PAST.exec(text) ?? [];
  const kind = KINDS.find((one) => one === name);
  return kind === void 0 ? [] : readTold(rest).map((told) => ({ ...told, kind, commit }));
}

// src/github/review/old-memory.ts
import { groupBy } from "../core.js";
import { CHECK_IDS } from "../core.js";
import { CHECKS } from "../core.js";
import { must as must2 } from "../core.js";
var TOLD2 = /^(?:([a-z-]+):)?([0-9a-f]{16})(?:\.(T[1-8]\.\d{1,2}))?$/;
var CHECKS_OF_0_1_0 = [
  "essential-rule",
  "required-access",
  "egress-minimum",
  "exposed-port",
  "duplicate-rule",
  "rule-input",
  "group-lifecycle",
  "ineffective-rule",
  "unknown-group",
  "not-covered",
  "waiver"
];
var TOLD_OF_0_1_0 = /^([0-9a-f]{16})\.(\d{1,2})(?:\.(T[1-8]\.\d{1,2}))?$/;
function readSummaryMemory(body, key) {
  const old = oldMemoryText(body);
  if (old !== void 0) return { ...NOTHING_TOLD, now: readOldTold(old) };
  return readMemory(body, key) ?? NOTHING_TOLD;
}
function readOldTold(list) {
  let check;
  const told = list.split(",").flatMap((text) => {
    const [, name, id, row] = TOLD2.exec(text) ?? [];
    if (id === void 0 || name !== void 0) check = CHECK_IDS.find((one) => one === name);
    if (id === void 0) return readPlaced(text);
    return check === void 0 ? [] : [{ id, check, row }];
  });
  return [...groupBy(told, (one) => one.check).values()].map((same) => {
    const title = must2(
      CHECKS.find(({ id }) => id === same[0].check),
      "each check is in the list"
    ).title.replace(/\.$/, "");
    const rows = same.flatMap(({ row }) => row ?? []);
    const words = rows.length === 0 ? title : `${title} (${rows.join(", ")})`;
    return { severity: "notice", words, ids: same.map(({ id }) => id) };
  });
}
function readPlaced(text) {
  const [, id, index, row] = TOLD_OF_0_1_0.exec(text) ?? [];
  const check = CHECK_IDS.find((one) => one === CHECKS_OF_0_1_0[Number(index)]);
  return id === void 0 || check === void 0 ? [] : [{ id, check, row }];
}

// src/github/api/create-once.ts
async function createOnce(create, find) {
  try {
    return await create();
  } catch (error) {
    if (failureOf(error).kind !== "unreachable") throw error;
    return await find() ?? create();
  }
}

// src/github/review/summary-comment.ts
function isNews({ records }, blocks) {
  const isToRecord = records.some(({ gone, recorded }) => gone.length > recorded.length);
  return isToRecord || blocks.some(({ change }) => change !== "pre-existing");
}
async function findSummary(api, at, taken = WORKFLOW_LOGIN) {
  const { isClaimed, ...standing } = await summaryBy(api, at, taken);
  if (standing.mine !== void 0 || !isClaimed) return standing;
  const login = await viewerOf(api) ?? taken;
  return login === taken ? standing : summaryBy(api, at, login);
}
async function summaryBy(api, { number, key }, login) {
  const marker = summaryMarker(key);
  const hasMarker = (comment) => comment.body.startsWith(marker);
  const isMine = (comment) => hasMarker(comment) && isBy(login, comment);
  const { items, isWhole } = await api.comments(number, isMine);
  const mine = items.find(isMine);
  const isClaimed = items.some((comment) => hasMarker(comment) && !isMine(comment));
  return { login, mine, isClaimed, isUnsure: mine === void 0 && !isWhole };
}
async function viewerOf(api) {
  try {
    return await api.viewer();
  } catch {
    return void 0;
  }
}
async function putSummary(api, summary, { mine, isUnsure }) {
  const body = bodyOf(summary, mine === void 0 ? NOTHING_TOLD : readSummaryMemory(mine.body, summary.key));
  if (mine !== void 0) return bringTo(api, mine, body);
  if (!summary.isNeeded || isUnsure) return void 0;
  const made = await createOnce(
    () => api.createComment(summary.number, body),
    async () => (await findSummary(api, summary)).mine
  );
  return onlySummary(api, summary, made);
}
async function bringTo(api, mine, body) {
  return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
}
async function onlySummary(api, summary, made) {
  const login = made.author?.login ?? WORKFLOW_LOGIN;
  const { mine } = await summaryBy(api, summary, login);
  if (mine === void 0 || mine.id >= made.id) return made;
  await api.deleteComment(made.id);
  return bringTo(api, mine, bodyOf(summary, readSummaryMemory(mine.body, summary.key)));
}
async function withdrawSummary(api, { key }, { mine }, line) {
  if (mine === void 0) return void 0;
  const memory = memoryLine(key, readSummaryMemory(mine.body, key));
  return bringTo(api, mine, [summaryMarker(key), line, memory].join("\n\n"));
}
function bodyOf({ key, commit, now, waived, render }, before) {
  const past = pastOf(before, standingOf(now, waived), commit);
  return [summaryMarker(key), render(toldPast(past, now)), memoryLine(key, { now, past })].join("\n\n");
}
function comparable(body) {
  return body.replaceAll("\r\n", "\n").replaceAll(/\/blob\/[0-9a-f]{40,64}\//g, "/blob/").replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, "/actions/runs/").trimEnd();
}

export {
  keyFrom,
  reviewMarker,
  reviewStart,
  isOldLine,
  isBy,
  toldOf,
  toldIn,
  standingOf,
  pastOf,
  toldPast,
  memoryLine,
  readMemory,
  createOnce,
  readSummaryMemory,
  isNews,
  findSummary,
  putSummary,
  withdrawSummary,
  comparable
};
