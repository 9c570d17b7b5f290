import {
  blockAtStart,
  likelyEnd
} from "./chunk-PW2HHG4G.js";
import {
  comparable,
  createOnce,
  findSummary,
  isBy,
  isNews,
  isOldLine,
  keyFrom,
  memoryLine,
  pastOf,
  putSummary,
  readMemory,
  readSummaryMemory,
  reviewMarker,
  reviewStart,
  standingOf,
  toldIn,
  toldOf,
  toldPast,
  withdrawSummary
} from "./chunk-I57LC77J.js";
import {
  renderPast,
  renderSummaryComment
} from "./chunk-R2U5IKOY.js";
import {
  loadHcl
} from "./chunk-SSUS6WJN.js";
import {
  headersIn,
  spanOf
} from "./chunk-I2EO7LXB.js";
import {
  isOwnRun
} from "./chunk-RUSAJM5U.js";
import {
  renderSwitchedOff,
  renderUnjudged
} from "./chunk-3CP5DA3D.js";
import {
  adviceFor,
  failureOf
} from "./chunk-ZED27UPZ.js";
import {
  alertBox,
  causeList,
  checkInCell,
  code,
  commitWords,
  exactFence,
  exampleLine,
  pageParagraphs,
  prose,
  remedy,
  rowInCell,
  rowTable,
  sentenceParagraphs
} from "./chunk-XEKRDPX6.js";
import "./chunk-J44IHLJW.js";
import "./chunk-BPHTC5HE.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import "./chunk-R2SAQLJI.js";
import "./chunk-SEWDMQ6Q.js";

// src/github/review/post.ts
import { affordable, spend as spend3 } from "../core.js";
import { memo as memo2 } from "../core.js";
import { tellingOf } from "../core.js";

// src/source/hcl/blocks.ts
async function openBlocks(grammar) {
  const hcl = await grammar().then(loadHcl, () => void 0);
  return (lines) => {
    const text = lines.join("\n");
    const headers = headersIn(text);
    if (hcl === void 0 || headers.length === 0) return [];
    return blocksOfWhole(hcl, text, headers) ?? blocksOfPart(hcl, text, headers);
  };
}
function blocksOfWhole(hcl, text, headers) {
  return hcl.parse(text, (root) => {
    if (root.hasError) return void 0;
    return headers.flatMap(({ start, keyword, labels }) => {
      const block = root.descendantForIndex(start, start + 1)?.parent;
      if (block?.type !== "block" || block.startIndex !== start || block.parent?.parent?.equals(root) !== true) {
        return [];
      }
      const { line, endLine } = spanOf(block, 0);
      return [{ keyword, labels, from: line, to: endLine }];
    });
  });
}
var AGAIN_LIMIT_CHARS = 1e5;
function blocksOfPart(hcl, text, headers) {
  const blocks = [];
  let left = text.length + AGAIN_LIMIT_CHARS;
  let [above, counted, told] = [0, 0, 0];
  const closedAt = (start, end) => {
    left -= end - start;
    const block = left < 0 ? void 0 : blockAtStart(hcl, text.slice(start, end), above);
    return block?.isBroken === false ? block.endLine : void 0;
  };
  for (const [at, { keyword, labels, start }] of headers.entries()) {
    above += lineBreaksIn(text.slice(counted, start));
    counted = start;
    if (above < told) continue;
    const cut = text.slice(start, headers[at + 1]?.start).trimEnd();
    told = closedAt(start, likelyEnd(text, start)) ?? closedAt(start, text.length) ?? above + 1 + lineBreaksIn(cut);
    blocks.push({ keyword, labels, from: above + 1, to: told });
  }
  return blocks;
}
function lineBreaksIn(text) {
  return text.split("\n").length - 1;
}

// src/github/review/diff.ts
import path from "node:path";
import { groupBy as groupBy2, memo } from "../core.js";

