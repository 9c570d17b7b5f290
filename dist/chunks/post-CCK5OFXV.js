import {
  renderSummaryComment
} from "./chunk-IDLTCZPZ.js";
import {
  WORKFLOW_LOGIN,
  isBy,
  keyOf,
  lineFingerprints,
  lineMarker,
  memoryMarker,
  readMemory,
  reviewMarker,
  reviewStart,
  summaryMarker
} from "./chunk-KAHHETHD.js";
import {
  failureOf
} from "./chunk-UQJVGZWY.js";
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
} from "./chunk-O2YJO7VK.js";
import {
  bytesOf,
  fitItems
} from "./chunk-ZHBXVDKS.js";
import "./chunk-TIZTVMQR.js";
import {
  CHECKS
} from "./chunk-QCVEO7NE.js";
import {
  blocksOf,
  capped,
  verdictOf
} from "./chunk-RATHH7GC.js";
import "./chunk-KPKQL7XY.js";
import "./chunk-OCJEMXJ2.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";

// src/github/advice.ts
var NEEDED = "permissions: pull-requests: write";
function adviceFor({ kind, status, requestId }, circumstances) {
  const id = requestId === void 0 ? "" : `, request ${requestId.replace(/[^\w:.-]/g, "")}`;
  return `GitHub ${adviceOf(kind, circumstances)} (${status === 0 ? "no status" : status}${id}).`;
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

// src/github/placement.ts
import path from "node:path";

// src/github/patch.ts
var HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
function parsePatch(patch) {
  const right = /* @__PURE__ */ new Map();
  const left = /* @__PURE__ */ new Map();
  const at = { hunk: 0, old: 0, oldLeft: 0, new: 0, newLeft: 0 };
  let isTruncated = false;
  for (const raw of patch === void 0 ? [] : patch.split("\n")) {
    const header = HUNK.exec(raw);
    const isOver = at.oldLeft === 0 && at.newLeft === 0;
    if (header !== null && (isOver || !takesLine(raw, at))) {
      isTruncated ||= !isOver;
      startHunk(at, header);
    } else if (!isOver && !raw.startsWith("\\")) {
      isTruncated ||= !takeLine(raw, at, { right, left });
    } else if (isOver && raw !== "" && !raw.startsWith("\\")) isTruncated = true;
  }
  return { right, left, isTruncated: isTruncated || at.oldLeft > 0 || at.newLeft > 0 };
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
function anchorInBlock({ right }, excerpt) {
  const { from, source, wanted } = excerpt;
  const moved = shiftOf(right, excerpt);
  const lines = source.flatMap((text, index) => {
    const number = from + moved + index;
    const line = right.get(number);
    return line?.text === text ? [{ number, index, isChanged: line.isChanged }] : [];
  }).sort((a, b) => Math.abs(a.index - wanted) - Math.abs(b.index - wanted) || a.index - b.index);
  const [nearest] = lines;
  const best = nearest?.index === wanted ? nearest : lines.find(({ isChanged }) => isChanged) ?? nearest;
  if (best === void 0) return void 0;
  return { side: "RIGHT", line: best.number, startLine: void 0, isExact: best.index === wanted };
}
function shiftOf(right, { from, source }) {
  const [header] = source;
  if (header === void 0 || right.get(from)?.text === header) return 0;
  const places = [...right].filter(([, { text }]) => text === header);
  const [place] = places;
  return places.length === 1 && place !== void 0 ? place[0] - from : 0;
}
var BLOCK = /^\s*(?:resource\s+"([^"]+)"\s+"([^"]+)"|module\s+"([^"]+)")\s*\{/;
function labelsOf(line) {
  return headerOf(line)?.labels;
}
function deletedBlocks({ left, right }) {
  const kept = new Set([...right.values()].map(({ text }) => headerOf(text)?.key));
  return [...left].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    if (header === void 0 || kept.has(header.key)) return [];
    return [{ keyword: header.keyword, labels: header.labels, anchor: leftRange(left, line) }];
  });
}
function headerOf(text) {
  const [all, type, name, module] = BLOCK.exec(text) ?? [];
  if (all === void 0) return void 0;
  const keyword = module === void 0 ? "resource" : "module";
  const labels = [type, name, module].filter((label) => label !== void 0);
  return { keyword, labels, key: [keyword, ...labels].join(" ") };
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

// src/github/placement.ts
var TERRAFORM = /\.(?:tf|tofu)$/;
function isTerraform(file) {
  return TERRAFORM.test(file);
}
function diffOf(files) {
  const wanted = files.filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? ""));
  const parsed = wanted.map(({ path: file, patch }) => ({ path: file, lines: parsePatch(patch) }));
  return {
    files: new Map(parsed.map((file) => [file.path, file.lines])),
    deleted: parsed.flatMap(
      (file) => deletedBlocks(file.lines).map((block) => ({ ...block, path: file.path }))
    ),
    withoutPatch: wanted.filter(({ patch }) => patch === void 0).map((file) => file.path)
  };
}
function placeOf({ causes }, { diff, root, readLines }) {
  for (const cause of causes) {
    const place = deleted(cause, diff, root) ?? standing(cause, diff, readLines);
    if (place !== void 0) return place;
  }
  return void 0;
}
function standing(cause, diff, readLines) {
  const { file, line, address } = cause;
  if (file === null || line === null) return void 0;
  const lines = diff.files.get(file);
  const text = readLines(file);
  if (lines === void 0 || text === void 0) return void 0;
  const excerpt = blockAround(text, line);
  if (isAnothers(excerpt.source[0] ?? "", address)) return void 0;
  const anchor = anchorInBlock(lines, excerpt);
  return anchor === void 0 ? void 0 : { path: file, anchor, ...anchor.isExact ? {} : { instead: line } };
}
function blockAround(text, line) {
  const index = line - 1;
  const closes = (it) => it.startsWith("}");
  const header = text.slice(0, line).findLastIndex((it) => /^[a-z].*\{\s*$/.test(it));
  const isInside = header > text.slice(0, index).findLastIndex(closes);
  if (!isInside) return { from: line, source: text.slice(index, line), wanted: 0 };
  const end = text.findIndex((it, at) => at >= index && closes(it));
  const source = text.slice(header, end === -1 ? void 0 : end + 1);
  return { from: header + 1, source, wanted: index - header };
}
function isAnothers(header, address) {
  const labels = labelsOf(header);
  if (labels === void 0) return false;
  const { modules, type, name } = partsOf(address);
  const [first = "", second] = labels;
  return second === void 0 ? !modules.includes(first) : first !== type || second !== name;
}
function deleted({ address, actions, file }, diff, root) {
  if (!actions.includes("delete") && !actions.includes("forget")) return void 0;
  const { modules, type, name } = partsOf(address);
  const [outermost] = modules;
  const resource = diff.deleted.filter(
    ({ keyword, labels }) => keyword === "resource" && labels[0] === type && labels[1] === name
  );
  const inRoot = (blocks) => blocks.filter(({ path: home }) => path.posix.dirname(home) === root);
  const call = inRoot(diff.deleted).filter(
    ({ keyword, labels }) => keyword === "module" && labels[0] === outermost
  );
  const candidates = modules.length > 0 ? [call, resource] : [inRoot(resource), ...file === null ? [resource] : []];
  const only = candidates.find((blocks) => blocks.length > 0);
  const [block] = only ?? [];
  return only?.length === 1 && block !== void 0 ? { path: block.path, anchor: block.anchor } : void 0;
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

// src/github/changed-files.ts
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
function isCut({ path: path2, status, changes, patch }) {
  return isTerraform(path2) && /^(?:added|modified)$/.test(status) && patch === void 0 && changes === 0;
}

// src/report/review-comment.ts
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
    // The comment stands on the only cause.
    ...block.causes.length > 1 || block.causes[0]?.file === null ? [causeList(block, context)] : [],
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
function suggestion({ suggestion: text }) {
  if (text === void 0 || bytesOf(text) > SUGGESTION_LIMIT) return [];
  const fenced = exactFence(text, "suggestion");
  return fenced === void 0 ? [] : [fenced];
}

// src/github/suggestion.ts
var UPPER_CASE = /^(\s*protocol\s*=\s*")(TCP|UDP|ICMP)("\s*)$/;
var HEADER = /^resource\s+"/;
function suggestionFor({ checks, causes }, { path: path2, anchor }, files) {
  const patch = files.find((file) => file.path === path2)?.patch;
  if (checks.join() !== "rule-input" || causes.length !== 1 || anchor.side !== "RIGHT") return void 0;
  if (patch === void 0 || patch.includes("\r")) return void 0;
  const { right } = parsePatch(patch);
  for (const step of [-1, 1]) {
    for (let number = anchor.line; ; number += step) {
      const line = right.get(number);
      if (line === void 0 || line.text.startsWith("}") && step === 1) break;
      const text = line.text.replace(
        UPPER_CASE,
        (_, start, name, end) => [start, name.toLowerCase(), end].join("")
      );
      if (text !== line.text) return { line: number, text };
      if (HEADER.test(line.text) && (step === -1 || number > anchor.line)) break;
    }
  }
  return void 0;
}

// src/github/notes.ts
function notesIn(files, source) {
  const { report, blocks, context, root, readLines } = source;
  const diff = diffOf(files);
  const found = blocks.flatMap((block) => {
    const place = placeOf(block, { diff, root, readLines });
    if (place === void 0) return [];
    const suggestion2 = suggestionFor(block, place, files);
    const text = renderReviewComment(block, report, {
      ...context,
      ...suggestion2 === void 0 ? {} : { suggestion: suggestion2.text }
    });
    return [
      {
        place: suggestion2 === void 0 ? place : lineOf(place.path, suggestion2.line, "RIGHT"),
        fingerprints: block.findings.map(({ fingerprint }) => fingerprint),
        text: suggestion2 === void 0 ? withHint(text, place) : text
      }
    ];
  });
  return [...found, ...configurationNotes(files, source.configPaths)];
}
function lineOf(path2, line, side) {
  return { path: path2, anchor: { side, line, startLine: void 0 } };
}
function withHint(text, { path: path2, instead }) {
  if (instead === void 0) return text;
  return `${text.trimEnd()}

<sub>It is about line ${instead} of ${code(path2)}, which this diff does not show.</sub>`;
}
function changedConfiguration(files, configPaths) {
  return files.filter(
    ({ path: path2, previousPath }) => configPaths.some((config) => config === path2 || config === previousPath)
  );
}
function configurationNotes(files, configPaths) {
  return changedConfiguration(files, configPaths).flatMap(({ path: path2, patch }) => {
    const { right, left } = parsePatch(patch);
    const [added] = [...right].find(([, { isChanged }]) => isChanged) ?? [];
    const [deleted2] = [...left.keys()];
    const place = added === void 0 ? deleted2 === void 0 ? void 0 : lineOf(path2, deleted2, "LEFT") : lineOf(path2, added, "RIGHT");
    return place === void 0 ? [] : [{ place, fingerprints: [keyOf("configuration", path2)], text: CONFIGURATION_TEXT }];
  });
}
var CONFIGURATION_TEXT = [
  "**This pull request changes the configuration of cce-plan-guard**",
  "The plan was judged with the configuration of the base branch, so that a change cannot waive itself. What changes here counts after the merge."
].join("\n\n");

// src/github/review-draft.ts
var MAX_COMMENTS = 30;
var MAX_BODY_BYTES = 6e4;
function isOurs(review, { login, key }) {
  return isBy(login, review) && review.body.startsWith(reviewStart(key));
}
function isNew({ fingerprints }, known) {
  return fingerprints.some((fingerprint) => !known.has(fingerprint));
}
function draftOf(job, notes, asks) {
  const groups = byPlace(notes);
  const shown = groups.slice(0, MAX_COMMENTS);
  const unsaid = groups.slice(MAX_COMMENTS).flat().length;
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
    const { path: path2, anchor } = note.place;
    const key = JSON.stringify([path2, anchor.side, anchor.line]);
    const same = groups.get(key);
    if (same === void 0) groups.set(key, [note]);
    else same.push(note);
  }
  return [...groups.values()];
}
function commentOf(notes, key) {
  const [first] = notes;
  if (first === void 0) return [];
  const { path: path2, anchor } = first.place;
  const { side, line, startLine } = anchor;
  const start = startLine === void 0 ? {} : { start_line: startLine, start_side: side };
  return [{ path: path2, body: textOf(notes, key), side, line, ...start }];
}
function textOf(notes, key) {
  const texts = [];
  let bytes = 0;
  for (const { text } of notes) {
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_BODY_BYTES) break;
    texts.push(text.trim());
  }
  const left = notes.length - texts.length;
  const more = left > 0 ? [`${left} more in the summary.`] : [];
  const fingerprints = [...new Set(notes.flatMap((note) => note.fingerprints))].slice(0, 200);
  return `${[...texts, ...more].join("\n\n---\n\n")}

${lineMarker(key, fingerprints)}`;
}

