import {
  renderSummaryComment
} from "./chunk-HS7BQ5AX.js";
import {
  CHECK_IDS
} from "./chunk-TIZTVMQR.js";
import {
  isOwnRun,
  stableName
} from "./chunk-XLD2P4XF.js";
import {
  MARKS,
  causeList,
  code,
  exactFence,
  exampleLine,
  prose,
  remedy,
  rowIds,
  rowTable,
  sentenceParagraphs
} from "./chunk-63RQMGDP.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import {
  failureOf
} from "./chunk-7FV5K5YN.js";
import "./chunk-ML5FY7UQ.js";
import {
  NO_PLACE
} from "./chunk-T4XGEMMG.js";
import "./chunk-BJTRCT4Y.js";
import {
  CHECKS
} from "./chunk-3AGVKCJB.js";
import "./chunk-7TTZK7M6.js";
import {
  blocksOf,
  capped,
  verdictOf
} from "./chunk-BOJFIHE6.js";
import "./chunk-56BWB2ZY.js";
import "./chunk-BAKGFU6G.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";

// src/github/api/advice.ts
var NEEDED = "permissions: pull-requests: write";
function adviceFor({ kind, status, requestId }, circumstances) {
  const id = requestId === void 0 ? "" : `, request ${requestId.replace(/[^\w:.-]/g, "")}`;
  const advice = adviceOf(kind, circumstances);
  const needed = advice.includes(NEEDED) ? "" : ` To post, the job needs ${NEEDED}.`;
  return `GitHub ${advice} (${status === 0 ? "no status" : status}${id}).${needed}`;
}
function adviceOf(kind, { isFork, isDependabot }) {
  switch (kind) {
    case "unauthorized":
      return `does not accept the token: it is revoked, expired or mistyped. The job needs a valid github-token with ${NEEDED}`;
    case "forbidden":
      return `does not let the token write on the pull request: ${whose(isFork, isDependabot)}`;
    case "not-found":
      return `finds no such pull request, or hides it from the token. The job needs ${NEEDED} and contents: read`;
    case "refused":
      return "refused what was to be posted";
    case "limited":
      return "limits the rate of requests for longer than is worth waiting. Run the job again later";
    case "unreachable":
      return "could not be reached, or did not answer in time. Run the job again later";
    case "other":
      return "gave an answer that was not expected";
  }
}
function whose(isFork, isDependabot) {
  if (isFork) {
    return `a run for a fork gets a token without ${NEEDED}. See the pair of workflows for forks in examples/workflows`;
  }
  if (isDependabot) return `a run by Dependabot gets a token without ${NEEDED}`;
  return `the job needs ${NEEDED}`;
}

// src/github/review/diff.ts
import path from "node:path";

// src/github/review/anchor.ts
function shownLines({ right, sections }, text) {
  const hunks = /* @__PURE__ */ new Map();
  for (const [number, line] of right) {
    const same = hunks.get(line.hunk);
    if (same === void 0) hunks.set(line.hunk, [[number, line]]);
    else same.push([number, line]);
  }
  const shown = /* @__PURE__ */ new Map();
  for (const [hunk, lines] of hunks) {
    const [from = 0] = lines[0] ?? [];
    const place = placeOf(
      { from, lines: lines.map(([, line]) => line.text), section: sections.get(hunk) ?? "" },
      text
    );
    if (place === void 0) continue;
    for (const [number, { isChanged }] of lines) shown.set(number + place - from, { number, isChanged });
  }
  return shown;
}
function placeOf({ from, lines, section }, text) {
  const places = text.flatMap(
    (line, index) => line === lines[0] && lines.every((it, step) => text[index + step] === it) ? [index + 1] : []
  );
  const isInSection = (place) => text.slice(0, place - 1).findLast((line) => /^[A-Za-z_$]/.test(line))?.startsWith(section) === true;
  const within = section === "" ? [] : places.filter(isInSection);
  const [only, ...others] = within.length > 0 ? within : places;
  if (only === from || others.includes(from)) return from;
  return others.length === 0 ? only : void 0;
}
function anchorIn(shown, { from, to, wanted }) {
  const anchor = ({ number }, isExact) => ({ side: "RIGHT", line: number, startLine: void 0, isExact });
  const exact = shown.get(wanted);
  if (exact !== void 0) return anchor(exact, true);
  const lines = [];
  for (let step = 1; wanted - step >= from || wanted + step <= to; step++) {
    for (const at of [wanted - step, wanted + step]) {
      const line = at >= from && at <= to ? shown.get(at) : void 0;
      if (line !== void 0) lines.push(line);
    }
  }
  const best = lines.find(({ isChanged }) => isChanged) ?? lines[0];
  return best === void 0 ? void 0 : anchor(best, false);
}