// src/github/review/anchor.ts
import { spend } from "../core.js";
import { groupBy } from "../core.js";
import { must } from "../core.js";
function shownLines({ right, sections }, text) {
  const shown = /* @__PURE__ */ new Map();
  const judged = numbered(text);
  for (const [hunk, lines] of groupBy(right, ([, line]) => line.hunk)) {
    const [[from]] = lines;
    const section = must(sections.get(hunk), "each hunk has a header");
    const start = startOf({ from, lines: lines.map(([, line]) => line.text), section }, judged);
    if (start === void 0) continue;
    for (const [number, { isChanged }] of lines) shown.set(number + start - from, { number, isChanged });
  }
  return shown;
}
function numbered(text) {
  const numbers = /* @__PURE__ */ new Map();
  const lines = [];
  const sections = [];
  let section = "";
  for (const line of text) {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    lines.push(number);
    sections.push(section);
    if (/^[A-Za-z_$]/.test(line)) section = line;
  }
  return { lines, numberOf: (line) => numbers.get(line), sections };
}
function startOf({ from, lines, section }, text) {
  const starts = startsOf(lines, text);
  const isInSection = (start) => text.sections[start - 1]?.startsWith(section) === true;
  const within = section === "" ? [] : starts.filter(isInSection);
  const [only, ...others] = within.length > 0 ? within : starts;
  if (only === from || others.includes(from)) return from;
  return others.length === 0 ? only : void 0;
}
function startsOf(lines, { lines: text, numberOf }) {
  const wanted = lines.map(numberOf);
  if (wanted.includes(void 0)) return [];
  spend(wanted.length + text.length);
  const fallback = [0];
  for (let at = 1, fits = 0; at < wanted.length; at++) {
    while (fits > 0 && wanted[at] !== wanted[fits]) fits = must(fallback[fits - 1], "made before");
    if (wanted[at] === wanted[fits]) fits++;
    fallback.push(fits);
  }
  const starts = [];
  for (let at = 0, fits = 0; at < text.length; at++) {
    while (fits > 0 && text[at] !== wanted[fits]) fits = must(fallback[fits - 1], "made before");
    if (text[at] === wanted[fits]) fits++;
    if (fits < wanted.length) continue;
    starts.push(at + 2 - fits);
    fits = must(fallback[fits - 1], "made before");
  }
  return starts;
}
function anchorIn(shown, { from, to, wanted }) {
  const anchor = ({ number }, isExact) => ({ side: "RIGHT", line: number, startLine: void 0, isExact });
  const exact = shown.get(wanted);
  if (exact !== void 0) return anchor(exact, true);
  const lines = [];
  spend(to - from);
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
import { must as must2 } from "../core.js";
var HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@ ?(.*)/;
function parsePatch(patch) {
  const right = /* @__PURE__ */ new Map();
  const left = /* @__PURE__ */ new Map();
  const sections = /* @__PURE__ */ new Map();
  let isTruncated = false;
  let [base, head] = [sideFrom("0", "0"), sideFrom("0", "0")];
  for (const raw of patch?.split("\n") ?? []) {
    const [header, oldFrom, oldCount, newFrom, newCount, section] = HUNK.exec(raw) ?? [];
    const isOver = base.left === 0 && head.left === 0;
    if (header !== void 0) {
      isTruncated ||= !isOver;
      [base, head] = [sideFrom(oldFrom, oldCount), sideFrom(newFrom, newCount)];
      sections.set(sections.size + 1, must2(section, "the pattern ends in it").trimEnd());
      continue;
    }
    if (raw.startsWith("\\") || isOver && raw === "") continue;
    const mark = raw.charAt(0);
    const sides = [...mark === "+" ? [] : [base], ...mark === "-" ? [] : [head]];
    if (!MARKS.includes(mark) || sides.some((side) => side.left === 0)) {
      isTruncated = true;
      [base.left, head.left] = [0, 0];
      continue;
    }
    const isChanged = sides.length === 1;
    const line = { hunk: sections.size, text: raw.slice(1).replace(/\r$/, ""), isChanged };
    if (mark === "-") left.set(base.next, line);
    else right.set(head.next, line);
    for (const side of sides) {
      side.next++;
      side.left--;
    }
  }
  isTruncated ||= base.left > 0 || head.left > 0;
  return { right, left, sections, isTruncated, isCrlf: patch?.includes("\r") === true };
}
var MARKS = ["+", "-", " ", "", "\r"];
function sideFrom(from = "0", count = "1") {
  return { next: Number(from), left: Number(count) };
}

// src/github/review/diff.ts
function blockName({ keyword, labels }) {
  return `${keyword} ${labels.join(".")}`;
}
function diffOf(files, { readLines, blocksIn }) {
  const parsed = files.filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? "")).map(({ path: file, previousPath: basePath = file, patch }) => {
    const lines = parsePatch(patch);
    const at = { path: file, basePath };
    const head = blocksOfSide(lines.right, blocksIn);
    return { at, lines, head, base: blocksOfSide(lines.left, blocksIn) };
  });
  const shown = parsed.flatMap(({ at, head }) => makers(head).map((block) => ({ ...block, ...at })));
  const gone = parsed.flatMap(({ at, base }) => makers(base).map((block) => ({ ...block, ...at })));
  const there = new Set(shown.map(keyInFolder));
  const byPath = new Map(parsed.map((file) => [file.at.path, file]));
  const textOf = memo(readLines);
  const blocksOf2 = memo((file) => {
    const text = textOf(file);
    return text === void 0 ? void 0 : blocksIn(text);
  });
  return {
    file: memo((file) => {
      const { lines, head } = byPath.get(file) ?? {};
      if (lines === void 0 || head === void 0) return void 0;
      const text = textOf(file);
      const shown2 = text === void 0 ? ownLines(lines) : shownLines(lines, text);
      const judged = new Map([...shown2].map(([line, { number }]) => [number, line]));
      const blocks = text === void 0 ? head : blocksOf2(file) ?? [];
      return { lines, isRead: text !== void 0, shown: shown2, judged, blocks };
    }),
    blocksOf: blocksOf2,
    // The same on the other side, or in another file of the folder: the block is edited or moved, not deleted.
    deleted: groupBy2(
      gone.filter((block) => !there.has(keyInFolder(block))),
      blockName
    ),
    shown: groupBy2(shown, blockName)
  };
}
function ownLines({ right }) {
  return new Map([...right].map(([number, { isChanged }]) => [number, { number, isChanged }]));
}
function blocksOfSide(side, blocksIn) {
  const numbered2 = [...side].map(([number, line], index) => ({ number, line, run: number - index }));
  return [...groupBy2(numbered2, ({ line, run }) => `${line.hunk} ${run}`).values()].flatMap((run) => {
    const above = run[0].number - 1;
    return blocksIn(run.map(({ line }) => line.text)).map((block) => ({
      ...block,
      from: block.from + above,
      to: block.to + above
    }));
  });
}
function makers(blocks) {
  return blocks.filter(({ keyword }) => keyword === "resource" || keyword === "module");
}
function keyInFolder({ path: file, keyword, labels }) {
  return JSON.stringify([path.posix.dirname(file), keyword, labels]);
}
function isTerraform(file) {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(file);
}
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
function isCut({ path: file, status, changes, patch }) {
  return isTerraform(file) && /^(?:added|modified)$/.test(status) && patch === void 0 && changes === 0;
}