// src/github/submit-review.ts
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
      const notes = job.notesIn(items).filter((note) => isNew(note, job.known));
      const asks = draft.event === "REQUEST_CHANGES";
      return notes.length === 0 && !asks ? void 0 : draftOf(job, notes, asks);
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
  const told = new Set(
    items.filter((review) => isOurs(review, job)).flatMap(({ body }) => lineFingerprints(body, job.key))
  );
  const notes = job.notesIn(job.files).filter((note) => isNew(note, job.known) && isNew(note, told));
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

// src/github/review.ts
async function putReview(api, job) {
  const reviews = job.mode === "request-changes" ? (await api.reviews(job.number)).items : [];
  const standing2 = reviews.filter((review) => review.state === "CHANGES_REQUESTED" && isOurs(review, job));
  const warnings = job.fails ? [] : await dismissAll(api, job, standing2);
  const known = await knownFingerprints(api, job);
  const notes = job.notesIn(job.files).filter((note) => isNew(note, known));
  const [last] = standing2.slice(-1);
  const asks = job.mode === "request-changes" && job.fails && !job.isOwn && last === void 0;
  if (job.fails && last !== void 0) await bringUpToDate(api, job, last);
  if (notes.length === 0 && !asks) return { url: last?.url, warnings };
  const posted = await submit(api, { ...job, known }, draftOf(job, notes, asks));
  return { url: posted.url, warnings: [...warnings, ...posted.warnings] };
}
async function knownFingerprints(api, job) {
  if (job.notesIn(job.files).length === 0) return /* @__PURE__ */ new Set();
  const { items } = await api.lineComments(job.number);
  const mine = items.filter((comment) => !comment.isOutdated && isBy(job.login, comment));
  return new Set(mine.flatMap(({ body }) => lineFingerprints(body, job.key)));
}
var DISMISSAL = "The plan of the newest commit passes.";
async function dismissAll(api, { number }, reviews) {
  const warnings = [];
  for (const { id } of reviews) {
    try {
      await api.dismissReview(number, id, DISMISSAL);
    } catch (error) {
      const { status } = failureOf(error);
      warnings.push(
        `The request for changes of an earlier run could not be dismissed (${status}). Dismiss it by hand, or add GitHub Actions to those who may dismiss reviews in the branch protection, or use review: comment.`
      );
    }
  }
  return warnings.slice(0, 1);
}
async function bringUpToDate(api, job, { id, body }) {
  const [marker = ""] = body.split("\n");
  const text = `${marker}
${job.intro({ unsaid: 0 })}`;
  if (body.replaceAll("\r\n", "\n").trimEnd() !== text.trimEnd())
    await api.updateReview(job.number, id, text);
}