// src/github/review/patch.ts
var HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)/;
function parsePatch(patch) {
  const right = /* @__PURE__ */ new Map();
  const left = /* @__PURE__ */ new Map();
  const sections = /* @__PURE__ */ new Map();
  const at = { hunk: 0, old: 0, oldLeft: 0, new: 0, newLeft: 0 };
  let isTruncated = false;
  for (const raw of patch === void 0 ? [] : patch.split("\n")) {
    const header = HUNK.exec(raw);
    const isOver = at.oldLeft === 0 && at.newLeft === 0;
    if (header !== null && (isOver || !takesLine(raw, at))) {
      isTruncated ||= !isOver;
      startHunk(at, header);
      sections.set(at.hunk, (header[5] ?? "").trimEnd());
    } else if (!isOver && !raw.startsWith("\\")) {
      isTruncated ||= !takeLine(raw, at, { right, left });
    } else if (isOver && raw !== "" && !raw.startsWith("\\")) isTruncated = true;
  }
  const isCut2 = isTruncated || at.oldLeft > 0 || at.newLeft > 0;
  return { right, left, sections, isTruncated: isCut2, isCrlf: patch?.includes("\r") === true };
}
function startHunk(at, [, old, oldCount, fresh, freshCount]) {
  at.hunk++;
  at.old = Number(old);
  at.oldLeft = Number(oldCount ?? 1);
  at.new = Number(fresh);
  at.newLeft = Number(freshCount ?? 1);
}
function takesLine(raw, { oldLeft, newLeft }) {
  const mark = raw.charAt(0);
  if (mark === "+") return newLeft > 0;
  if (mark === "-") return oldLeft > 0;
  return (mark === " " || mark === "" || mark === "\r") && oldLeft > 0 && newLeft > 0;
}
function takeLine(raw, at, { right, left }) {
  if (!takesLine(raw, at)) {
    at.oldLeft = 0;
    at.newLeft = 0;
    return false;
  }
  const mark = raw.charAt(0);
  const text = raw.slice(1).replace(/\r$/, "");
  const line = { hunk: at.hunk, text, isChanged: mark === "+" || mark === "-" };
  if (mark !== "+") {
    if (mark === "-") left.set(at.old, line);
    at.old++;
    at.oldLeft--;
  }
  if (mark !== "-") {
    right.set(at.new, line);
    at.new++;
    at.newLeft--;
  }
  return true;
}

// src/github/review/patch-blocks.ts
var HEADER = /^\s*(?:resource\s+"([^"]+)"\s+"([^"]+)"|module\s+"([^"]+)")\s*\{/;
function headerOf(line) {
  const [all, type, name, module] = HEADER.exec(line) ?? [];
  if (all === void 0) return void 0;
  const labels = [type, name, module].filter((label) => label !== void 0);
  return { keyword: module === void 0 ? "resource" : "module", labels };
}
function blockKey({ keyword, labels }) {
  return [keyword, ...labels].join(" ");
}
function shownBlocks({ right }) {
  return [...right].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    return header === void 0 ? [] : [{ ...header, line }];
  });
}
function deletedBlocks(lines) {
  const kept = new Set(shownBlocks(lines).map(blockKey));
  return [...lines.left].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    if (header === void 0 || kept.has(blockKey(header))) return [];
    return [{ ...header, anchor: leftRange(lines.left, line) }];
  });
}
function leftRange(left, from) {
  const first = left.get(from);
  const indent = /^\s*/.exec(first?.text ?? "")?.[0] ?? "";
  let to = from;
  if (!/\}\s*$/.test(first?.text ?? "")) {
    for (let line = left.get(to + 1); line?.hunk === first?.hunk; line = left.get(to + 1)) {
      if (line === void 0 || headerOf(line.text) !== void 0) break;
      to++;
      if (line.text.trimEnd() === `${indent}}`) break;
    }
  }
  return { side: "LEFT", line: to, startLine: to > from ? from : void 0 };
}