// src/github/review/line-comments.ts
import { byGravity } from "../core.js";

// src/github/review/review-draft.ts
import { groupBy as groupBy3 } from "../core.js";
var MAX_COMMENTS = 30;
var MAX_BODY_BYTES = 57e3;
function isOurs(review, { login, key }) {
  return isBy(login, review) && review.body.startsWith(reviewStart(key));
}
function unsaidOf(notes, { comments, covers, mayBeSaidIn, mayBeSaidAt }, before) {
  const known = new Set(before?.now.flatMap(({ ids }) => ids));
  const isNews2 = ({ told }) => before !== void 0 && !before.isCut && told.ids.some((id) => !known.has(id));
  return notes.filter(hasPlace).filter((note) => {
    if (covers(note)) return false;
    const mayBeSaid = mayBeSaidIn(note.place.path) || mayBeSaidAt(note.place);
    return comments < MAX_COMMENTS && !mayBeSaid || isNews2(note);
  });
}
function hasPlace(note) {
  return note.place !== void 0;
}
function draftOf(job, {
  notes,
  said,
  asks
}) {
  const groups = [...groupBy3(notes, placeKey).values()];
  const room = said.comments < MAX_COMMENTS ? MAX_COMMENTS - said.comments : MAX_COMMENTS;
  const shown = groups.slice(0, room);
  const unsaid = groups.slice(room).flat().length;
  return {
    commit_id: job.headSha,
    event: asks ? "REQUEST_CHANGES" : "COMMENT",
    body: `${reviewMarker(job.key, job.run)}
${job.intro({ unsaid })}`,
    comments: shown.map((group) => commentOf(group, job.key))
  };
}
function placeKey({ place: { path: path3, anchor } }) {
  return JSON.stringify([path3, anchor.side, anchor.line]);
}
function commentOf(notes, key) {
  const { path: path3, anchor } = notes[0].place;
  const { side, line, startLine } = anchor;
  const start = startLine === void 0 ? {} : { start_line: startLine, start_side: side };
  return { path: path3, body: newText(notes, key), side, line, ...start };
}
function newText(notes, key) {
  return commentText(
    notes.map((note) => note.text("place")),
    memoryLine(key, { now: notes.map(({ told }) => told), past: [] })
  );
}
function commentText(texts, memory) {
  const shown = [];
  let bytes = 0;
  for (const text of texts) {
    bytes += bytesOf(text);
    if (bytes > MAX_BODY_BYTES) break;
    shown.push(text.trim());
  }
  const left = texts.length - shown.length;
  const more = left > 0 ? [`${left} more in the summary.`] : [];
  return `${[...shown, ...more].join("\n\n---\n\n")}

${memory}`;
}