// src/github/summary-comment.ts
async function findSummary(api, { number, key }, login) {
  const marker = summaryMarker(key);
  const hasMarker = (comment) => comment.body.startsWith(marker);
  const isMine = (comment) => hasMarker(comment) && isBy(login, comment);
  const { items, isWhole } = await api.comments(number, isMine);
  const mine = items.find(isMine);
  return {
    mine,
    isClaimed: items.some((comment) => hasMarker(comment) && !isMine(comment)),
    isUnsure: mine === void 0 && !isWhole
  };
}
async function putSummary(api, summary, { standing: standing2, login }) {
  const { mine } = standing2;
  const body = bodyOf(summary, mine === void 0 ? { now: [], gone: [] } : readMemory(mine.body));
  if (mine !== void 0) {
    return comparable(mine.body) === comparable(body) ? mine : api.updateComment(mine.id, body);
  }
  if (!summary.isNeeded || standing2.isUnsure) return void 0;
  return create(api, summary, { body, login });
}
async function create(api, summary, { body, login }) {
  try {
    return await api.createComment(summary.number, body);
  } catch (error) {
    if (failureOf(error).kind !== "unreachable") throw error;
    const { mine } = await findSummary(api, summary, login);
    return mine ?? api.createComment(summary.number, body);
  }
}
function bodyOf({ key, report, render }, before) {
  const memory = remember(report, before);
  return [summaryMarker(key), render(memory.gone), memoryMarker(memory)].join("\n\n");
}
function remember({ findings }, before) {
  const found = findings.map((finding) => ({ told: toldOf(finding), isWaived: finding.waived !== null }));
  const now = unique(found.filter(({ isWaived }) => !isWaived).map(({ told }) => told));
  const standing2 = new Set(found.map(({ told }) => told.fingerprint));
  const gone = unique([...before.now, ...before.gone]);
  return { now, gone: gone.filter(({ fingerprint }) => !standing2.has(fingerprint)) };
}
function unique(told) {
  return [...new Map(told.map((it) => [it.fingerprint, it])).values()];
}
function toldOf({ check, requirement, cluster, group, pool, causes }) {
  const subject = requirement === null ? causes.map(({ address }) => address) : [];
  const identity = [check, requirement ?? "", cluster ?? "", group ?? "", pool ?? "", ...subject];
  return { fingerprint: keyOf(...identity), check, requirement };
}
function comparable(body) {
  return body.replaceAll("\r\n", "\n").replace(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, "/actions/runs/").trimEnd();
}