// src/github/review/diff.ts
var TERRAFORM = /\.(?:tf|tofu)(?:\.json)?$/;
function isTerraform(file) {
  return TERRAFORM.test(file);
}
function diffOf(files, readLines) {
  const parsed = files.filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? "")).map(({ path: file, previousPath = file, patch }) => ({
    at: { path: file, basePath: previousPath },
    lines: parsePatch(patch)
  }));
  const lines = new Map(parsed.map((file) => [file.at.path, file.lines]));
  const shown = parsed.flatMap((file) => shownBlocks(file.lines).map((block) => ({ ...block, ...file.at })));
  const gone = parsed.flatMap((file) => deletedBlocks(file.lines).map((block) => ({ ...block, ...file.at })));
  const there = new Set(shown.map(keyInFolder));
  const read = once(readLines);
  return {
    readLines: read,
    file: once((file) => {
      const own = lines.get(file);
      if (own === void 0) return void 0;
      const text = read(file);
      return { lines: own, shown: text === void 0 ? void 0 : shownLines(own, text) };
    }),
    // A block that another file of its folder shows has only moved there.
    deleted: gone.filter((block) => !there.has(keyInFolder(block))),
    shown
  };
}
function keyInFolder(block) {
  return JSON.stringify([path.posix.dirname(block.path), blockKey(block)]);
}
function once(ask) {
  const known = /* @__PURE__ */ new Map();
  return (name) => {
    const found = known.get(name) ?? { answer: ask(name) };
    known.set(name, found);
    return found.answer;
  };
}

// src/github/review/changed-files.ts
var SMALL_PAGE = 10;
var MAX_SMALL_PAGES = 3;
async function changedFiles(api, number) {
  const { items, isWhole } = await api.files(number);
  const pages = new Set(
    items.flatMap((file, index) => isCut(file) ? [Math.floor(index / SMALL_PAGE) + 1] : [])
  );
  const again = /* @__PURE__ */ new Map();
  for (const page of [...pages].slice(0, MAX_SMALL_PAGES)) {
    for (const file of await api.filesPage(number, page, SMALL_PAGE)) again.set(file.path, file);
  }
  return { items: items.map((file) => again.get(file.path) ?? file), isWhole };
}
function isCut({ path: path3, status, changes, patch }) {
  return isTerraform(path3) && /^(?:added|modified)$/.test(status) && patch === void 0 && changes === 0;
}

// src/github/review/places.ts
import path2 from "node:path";
function placeOf2({ causes }, search) {
  for (const cause of causes) {
    const place = deletedPlace(cause, search) ?? standingPlace(cause, search.diff);
    if (place !== void 0) return place;
  }
  return void 0;
}
function standingPlace(cause, diff) {
  const spots = spotsOf(cause);
  const [meant] = spots;
  for (const spot of spots) {
    const anchor = anchorAt(spot, cause.address, diff);
    if (anchor === void 0 || meant === void 0) continue;
    const { isExact, ...place } = anchor;
    return { path: spot.file, anchor: place, ...spot === meant && isExact ? {} : { meant } };
  }
  return void 0;
}
function spotsOf({ file, line, isBase, block, call }) {
  const own = file === null || line === null || isBase ? [] : [{ file, line }];
  return [...own, ...[block, call].filter((spot) => spot !== null)];
}
function anchorAt({ file, line }, address, diff) {
  const seen = diff.file(file);
  const text = diff.readLines(file);
  if (seen === void 0) return void 0;
  if (seen.shown === void 0 || text === void 0) {
    const header2 = headerOf(seen.lines.right.get(line)?.text ?? "");
    const isIts = header2 !== void 0 && isOf(header2, address);
    return isIts ? { side: "RIGHT", line, startLine: void 0, isExact: true } : void 0;
  }
  const around = blockAround(text, line);
  const header = headerOf(text[around.from - 1] ?? "");
  return header !== void 0 && !isOf(header, address) ? void 0 : anchorIn(seen.shown, around);
}
function blockAround(text, line) {
  const index = line - 1;
  const closes = (it) => it.startsWith("}");
  const header = text.slice(0, line).findLastIndex((it) => /^[a-z].*\{\s*$/.test(it));
  const isInside = header > text.slice(0, index).findLastIndex(closes);
  if (!isInside) return { from: line, to: line, wanted: line };
  const end = text.findIndex((it, at) => at >= index && closes(it));
  return { from: header + 1, to: end === -1 ? text.length : end + 1, wanted: line };
}
function isOf({ keyword, labels }, address) {
  const { modules, type, name } = partsOf(address);
  const [first = "", second] = labels;
  return keyword === "module" ? modules.includes(first) : first === type && second === name;
}
function deletedPlace(cause, { diff, root }) {
  const { address, actions, file, isBase } = cause;
  if (!actions.includes("delete") && !actions.includes("forget")) return void 0;
  const named = diff.deleted.filter((block2) => isOf(block2, address));
  if (named.length === 0 || stands(cause, diff)) return void 0;
  const isInRoot = ({ path: home }) => path2.posix.dirname(home) === root;
  const [outermost] = partsOf(address).modules;
  const calls = named.filter(({ keyword, labels }) => keyword === "module" && labels[0] === outermost);
  const resources = named.filter(({ keyword }) => keyword === "resource");
  const candidates = [
    isBase ? named.filter(({ basePath }) => basePath === file) : [],
    (outermost === void 0 ? resources : calls).filter(isInRoot),
    outermost === void 0 && file !== null ? [] : resources.filter((block2) => !isInRoot(block2))
  ].find((blocks) => blocks.length > 0);
  const [block, ...others] = candidates ?? [];
  return block === void 0 || others.length > 0 ? void 0 : { path: block.path, anchor: block.anchor };
}
function stands(cause, { readLines }) {
  return spotsOf(cause).some(({ file, line }) => {
    const text = readLines(file);
    const header = text === void 0 ? void 0 : headerOf(text[blockAround(text, line).from - 1] ?? "");
    return header?.keyword === "resource" && isOf(header, cause.address);
  });
}
function shownPlace({ address }, { diff, root }) {
  const [outermost] = partsOf(address).modules;
  const [block, ...others] = diff.shown.filter(
    (it) => path2.posix.dirname(it.path) === root && diff.readLines(it.path) === void 0 && (outermost === void 0 ? isOf(it, address) : it.keyword === "module" && it.labels[0] === outermost)
  );
  return block === void 0 || others.length > 0 ? void 0 : { file: block.path, line: block.line };
}
function partsOf(address) {
  const bare = address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, "");
  const parts = bare.split(".");
  const modules = [];
  while (parts[0] === "module" && parts.length > 2) {
    const [, name = ""] = parts.splice(0, 2);
    modules.push(name);
  }
  return { modules, type: parts[0], name: parts[1] };
}