// src/github/review/line-comments.ts
var NO_COMMENTS = { open: [], old: /* @__PURE__ */ new Set(), isWhole: true };
async function ourComments(api, { number, key, login }) {
  const { items, isWhole } = await api.lineComments(number);
  const mine = items.filter((comment) => isBy(login, comment));
  const old = mine.filter(({ body, line }) => line !== void 0 && isOldLine(body, key));
  return {
    open: mine.flatMap((comment) => {
      const memory = readMemory(comment.body, key);
      if (memory === void 0 || memory.now.length === 0) return [];
      return [{ ...comment, memory, ids: new Set(memory.now.flatMap(({ ids }) => ids)) }];
    }),
    old: new Set(old.map(({ path: path3, line }) => lineKey(path3, line))),
    isWhole
  };
}
function lineKey(path3, line) {
  return `${line} ${path3}`;
}
function assigned(notes, { open, old, isWhole }) {
  const shown = open.filter(({ line }) => line !== void 0);
  const byComment = new Map(open.map((comment) => [comment, []]));
  const covered = /* @__PURE__ */ new Set();
  for (const note of notes) {
    const about = open.filter(({ ids }) => note.told.ids.some((id) => ids.has(id)));
    for (const comment of about) byComment.get(comment)?.push(note);
    const isSaid = about.some(({ line }) => line !== void 0);
    const beside = isSaid ? void 0 : shown.find((comment) => takesIn(comment, note));
    if (beside !== void 0) byComment.get(beside)?.push(note);
    if (isSaid || beside !== void 0) covered.add(note);
  }
  const cut = new Set(shown.filter(({ memory }) => memory.isCut).map(({ path: path3 }) => path3));
  return {
    said: {
      comments: shown.length,
      covers: (note) => covered.has(note),
      mayBeSaidIn: (path3) => !isWhole || cut.has(path3),
      mayBeSaidAt: ({ path: path3, anchor }) => old.has(lineKey(path3, anchor.line))
    },
    edits: [...byComment].map(([comment, its]) => ({ comment, notes: its }))
  };
}
function takesIn(comment, { place, told }) {
  return isAt(place, comment) && comment.memory.now.some((one) => byGravity(told.severity, one.severity) >= 0);
}
function isAt(place, { path: path3, side, line }) {
  const { anchor } = place ?? {};
  return place?.path === path3 && anchor?.side === side && anchor.line === line;
}
async function bringUpToDate(api, job, { edits, notes }) {
  const standing = standingOf(
    notes.map(({ told }) => told),
    job.waived
  );
  const warnings = [];
  for (const { comment, notes: own } of edits) {
    const body = newBody(comment, own, { job, standing });
    if (comparable(body) === comparable(comment.body)) continue;
    try {
      await api.updateLineComment(comment.id, body);
    } catch (error) {
      const { kind, status } = failureOf(error);
      if (kind === "not-found") continue;
      warnings.push(`A comment on a line could not be brought up to date (${status}).`);
    }
  }
  return warnings.slice(0, 1);
}
function newBody(comment, notes, { job, standing }) {
  const past = pastOf(comment.memory, standing, job.headSha.slice(0, 7));
  const texts = notes.map((note) => note.text(isAt(note.place, comment) ? "place" : "elsewhere"));
  const now = notes.map(({ told }) => told);
  const ending = renderPast(toldPast(past, now));
  return commentText([...texts, ...ending === "" ? [] : [ending]], memoryLine(job.key, { now, past }));
}
async function closeComments(api, at, line) {
  const { open } = await ourComments(api, at);
  for (const { id, memory } of open) {
    await api.updateLineComment(id, commentText([line], memoryLine(at.key, { ...memory, now: [] })));
  }
}