// src/github/post.ts
async function post(connect, job) {
  const progress = { url: void 0, warnings: [] };
  try {
    const note = await postAll(await connect(), job, progress);
    return { ...progress, note };
  } catch (error) {
    const failure = failureOf(error);
    const done = progress.url === void 0 ? "Nothing was posted" : "The review was not posted";
    const warning = `${done} on the pull request: ${adviceFor(failure, circumstancesOf(job.target))}`;
    return { url: progress.url, warnings: [...progress.warnings, warning], note: void 0 };
  }
}
function circumstancesOf({ event, isFork, isDependabot }) {
  const isOwnRun = event === "pull_request";
  return { isFork: isFork && isOwnRun, isDependabot };
}
async function postAll(api, job, progress) {
  const { target } = job;
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) {
    return "The pull request has a newer commit; its own run will report, so this one posts nothing.";
  }
  const files = await changedFiles(api, target.number);
  const blocks = blocksOf(job.report).blocks;
  const { login, standing: standing2 } = await whoAndWhat(api, job);
  const summary = await summarise(api, job, { pull, files, blocks, login, standing: standing2 });
  progress.url = summary?.url;
  if (standing2.isUnsure) {
    progress.warnings = ["There are too many comments to find the summary among them, so none was written."];
  }
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
    notesIn: (items) => notesIn(items, { ...job, blocks }),
    intro: ({ unsaid }) => intro(job, { blocks, summary, unsaid })
  });
  progress.url = review.url ?? progress.url;
  progress.warnings = [...progress.warnings, ...review.warnings];
  return void 0;
}
async function whoAndWhat(api, { target, key }) {
  const at = { number: target.number, key };
  const standing2 = await findSummary(api, at, WORKFLOW_LOGIN);
  if (standing2.mine !== void 0 || !standing2.isClaimed) return { login: WORKFLOW_LOGIN, standing: standing2 };
  const login = await viewerOf(api) ?? WORKFLOW_LOGIN;
  return { login, standing: login === WORKFLOW_LOGIN ? standing2 : await findSummary(api, at, login) };
}
async function viewerOf(api) {
  try {
    return await api.viewer();
  } catch {
    return void 0;
  }
}
async function summarise(api, { target, key, report, context, configPaths }, { pull, files, blocks, login, standing: standing2 }) {
  const config = changedConfiguration(files.items, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incompleteLines(pull, files)];
  const job = {
    number: target.number,
    key,
    report,
    isNeeded: blocks.length > 0 || config.length > 0 || report.conclusion === "fail",
    render: (gone) => [renderSummaryComment(report, { ...context, gone: titlesOf(gone) }).trimEnd(), ...notes].join("\n\n")
  };
  return putSummary(api, job, { standing: standing2, login });
}
function configurationLine(path2) {
  return `**Note:** this pull request changes ${code(path2)}. The plan was judged with the configuration of the base branch.`;
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