// src/github/review/diff-places.ts
function withDiffPlaces(report, diff, roots) {
  const findings = report.findings.map((finding) => {
    const search = { diff, root: roots[finding.plan] };
    return { ...finding, causes: finding.causes.map((cause) => withLines(cause, search)) };
  });
  return { ...report, findings };
}
function withLines(cause, search) {
  if (cause.file !== null) return cause;
  const { address, actions } = cause;
  const gone = deletedPlace(cause, search);
  if (gone !== void 0) {
    const { line, startLine = line } = gone.anchor;
    const lines = { file: gone.path, line: startLine, endLine: line, isBase: true };
    return { ...NO_PLACE, address, actions, ...lines };
  }
  const shown = shownPlace(cause, search);
  return shown === void 0 ? cause : { ...NO_PLACE, address, actions, ...shown, endLine: shown.line };
}

// src/github/review/marker.ts
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

// src/format/markdown/review-comment.ts
var LIMIT = 6e4;
var SUGGESTION_LIMIT = 8e3;
var ROWS_LIMIT = 25e3;
var ID_LIMIT = 12;
function renderReviewComment(block, report, context) {
  const ids = rowIds(block);
  const kind = [
    block.severity,
    ...block.change === "introduced" ? [] : [block.change],
    ...ids.length === 0 ? [] : [capped(ids, ID_LIMIT)]
  ].join(", ");
  const paragraphs = [
    `**${prose(block.title)}** (${prose(kind)})`,
    ...isAtItsOnlyCause(block) ? [] : [causeList(block, context)],
    rowTable(block, ROWS_LIMIT),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...suggestion(context)
  ].filter((text) => text !== "");
  const used = paragraphs.reduce((sum, text) => sum + bytesOf(text) + 2, 0);
  const items = [...paragraphs, remedy(block, report, LIMIT - used)].map((text) => `${text}
`);
  return fitItems({
    items,
    total: items.length,
    limit: LIMIT,
    more: () => "The rest is in the job summary.\n"
  });
}
function isAtItsOnlyCause({ causes }) {
  const [cause, ...others] = causes;
  if (cause === void 0) return true;
  return others.length === 0 && cause.file !== null && cause.block === null && cause.call === null;
}
function suggestion({ suggestion: text }) {
  if (text === void 0 || bytesOf(text) > SUGGESTION_LIMIT) return [];
  const fenced = exactFence(text, "suggestion");
  return fenced === void 0 ? [] : [fenced];
}