// src/github/review/places.ts
import path2 from "node:path";
import { spend as spend2 } from "../core.js";
import { distinct, onlyOne } from "../core.js";
import { must as must3 } from "../core.js";
import { parseAddress } from "../core.js";
function commentPlace({ causes }, search) {
  for (const cause of causes) {
    const gone = deletedBlock(cause, search);
    if (gone !== void 0) return { path: gone.path, anchor: leftAnchor(gone) };
    const place = headPlace(cause, search.diff);
    if (place !== void 0) return place;
  }
  return void 0;
}
function leftAnchor({ from, to }) {
  return { side: "LEFT", line: to, startLine: to > from ? from : void 0 };
}
function headPlace(cause, diff) {
  const lines = linesInHead(cause);
  const [meant] = lines;
  for (const line of lines) {
    const anchor = anchorAt(line, cause.address, diff);
    if (anchor === void 0 || meant === void 0) continue;
    const { isExact, ...place } = anchor;
    return { path: line.file, anchor: place, ...line === meant && isExact ? {} : { meant } };
  }
  return void 0;
}
function linesInHead({ place }) {
  if (place === void 0) return [];
  const spots = [place.isBase ? void 0 : place, place.block, place.call];
  return spots.flatMap((spot) => spot === void 0 ? [] : [{ file: spot.file, line: spot.line }]);
}
function anchorAt({ file, line }, address, diff) {
  const seen = diff.file(file);
  if (seen === void 0) return void 0;
  const block = blockAt(seen.blocks, line);
  const isMaker = block?.keyword === "resource" || block?.keyword === "module";
  const isIts = isMaker && makersOf(address).all.includes(blockName(block));
  if (!seen.isRead && !(isIts && block.from === line)) return void 0;
  if (isMaker && !isIts) return void 0;
  return anchorIn(seen.shown, { from: block?.from ?? line, to: block?.to ?? line, wanted: line });
}
function blockAt(blocks, line) {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (must3(blocks[middle], "it is between them").to < line) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== void 0 && block.from <= line ? block : void 0;
}
function makersOf(address) {
  const { modules = [], block } = parseAddress(address) ?? {};
  const own = block === void 0 ? [] : [`resource ${block}`];
  const calls = modules.map(({ name }) => `module ${name}`);
  const [outermost] = calls;
  return {
    own,
    /** The call that makes it from the root module; undefined for a resource of the root module itself. */
    outermost,
    all: distinct([...own, ...calls])
  };
}
function namedIn(blocks, names) {
  const named = names.flatMap((name) => blocks.get(name) ?? []);
  spend2(named.length);
  return named;
}
function deletedBlock(cause, { diff, root }) {
  const { address, actions, place } = cause;
  if (!actions.includes("delete") && !actions.includes("forget")) return void 0;
  const { own, outermost, all } = makersOf(address);
  const blocksNamed = (names) => namedIn(diff.deleted, names);
  const named = blocksNamed(all);
  if (named.length === 0 || stands(cause, diff)) return void 0;
  const isInRoot = ({ path: home }) => path2.posix.dirname(home) === root;
  const resources = blocksNamed(own);
  const candidates = [
    place?.isBase === true ? named.filter(({ basePath }) => basePath === place.file) : [],
    (outermost === void 0 ? resources : blocksNamed([outermost])).filter(isInRoot),
    outermost === void 0 && place !== void 0 ? [] : resources.filter((block) => !isInRoot(block))
  ].find((blocks) => blocks.length > 0);
  return onlyOne(candidates ?? []);
}
function stands(cause, { blocksOf: blocksOf2 }) {
  const { own } = makersOf(cause.address);
  return linesInHead(cause).some(({ file, line }) => {
    const block = blockAt(blocksOf2(file) ?? [], line);
    return block !== void 0 && own.includes(blockName(block));
  });
}
function withDiffPlaces(report, diff, roots) {
  const findings = report.findings.map((finding) => {
    const search = { diff, root: roots[finding.plan] };
    return { ...finding, causes: finding.causes.map((cause) => withLines(cause, search)) };
  });
  return { ...report, findings };
}
function withLines(cause, search) {
  if (cause.place !== void 0) return cause;
  const gone = deletedBlock(cause, search);
  const block = gone ?? shownBlock(cause, search);
  if (block === void 0) return cause;
  const isBase = gone !== void 0;
  const lines = { file: block.path, line: block.from, endLine: isBase ? block.to : block.from };
  return {
    ...cause,
    place: { ...lines, isBase, block: void 0, call: void 0 },
    unplaced: void 0,
    standIn: void 0
  };
}
function shownBlock({ address }, { diff, root }) {
  const { own, outermost } = makersOf(address);
  const names = outermost === void 0 ? own : [outermost];
  return onlyOne(
    namedIn(diff.shown, names).filter(
      (block) => path2.posix.dirname(block.path) === root && diff.blocksOf(block.path) === void 0
    )
  );
}

// src/github/review/notes.ts
import { blocksOf } from "../core.js";