// src/github/review/suggestion.ts
var UPPER_CASE = /^(\s*protocol\s*=\s*")(TCP|UDP|ICMP)("\s*)$/;
function suggestionFor({ checks, causes }, { path: path3, anchor }, diff) {
  const lines = diff.file(path3)?.lines;
  if (checks.join() !== "rule-input" || causes.length !== 1 || anchor.side !== "RIGHT") return void 0;
  if (lines === void 0 || lines.isCrlf) return void 0;
  for (const number of resourceLines(lines.right, anchor.line)) {
    const line = lines.right.get(number)?.text ?? "";
    const text = line.replace(
      UPPER_CASE,
      (_, start, name, end) => [start, name.toLowerCase(), end].join("")
    );
    if (text !== line) return { line: number, text };
  }
  return void 0;
}
function resourceLines(right, at) {
  const begins = (number) => /^[a-z]/.test(right.get(number)?.text ?? "");
  const ends = (number) => right.get(number)?.text.startsWith("}") !== false;
  let from = at;
  while (!begins(from) && !ends(from - 1)) from--;
  let to = at;
  while (!ends(to) && right.has(to + 1) && !begins(to + 1)) to++;
  const isOther = begins(from) && headerOf(right.get(from)?.text ?? "")?.keyword !== "resource";
  return isOther ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

// src/github/review/told.ts
function planOf({ plans }, { plan }) {
  return stableName(plans[plan]?.path ?? "");
}
function fingerprintIn(report, finding) {
  return keyOf(planOf(report, finding), finding.fingerprint);
}
function toldOf(report, finding) {
  const { check, requirement, cluster, group, pool, causes } = finding;
  const subject = requirement === null ? causes.map(({ address }) => address) : [];
  const identity = [check, requirement ?? "", cluster ?? "", group ?? "", pool ?? "", ...subject];
  return { fingerprint: keyOf(planOf(report, finding), ...identity), check, requirement };
}

// src/github/review/notes.ts
function notesIn(files, source) {
  const { context, roots, readLines } = source;
  const diff = diffOf(files, readLines);
  const report = withDiffPlaces(source.report, diff, roots);
  const found = blocksOf(report).blocks.flatMap((block) => {
    const place = placeOf2(block, { diff, root: roots[block.plan] });
    if (place === void 0) return [];
    const suggestion2 = suggestionFor(block, place, diff);
    const text = () => renderReviewComment(block, report, { ...context, suggestion: suggestion2?.text });
    return [
      {
        place: suggestion2 === void 0 ? place : lineOf(place.path, suggestion2.line, "RIGHT"),
        fingerprints: block.findings.map((finding) => fingerprintIn(report, finding)),
        told: block.findings.map((finding) => toldOf(report, finding).fingerprint),
        text: suggestion2 === void 0 ? () => withHint(text(), place) : text
      }
    ];
  });
  return [...found, ...configurationNotes(files, source.configPaths)];
}
function lineOf(path3, line, side) {
  return { path: path3, anchor: { side, line, startLine: void 0 } };
}
function withHint(text, { meant }) {
  if (meant === void 0) return text;
  const { file, line } = meant;
  return `${text.trimEnd()}

<sub>It is about line ${line} of ${code(file)}, which this diff does not show.</sub>`;
}
function changedConfiguration(files, configPaths) {
  return files.filter(
    ({ path: path3, previousPath }) => configPaths.some((config) => config === path3 || config === previousPath)
  );
}
function configurationNotes(files, configPaths) {
  return changedConfiguration(files, configPaths).flatMap(({ path: path3, patch }) => {
    const { right, left } = parsePatch(patch);
    const [added] = [...right].find(([, { isChanged }]) => isChanged) ?? [];
    const [deleted] = [...left.keys()];
    const place = added === void 0 ? deleted === void 0 ? void 0 : lineOf(path3, deleted, "LEFT") : lineOf(path3, added, "RIGHT");
    if (place === void 0) return [];
    const fingerprint = keyOf("configuration", path3);
    return [{ place, fingerprints: [fingerprint], told: [fingerprint], text: () => CONFIGURATION_TEXT }];
  });
}
var CONFIGURATION_TEXT = [
  "**This pull request changes the configuration of cce-plan-guard**",
  "The plan was judged with the configuration of the base branch, so that a change cannot waive itself. What changes here counts after the merge."
].join("\n\n");

// src/github/review/review-draft.ts
var MAX_COMMENTS = 30;
var MAX_BODY_BYTES = 6e4;
function isOurs(review, { login, key }) {
  return isBy(login, review) && review.body.startsWith(reviewStart(key));
}
function unsaidOf(notes, { comments, fingerprints, mayBeSaidIn }, before) {
  const known = new Set(before?.now.map(({ fingerprint }) => fingerprint));
  const isNews = ({ told }) => before !== void 0 && !isCutMemory(before) && told.some((it) => !known.has(it));
  return notes.filter((note) => note.fingerprints.some((it) => !fingerprints.has(it))).filter((note) => comments < MAX_COMMENTS && !mayBeSaidIn(note.place.path) || isNews(note));
}
function draftOf(job, { notes, said, asks }) {
  const groups = byPlace(notes);
  const room = said.comments < MAX_COMMENTS ? MAX_COMMENTS - said.comments : MAX_COMMENTS;
  const shown = groups.slice(0, room);
  const unsaid = groups.slice(room).flat().length;
  return {
    commit_id: job.headSha,
    event: asks ? "REQUEST_CHANGES" : "COMMENT",
    body: `${reviewMarker(job.key, job.run)}
${job.intro({ unsaid })}`,
    comments: shown.flatMap((group) => commentOf(group, job.key))
  };
}
function byPlace(notes) {
  const groups = /* @__PURE__ */ new Map();
  for (const note of notes) {
    const { path: path3, anchor } = note.place;
    const key = JSON.stringify([path3, anchor.side, anchor.line]);
    const same = groups.get(key);
    if (same === void 0) groups.set(key, [note]);
    else same.push(note);
  }
  return [...groups.values()];
}
function commentOf(notes, key) {
  const [first] = notes;
  if (first === void 0) return [];
  const { path: path3, anchor } = first.place;
  const { side, line, startLine } = anchor;
  const start = startLine === void 0 ? {} : { start_line: startLine, start_side: side };
  return [{ path: path3, body: textOf(notes, key), side, line, ...start }];
}
function textOf(notes, key) {
  const texts = [];
  let bytes = 0;
  for (const note of notes) {
    const text = note.text();
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_BODY_BYTES) break;
    texts.push(text.trim());
  }
  const left = notes.length - texts.length;
  const more = left > 0 ? [`${left} more in the summary.`] : [];
  const fingerprints = [...new Set(notes.flatMap((note) => note.fingerprints))];
  return `${[...texts, ...more].join("\n\n---\n\n")}

${lineMarker(key, fingerprints)}`;
}

// src/github/review/submit-review.ts
async function submit(api, job, first) {
  const tried = /* @__PURE__ */ new Set();
  const warnings = [];
  let draft = first;
  while (draft !== void 0) {
    try {
      const { url } = await createOnce(api, job, draft);
      return { url, warnings };
    } catch (error) {
      const failure = failureOf(error);
      const rung = failure.kind === "refused" ? rungFor(failure.text, draft, tried) : void 0;
      if (rung === void 0) throw error;
      tried.add(rung);
      if (rung === "fold") warnings.push(`GitHub refused the comments on lines (422): ${FOLDED}`);
      draft = await climb(api, job, { draft, rung });
    }
  }
  return { url: void 0, warnings };
}
var FOLDED = "they stand in the text of the review and in the summary.";
function rungFor(text, draft, tried) {
  const wanted = /pending review/i.test(text) ? ["pending"] : /own pull request/i.test(text) ? ["own"] : draft.comments.length > 0 ? ["lines", "fold"] : [];
  return wanted.find((rung) => !tried.has(rung));
}
async function climb(api, job, { draft, rung }) {
  switch (rung) {
    case "own":
      return draft.comments.length === 0 ? void 0 : { ...draft, event: "COMMENT" };
    case "pending":
      await deletePending(api, job);
      return draft;
    case "lines": {
      const { headSha } = await api.pullRequest(job.number);
      if (headSha !== job.headSha) return void 0;
      const { items } = await changedFiles(api, job.number);
      const notes = unsaidOf(job.notesIn(items), job.said, job.before);
      const asks = draft.event === "REQUEST_CHANGES";
      return notes.length === 0 && !asks ? void 0 : draftOf(job, { notes, said: job.said, asks });
    }
    case "fold":
      return fold(api, job, draft);
  }
}
async function deletePending(api, { number, login }) {
  const { items } = await api.reviews(number);
  for (const review of items) {
    if (review.state === "PENDING" && isBy(login, review)) await api.deletePendingReview(number, review.id);
  }
}
async function fold(api, job, draft) {
  const { items } = await api.reviews(job.number);
  const folded = items.filter((review) => isOurs(review, job)).flatMap(({ body }) => lineFingerprints(body, job.key));
  const said = { ...job.said, fingerprints: /* @__PURE__ */ new Set([...job.said.fingerprints, ...folded]) };
  const notes = unsaidOf(job.notesIn(job.files), said, job.before);
  if (notes.length === 0 && draft.event === "COMMENT") return void 0;
  return { ...draft, comments: [], body: `${draft.body}

${textOf(notes, job.key)}` };
}
async function createOnce(api, job, draft) {
  try {
    return await api.createReview(job.number, draft);
  } catch (error) {
    if (failureOf(error).kind !== "unreachable") throw error;
    const marker = reviewMarker(job.key, job.run);
    const { items } = await api.reviews(job.number);
    const found = items.find((review) => isBy(job.login, review) && review.body.startsWith(marker));
    return found ?? api.createReview(job.number, draft);
  }
}