// src/format/markdown/review-comment.ts
import { planOfComment } from "../core.js";
import { capped } from "../core.js";
import { rowIds } from "../core.js";
var LIMIT = 57e3;
var SUGGESTION_LIMIT = 8e3;
var ROWS_LIMIT = 25e3;
var ID_LIMIT = 12;
function renderReviewComment(block, report, context) {
  const ids = rowIds(block);
  const kind = [
    block.severity,
    ...block.change === "introduced" ? [] : [block.change],
    ...block.checks.map(checkInCell),
    ...ids.length === 0 ? [] : [capped(ids.map(rowInCell), ID_LIMIT)],
    ...planOfComment(block, report, code)
  ].join(", ");
  const paragraphs = [
    alertBox(block.severity, [`**${prose(block.title)}** (${kind})`]),
    ...context.isElsewhere !== true && isAtItsOnlyCause(block) ? [] : [causeList(block, context)],
    rowTable(block, ROWS_LIMIT),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...pageParagraphs(block),
    ...suggestion(context)
  ].filter((text) => text !== "");
  const used = paragraphs.reduce((sum, text) => sum + bytesOf(text) + 2, 0);
  const items = [...paragraphs, remedy(block, LIMIT - used)].map((text) => `${text}
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
  const { place } = cause;
  return others.length === 0 && place !== void 0 && place.block === void 0 && place.call === void 0;
}
function suggestion({ suggestion: text }) {
  if (text === void 0 || bytesOf(text) > SUGGESTION_LIMIT) return [];
  const fenced = exactFence(text, "suggestion");
  return fenced === void 0 ? [] : [fenced];
}

// src/github/review/suggestion.ts
import { onlyOne as onlyOne2 } from "../core.js";
var UPPER_CASE = /^\s*protocol\s*=\s*"(?:TCP|UDP|ICMP)"\s*$/;
function suggestionFor(block, { path: path3, anchor }, diff) {
  const file = diff.file(path3);
  if (block.causes.length !== 1 || anchor.side !== "RIGHT") return void 0;
  if (file === void 0 || file.lines.isCrlf) return void 0;
  const replaced = replacementFor(block, file);
  if (replaced === void 0) return void 0;
  for (const line of resourceLines(file, anchor.line)) {
    const text = file.lines.right.get(line)?.text;
    const next = text === void 0 ? void 0 : replaced(text, line);
    if (next !== void 0) return { line, text: next };
  }
  return void 0;
}
function replacementFor({ findings, fixes }, { lines }) {
  if (findings.some(isAboutName)) {
    return (text) => UPPER_CASE.test(text) ? text.replace(/"\w+"/, (name) => name.toLowerCase()) : void 0;
  }
  const undone = undoneLine(fixes?.first());
  if (undone === void 0) return void 0;
  const [was, is] = [undone.value, undone.instead].map((value) => argumentLine(undone.name, value));
  const old = [...lines.left.values()].filter(({ text }) => was?.test(text) === true);
  return (text, line) => {
    const { hunk, isChanged = false } = lines.right.get(line) ?? {};
    const [only, ...others] = old.filter((one) => one.hunk === hunk);
    return isChanged && is?.test(text) === true && others.length === 0 ? only?.text : void 0;
  };
}
function undoneLine(fix) {
  if (fix?.step.kind !== "undo") return void 0;
  const { gone, changed, made, values } = fix.step;
  const isOne = changed.length === 1 && gone.length + made.length === 0;
  return isOne ? onlyOne2(values) : void 0;
}
function argumentLine(name, value) {
  return value === void 0 ? void 0 : new RegExp(`^\\s*${name}\\s*=\\s*${literalPattern(value)}\\s*$`);
}
function literalPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function isAboutName({ reason }) {
  return reason.kind === "rule-problem" && FLAWS_OF_NAMES.has(reason.problem.flaw.id);
}
var FLAWS_OF_NAMES = /* @__PURE__ */ new Set([
  "protocol-name",
  "name-dropped",
  "name-dropped-beside-ports"
]);
function resourceLines({ shown, judged: judgedLines, blocks }, at) {
  const isOwn = shown.get(at)?.number === at;
  const judged = isOwn ? at : judgedLines.get(at);
  const block = judged === void 0 ? void 0 : blockAt(blocks, judged);
  if (block?.keyword !== "resource") return [];
  const { from, to } = block;
  return Array.from({ length: to - from + 1 }, (_, index) => shown.get(from + index)?.number ?? []).flat();
}

// src/github/review/notes.ts
function notesIn({ files, diff, report }, source) {
  const { context, roots, configPaths } = source;
  const found = blocksOf(report).blocks.map((block) => {
    const about = commentPlace(block, { diff, root: roots[block.plan] });
    const suggestion2 = about === void 0 ? void 0 : suggestionFor(block, about, diff);
    const text = (context2) => renderReviewComment(block, report, context2);
    return {
      place: about === void 0 || suggestion2 === void 0 ? about : commentPlaceAt(about.path, suggestion2.line, "RIGHT"),
      told: toldOf(report, block),
      text: (at) => {
        if (at === "elsewhere") return text({ ...context, isElsewhere: true });
        const whole = text({ ...context, suggestion: suggestion2?.text });
        return suggestion2 === void 0 ? withHint(whole, about) : whole;
      }
    };
  });
  return [...found, ...configurationNotes(files, configPaths)];
}
function commentPlaceAt(path3, line, side) {
  return { path: path3, anchor: { side, line, startLine: void 0 } };
}
function withHint(text, place) {
  if (place?.meant === void 0) return text;
  const { file, line } = place.meant;
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
    const [deleted] = left.keys();
    const line = added ?? deleted;
    if (line === void 0) return [];
    const place = commentPlaceAt(path3, line, added === void 0 ? "LEFT" : "RIGHT");
    const told = {
      severity: "notice",
      words: CONFIGURATION_TITLE,
      ids: [keyFrom("configuration", path3)]
    };
    return [{ place, told, text: () => CONFIGURATION_TEXT }];
  });
}
var CONFIGURATION_TITLE = "This pull request changes the configuration of cce-plan-guard";
var CONFIGURATION_TEXT = [
  `**${CONFIGURATION_TITLE}**`,
  "The plan was judged with the configuration of the base branch, so that a change cannot waive itself. What changes here counts after the merge."
].join("\n\n");

// src/github/review/submit-review.ts
async function submit(api, job, first) {
  const tried = /* @__PURE__ */ new Set();
  const warnings = [];
  let draft = first;
  while (draft !== void 0) {
    try {
      const { url } = await createReview(api, job, draft);
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
      const notes = unsaidOf(job.notesIn(items) ?? [], job.said, job.before);
      const asks = draft.event === "REQUEST_CHANGES";
      return notes.length === 0 && !asks ? void 0 : draftOf(job, { notes, said: job.said, asks });
    }
    case "fold":
      return foldComments(api, job, draft);
  }
}
async function deletePending(api, { number, login }) {
  const { items } = await api.reviews(number);
  for (const review of items) {
    if (review.state === "PENDING" && isBy(login, review)) await api.deletePendingReview(number, review.id);
  }
}
async function foldComments(api, job, draft) {
  const { items } = await api.reviews(job.number);
  const folded = new Set(
    items.filter((review) => isOurs(review, job)).flatMap(({ body }) => readMemory(body, job.key)?.now.flatMap(({ ids }) => ids) ?? [])
  );
  const covers = (note) => job.said.covers(note) || note.told.ids.every((id) => folded.has(id));
  const notes = unsaidOf(job.notesIn(job.files) ?? [], { ...job.said, covers }, job.before);
  if (notes.length === 0 && draft.event === "COMMENT") return void 0;
  return { ...draft, comments: [], body: `${draft.body}

${newText(notes, job.key)}` };
}
async function createReview(api, job, draft) {
  const marker = reviewMarker(job.key, job.run);
  return createOnce(
    () => api.createReview(job.number, draft),
    async () => {
      const { items } = await api.reviews(job.number);
      return items.find((review) => isBy(job.login, review) && review.body.startsWith(marker));
    }
  );
}

// src/github/review/review.ts
async function putReview(api, job) {
  const asksAtAll = job.mode === "request-changes";
  const standing = asksAtAll || job.before !== void 0 ? await standingRequests(api, job) : [];
  const isKept = asksAtAll && job.fails;
  const warnings = isKept ? [] : await dismissAll(api, job, standing);
  const found = job.notesIn(job.files);
  const all = found ?? [];
  const isQuiet = found === void 0 || all.length === 0 && job.before === void 0;
  const { said, edits } = assigned(all, isQuiet ? NO_COMMENTS : await ourComments(api, job));
  const unwritten = await bringUpToDate(api, job, { edits, notes: all });
  const notes = job.opens ? unsaidOf(all, said, job.before) : [];
  const [last] = standing.slice(-1);
  const asks = isKept && !job.isOwn && last === void 0;
  if (isKept && last !== void 0) await retell(api, job, last);
  const done = { url: isKept ? last?.url : void 0, warnings: [...warnings, ...unwritten] };
  if (notes.length === 0 && !asks) return done;
  const posted = await submit(api, { ...job, said }, draftOf(job, { notes, said, asks }));
  return { url: posted.url, warnings: [...done.warnings, ...posted.warnings] };
}
async function standingRequests(api, job) {
  const { items } = await api.reviews(job.number);
  return items.filter((review) => review.state === "CHANGES_REQUESTED" && isOurs(review, job));
}
async function dismissAll(api, { number, fails }, reviews) {
  const message = fails ? "The review of cce-plan-guard no longer asks for changes: the check of the run decides." : "The plan of the newest commit passes.";
  const warnings = [];
  for (const { id } of reviews) {
    try {
      await api.dismissReview(number, id, message);
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
async function retell(api, job, { id, body }) {
  const [marker = "", first = "", ...rest] = body.replaceAll("\r\n", "\n").split("\n");
  const intro2 = job.intro({ unsaid: 0 });
  if (first.startsWith(intro2)) return;
  await api.updateReview(job.number, id, [marker, intro2, ...rest].join("\n"));
}

// src/github/review/post.ts
async function post(connect, job) {
  const progress = { url: void 0, warnings: [] };
  try {
    const note = await postAll(await connect(), { ...job, key: keyFrom(...job.use) }, progress);
    return { ...progress, note };
  } catch (error) {
    const failure = failureOf(error);
    const done = progress.url === void 0 ? "Nothing was posted" : "The review was not posted";
    const warning = `${done} on the pull request: ${adviceFor(failure, circumstancesOf(job.target))}`;
    return { url: progress.url, warnings: [...progress.warnings, warning] };
  }
}
async function withdrawVerdict(connect, job) {
  try {
    const found = await findStanding(await connect(), job);
    if (found === void 0) return { url: void 0, warnings: [], note: NEWER_COMMIT };
    const summary = await found.withdraw(renderUnjudged(job.context));
    return { url: summary?.url, warnings: [] };
  } catch (error) {
    const advice = adviceFor(failureOf(error), circumstancesOf(job.target));
    return {
      url: void 0,
      warnings: [`An earlier verdict may still stand on the pull request: ${advice}`]
    };
  }
}
async function retireVerdict(connect, job) {
  try {
    const api = await connect();
    const found = await findStanding(api, job);
    if (found?.login === void 0) return { url: void 0, warnings: [] };
    const at = { ...found.spot, login: found.login };
    const warnings = await dismissAll(api, { ...at, fails: true }, await standingRequests(api, at));
    const line = renderSwitchedOff(job.context);
    await closeComments(api, at, line);
    const summary = await found.withdraw(line);
    return { url: summary?.url, warnings };
  } catch {
    return {
      url: void 0,
      warnings: [],
      note: "Whether an earlier verdict stands could not be looked up."
    };
  }
}
async function findStanding(api, { target, use }) {
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) return void 0;
  const spot = { number: target.number, key: keyFrom(...use) };
  const standing = await findSummary(api, spot);
  return {
    spot,
    login: standing.mine?.author?.login,
    withdraw: (line) => withdrawSummary(api, spot, standing, line)
  };
}
var NEWER_COMMIT = "The pull request has a newer commit; its own run will report, so this one posts nothing.";
function circumstancesOf(target) {
  return { isFork: target.isFork && isOwnRun(target.event), isDependabot: target.isDependabot };
}
async function postAll(api, job, progress) {
  const { target, key, report } = job;
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) {
    return NEWER_COMMIT;
  }
  const files = await changedFiles(api, target.number);
  const seenIn = await openSeen(job);
  const standing = await findSummary(api, { number: target.number, key });
  const seen = seenIn(files.items);
  const asked = summaryOf(job, seen, incompleteLines(pull, files));
  const summary = await putSummary(api, asked, standing);
  progress.url = summary?.url;
  if (standing.isUnsure) {
    progress.warnings = ["There are too many comments to find the summary among them, so none was written."];
  }
  const login = summary?.author?.login ?? standing.login;
  const review = await putReview(api, {
    number: target.number,
    headSha: target.headSha,
    key,
    run: job.run,
    login,
    mode: job.mode,
    opens: asked.isNeeded,
    fails: report.conclusion === "fail",
    isOwn: pull.author === login,
    files: files.items,
    before: standing.mine === void 0 ? void 0 : readSummaryMemory(standing.mine.body, key),
    waived: asked.waived,
    notesIn: (items) => unlessTooMuch(job, () => notesIn(seenIn(items), job)),
    intro: ({ unsaid }) => intro(job, { summary, unsaid })
  });
  progress.url = review.url ?? progress.url;
  const tooMuch = isTooMuch(job) ? [TOO_MUCH] : [];
  progress.warnings = [...progress.warnings, ...review.warnings, ...tooMuch];
  return void 0;
}
async function openSeen(job) {
  const { report, readLines, roots, grammar } = job;
  const blocksIn = report.findings.length === 0 ? () => [] : await openBlocks(grammar);
  return memo2((files) => {
    const found = unlessTooMuch(job, () => {
      const diff = diffOf(files, { readLines, blocksIn });
      return { files, diff, report: withDiffPlaces(report, diff, roots) };
    });
    return found ?? { files, diff: diffOf([], { readLines, blocksIn }), report };
  });
}
function unlessTooMuch({ budget }, look) {
  return affordable(budget, "posting", look);
}
function isTooMuch(job) {
  return unlessTooMuch(job, () => {
    spend3(0);
    return true;
  }) === void 0;
}
var TOO_MUCH = "Not all findings have a comment on a line: to look for the lines takes more than posting may.";
function summaryOf(job, { files, report }, incomplete) {
  const { target, key, context, configPaths } = job;
  const { blocks } = tellingOf(report);
  const config = changedConfiguration(files, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incomplete];
  return {
    number: target.number,
    key,
    commit: target.headSha.slice(0, 7),
    ...toldIn(report),
    isNeeded: isNeeded(job, blocks, config),
    render: (past) => [renderSummaryComment(report, { ...context, past }).trimEnd(), ...notes].join("\n\n")
  };
}
function isNeeded({ comment, report }, blocks, config) {
  if (report.conclusion === "fail" || comment === "always") return true;
  if (comment === "on-failure") return false;
  return config.length > 0 || isNews(report, blocks);
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
function intro({ report, context }, { summary, unsaid }) {
  const label = context.label === void 0 || context.label === "" ? [] : [code(context.label)];
  const more = unsaid > 0 ? [`${unsaid} more stand only there`] : [];
  const link = summary === void 0 ? [] : [`[summary](${summary.url})`];
  const { mark, counts } = tellingOf(report).verdict;
  const verdict = `${mark} ${prose(counts)}`;
  return [verdict, ...label, ...commitWords(context), ...link, ...more].join(" · ");
}
export {
  post,
  retireVerdict,
  withdrawVerdict
};