// src/github/review/review.ts
async function putReview(api, job) {
  const reviews = job.mode === "request-changes" ? (await api.reviews(job.number)).items : [];
  const standing = reviews.filter((review) => review.state === "CHANGES_REQUESTED" && isOurs(review, job));
  const warnings = job.fails ? [] : await dismissAll(api, job, standing);
  const all = job.notesIn(job.files);
  const said = all.length === 0 ? NOTHING_SAID : await saidBefore(api, job);
  const notes = unsaidOf(all, said, job.before);
  const [last] = standing.slice(-1);
  const asks = job.mode === "request-changes" && job.fails && !job.isOwn && last === void 0;
  if (job.fails && last !== void 0) await bringUpToDate(api, job, last);
  if (notes.length === 0 && !asks) return { url: last?.url, warnings };
  const posted = await submit(api, { ...job, said }, draftOf(job, { notes, said, asks }));
  return { url: posted.url, warnings: [...warnings, ...posted.warnings] };
}
var NOTHING_SAID = { comments: 0, fingerprints: /* @__PURE__ */ new Set(), mayBeSaidIn: () => false };
async function saidBefore(api, { number, key, login }) {
  const { items, isWhole } = await api.lineComments(number);
  const mine = items.filter(
    (comment) => !comment.isOutdated && isBy(login, comment) && lineFingerprints(comment.body, key).length > 0
  );
  const cut = new Set(mine.filter(({ body }) => isCutLine(body)).map(({ path: path3 }) => path3));
  return {
    comments: mine.length,
    fingerprints: new Set(mine.flatMap(({ body }) => lineFingerprints(body, key))),
    mayBeSaidIn: (path3) => !isWhole || cut.has(path3)
  };
}
var DISMISSAL = "The plan of the newest commit passes.";
async function dismissAll(api, { number }, reviews) {
  const warnings = [];
  for (const { id } of reviews) {
    try {
      await api.dismissReview(number, id, DISMISSAL);
    } catch (error) {
      const { status, text } = failureOf(error);
      if (/\bdismissed\b/.test(text)) continue;
      warnings.push(
        `The request for changes of an earlier run could not be dismissed (${status}). Dismiss it by hand, or add GitHub Actions to those who may dismiss reviews in the branch protection, or use review: comment.`
      );
    }
  }
  return warnings.slice(0, 1);
}
async function bringUpToDate(api, job, { id, body }) {
  const [marker = "", first = "", ...rest] = body.replaceAll("\r\n", "\n").split("\n");
  const intro2 = job.intro({ unsaid: 0 });
  if (first.startsWith(intro2)) return;
  await api.updateReview(job.number, id, [marker, intro2, ...rest].join("\n"));
}

// src/github/review/summary-comment.ts
async function findSummary(api, at) {
  const { isClaimed, ...standing } = await summaryBy(api, at, WORKFLOW_LOGIN);
  if (standing.mine !== void 0 || !isClaimed) return standing;
  const login = await viewerOf(api) ?? WORKFLOW_LOGIN;
  return login === WORKFLOW_LOGIN ? standing : summaryBy(api, at, login);
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
  const body = bodyOf(summary, mine === void 0 ? { now: [], gone: [] } : readMemory(mine.body));
  if (mine !== void 0) {
    return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
  }
  if (!summary.isNeeded || isUnsure) return void 0;
  return create(api, summary, body);
}
async function create(api, summary, body) {
  try {
    return await api.createComment(summary.number, body);
  } catch (error) {
    if (failureOf(error).kind !== "unreachable") throw error;
    const { mine } = await findSummary(api, summary);
    return mine ?? api.createComment(summary.number, body);
  }
}
function bodyOf({ key, report, render }, before) {
  const memory = remember(report, before);
  return [summaryMarker(key), render(memory.gone), memoryMarker(memory)].join("\n\n");
}
function remember(report, before) {
  const found = report.findings.map((finding) => ({
    told: toldOf(report, finding),
    isWaived: finding.waived !== null
  }));
  const now = unique(found.filter(({ isWaived }) => !isWaived).map(({ told }) => told));
  const standing = new Set(found.map(({ told }) => told.fingerprint));
  const gone = unique([...before.now, ...before.gone]);
  return { now, gone: gone.filter(({ fingerprint }) => !standing.has(fingerprint)) };
}
function unique(told) {
  return [...new Map(told.map((it) => [it.fingerprint, it])).values()];
}
function comparable(body) {
  return body.replaceAll("\r\n", "\n").replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, "/actions/runs/").trimEnd();
}

// src/github/review/post.ts
async function post(connect, job) {
  const progress = { url: void 0, warnings: [] };
  try {
    const note = await postAll(await connect(), { ...job, key: keyOf(...job.use) }, progress);
    return { ...progress, note };
  } catch (error) {
    const failure = failureOf(error);
    const done = progress.url === void 0 ? "Nothing was posted" : "The review was not posted";
    const warning = `${done} on the pull request: ${adviceFor(failure, circumstancesOf(job.target))}`;
    return { url: progress.url, warnings: [...progress.warnings, warning] };
  }
}
function circumstancesOf(target) {
  return { isFork: target.isFork && isOwnRun(target.event), isDependabot: target.isDependabot };
}
async function postAll(api, job, progress) {
  const { target } = job;
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) {
    return "The pull request has a newer commit; its own run will report, so this one posts nothing.";
  }
  const files = await changedFiles(api, target.number);
  const { blocks } = blocksOf(job.report);
  const standing = await findSummary(api, { number: target.number, key: job.key });
  const summary = await summarise(api, job, { pull, files, blocks, standing });
  progress.url = summary?.url;
  if (standing.isUnsure) {
    progress.warnings = ["There are too many comments to find the summary among them, so none was written."];
  }
  const login = summary?.author?.login ?? standing.login;
  const review = await putReview(api, {
    number: target.number,
    headSha: target.headSha,
    key: job.key,
    run: job.run,
    login,
    mode: job.mode,
    fails: job.report.conclusion === "fail",
    isOwn: pull.author === login,
    files: files.items,
    before: standing.mine === void 0 ? void 0 : readMemory(standing.mine.body),
    notesIn: (items) => notesIn(items, job),
    intro: ({ unsaid }) => intro(job, { blocks, summary, unsaid })
  });
  progress.url = review.url ?? progress.url;
  progress.warnings = [...progress.warnings, ...review.warnings];
  return void 0;
}
async function summarise(api, { target, key, context, configPaths, readLines, roots, ...found }, { pull, files, blocks, standing }) {
  const report = withDiffPlaces(found.report, diffOf(files.items, readLines), roots);
  const config = changedConfiguration(files.items, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incompleteLines(pull, files)];
  const job = {
    number: target.number,
    key,
    report,
    isNeeded: blocks.length > 0 || config.length > 0 || report.conclusion === "fail",
    render: (gone) => [renderSummaryComment(report, { ...context, gone: titlesOf(gone) }).trimEnd(), ...notes].join("\n\n")
  };
  return putSummary(api, job, standing);
}
function configurationLine(path3) {
  return `**Note:** this pull request changes ${code(path3)}. The plan was judged with the configuration of the base branch.`;
}
function incompleteLines({ changedFiles: total }, { items }) {
  if (total === void 0 || total <= items.length) return [];
  return [
    `GitHub lists ${items.length} of the ${total} changed files; findings in the others have no comment on a line.`
  ];
}
function titlesOf(gone) {
  return CHECKS.flatMap(({ id, title }) => {
    const mine = gone.filter(({ check }) => check === id);
    const rows = [...new Set(mine.flatMap(({ requirement }) => requirement ?? []))];
    return mine.length === 0 ? [] : [rows.length === 0 ? title : `${title} (${rows.join(", ")})`];
  });
}
function intro({ report, context }, found) {
  const { blocks, summary, unsaid } = found;
  const mark = report.conclusion === "fail" ? MARKS.critical : blocks.length > 0 ? MARKS.warning : "✔";
  const label = context.label === void 0 || context.label === "" ? [] : [code(context.label)];
  const more = unsaid > 0 ? [`${unsaid} more stand only there`] : [];
  const link = summary === void 0 ? [] : [`[summary](${summary.url})`];
  return [`${mark} ${verdictOf(report, blocks)}`, ...label, ...link, ...more].join(" · ");
}
export {
  post
};
