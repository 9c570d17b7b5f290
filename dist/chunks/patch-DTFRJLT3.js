import {
  readMaker,
  repeatedBlock
} from "./chunk-7TRG4FCZ.js";
import {
  resourceBlocks,
  searchEntry
} from "./chunk-B2WY775G.js";
import {
  firstOfBases
} from "./chunk-WAYPY35H.js";
import "./chunk-PW2HHG4G.js";
import "./chunk-NUQT56WP.js";
import "./chunk-SSUS6WJN.js";
import "./chunk-I2EO7LXB.js";
import "./chunk-SEWDMQ6Q.js";

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
var INCLUDE_HEADERS = {
  includeIndex: true,
  includeUnderline: true,
  includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function formatPatch(patch, headerOptions) {
  if (!headerOptions) {
    headerOptions = INCLUDE_HEADERS;
  }
  if (Array.isArray(patch)) {
    if (patch.length > 1 && !headerOptions.includeFileHeaders) {
      throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    }
    return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
  }
  const ret = [];
  if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName) {
    ret.push("Index: " + patch.oldFileName);
  }
  if (headerOptions.includeUnderline) {
    ret.push("===================================================================");
  }
  if (headerOptions.includeFileHeaders) {
    ret.push("--- " + patch.oldFileName + (typeof patch.oldHeader === "undefined" ? "" : "	" + patch.oldHeader));
    ret.push("+++ " + patch.newFileName + (typeof patch.newHeader === "undefined" ? "" : "	" + patch.newHeader));
  }
  for (let i = 0; i < patch.hunks.length; i++) {
    const hunk = patch.hunks[i];
    if (hunk.oldLines === 0) {
      hunk.oldStart -= 1;
    }
    if (hunk.newLines === 0) {
      hunk.newStart -= 1;
    }
    ret.push("@@ -" + hunk.oldStart + "," + hunk.oldLines + " +" + hunk.newStart + "," + hunk.newLines + " @@");
    for (const line of hunk.lines) {
      ret.push(line);
    }
  }
  return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  if (typeof options === "function") {
    options = { callback: options };
  }
  if (!(options === null || options === void 0 ? void 0 : options.callback)) {
    const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
    if (!patchObj) {
      return;
    }
    return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
  } else {
    const { callback } = options;
    structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
      if (!patchObj) {
        callback(void 0);
      } else {
        callback(formatPatch(patchObj, options.headerOptions));
      }
    } }));
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/source/patch/patch.ts
import { groupBy } from "../core.js";
import { must } from "../core.js";
import { literalText } from "../core.js";
import { parseAddress } from "../core.js";
import { isHcl as isHcl2, joinPath } from "../core.js";

// src/source/patch/entry.ts
import { isHcl } from "../core.js";
async function restoredEntry(source, address, shown) {
  const { head } = source;
  if ((await source.bases()).length === 0) return `${shown}: --base REVISION shows how it was`;
  const now = await entryMaker(head, address);
  const old = await firstOfBases(source, async (base) => entryBefore(base, address));
  if (old === void 0) return `${shown}: what makes the instance may stand elsewhere`;
  const { lines } = old;
  const isSame = old.around === await textAround(head, now);
  if (now === void 0 || !isSame) return `${shown}: its block changed, which makes other instances as well`;
  const { search } = now;
  if (search.kind === "lost") return firstOfMap(head, search.spot, lines, shown);
  const current = await linesOf(head, search);
  if (search.kind !== "entry" || current === void 0)
    return `${shown}: what makes the instance may stand elsewhere`;
  const { file, line } = search.spot;
  return current.join("\n") === lines.join("\n") ? `${shown}: its entry is the same at the base revision, so that something else changes it` : { file, at: line, count: current.length, lines };
}
async function removedEntry(source, address, shown) {
  const maker = await entryMaker(source.head, address);
  const lines = await linesOf(source.head, maker?.search);
  return maker?.search.kind !== "entry" || lines === void 0 ? `${shown}: what makes the instance may stand elsewhere` : { file: maker.search.spot.file, at: maker.search.spot.line, count: lines.length, lines: [] };
}
async function addedEntries(source, address, lines, shown) {
  const maker = await readMaker(source, address);
  const [first] = maker?.entries.items ?? [];
  if (maker === void 0 || first === void 0)
    return `${shown}: what makes the instance may stand elsewhere`;
  const { file, span, isList } = maker.entries;
  const [beside = ""] = (await source.head.text(file))?.split("\n").slice(first.span.line - 1, first.span.line) ?? [];
  const [indent = ""] = /^\s*/.exec(beside) ?? [];
  const own = lines.map((line) => line === "" ? "" : `${indent}${line}`);
  return firstOfMap(source.head, { file, ...span }, isList ? own : [...own, ""], shown);
}
async function entryBefore(base, address) {
  const maker = await entryMaker(base, address);
  const lines = await linesOf(base, maker?.search);
  return lines === void 0 ? void 0 : { lines, around: await textAround(base, maker) };
}
async function entryMaker(modules, address) {
  const repeated = await repeatedBlock(modules, address);
  if (repeated === void 0 || typeof address.key !== "string") return void 0;
  return { block: repeated.block, search: await searchEntry(modules, repeated.forEach, address.key) };
}
async function textAround(modules, maker) {
  if (maker === void 0) return void 0;
  const { block, search } = maker;
  const own = search.kind === "entry" && search.spot.file === block.file ? search.spot : void 0;
  const isAround = (line) => own === void 0 || line < own.line || own.endLine < line;
  const lines = (await modules.text(block.file))?.split("\n");
  return lines?.filter((_, index) => block.line <= index + 1 && index + 1 <= block.endLine && isAround(index + 1)).join("\n");
}
async function linesOf(modules, search) {
  if (search?.kind !== "entry" || !search.isAlone || !isHcl(search.spot.file)) return void 0;
  const { file, line, endLine } = search.spot;
  return (await modules.text(file))?.split("\n").slice(line - 1, endLine);
}
async function firstOfMap(modules, { file, line, endLine }, lines, shown) {
  const [opening = ""] = (await modules.text(file))?.split("\n").slice(line - 1, line) ?? [];
  const isOpen = isHcl(file) && line < endLine && /[[{]\s*$/.test(opening);
  if (!isOpen) return `${shown}: its map does not begin with a line of its own`;
  const isList = opening.trimEnd().endsWith("[");
  const hasComma = lines.at(-1)?.trimEnd().endsWith(",") === true;
  const last = lines.length - 1;
  return {
    ...{ file, at: line + 1, count: 0 },
    lines: isList && !hasComma ? lines.map((text, i) => i === last ? `${text},` : text) : lines
  };
}

// src/source/patch/patch.ts
var END = Infinity;
async function patchOf(source, changes) {
  const lines = [];
  const without = [];
  const taken = [];
  for (const change of changes) {
    const found = await linesOfChange(source, change);
    if (typeof found === "string") without.push(found);
    else {
      lines.push(...found.lines);
      taken.push(...found.taken);
    }
  }
  const files = await Promise.all(
    [...groupBy(lines, ({ file }) => file)].map(async ([file, own]) => fileDiff(source, file, own))
  );
  return { text: files.join(""), without, taken };
}
async function linesOfChange(source, change) {
  if (change.kind === "append") return edits(await appended(source, change));
  const { address: shown } = change;
  const address = parseAddress(shown);
  if (address === void 0) return `${shown}: its address has an unknown form`;
  if (change.kind === "argument") return edits(await withArguments(source, shown, [change]));
  if (change.kind === "entries")
    return edits(await addedEntries(source, address, change.lines, shown), change.place);
  if (address.key !== void 0) {
    const entry = change.kind === "restore" ? restoredEntry : removedEntry;
    return edits(
      await entry(source, address, shown),
      `${shown}: by its entry; what else is made of the same map changes with it`
    );
  }
  if (change.kind === "restore") return restoredEdits(source, address, change);
  const block = await onlyBlock(source, address);
  if (block === void 0) return notAlone(shown);
  const { file, line, endLine } = block;
  return edits({ file, at: line, count: endLine - line + 1, lines: [] });
}
async function restoredEdits(source, address, { address: shown, values }) {
  const back = await restored(source, address, shown);
  if (typeof back !== "string" || source.isBaseNamed || values.length === 0) return edits(back);
  return edits(
    await withArguments(source, shown, values),
    `${shown}: with the values that the plan shows as before; --base REVISION shows the block itself`
  );
}
function edits(found, ...taken) {
  return typeof found === "string" ? found : { lines: [found].flat(), taken };
}
function notAlone(shown) {
  return `${shown}: its block does not stand alone in a file of the repository`;
}
async function withArguments(source, shown, values) {
  const address = parseAddress(shown);
  const block = address === void 0 ? void 0 : await onlyBlock(source, address);
  const text = block === void 0 ? void 0 : await source.head.text(block.file);
  if (block === void 0 || text === void 0) return notAlone(shown);
  const { file, endLine, attributes } = block;
  const lines = text.split("\n");
  const edits2 = values.map(({ name, value }) => {
    const old = attributes.get(name);
    if (old === void 0) return { file, at: endLine, count: 0, lines: [`  ${name} = ${value}`] };
    if (literalText(old.value) === void 0) return void 0;
    const [line = ""] = lines.slice(old.line - 1, old.line);
    const [head] = /^\s*\w+\s*=\s*/.exec(line) ?? [];
    const isAlone = old.line === old.endLine && head !== void 0 && line.trimEnd() === `${head}${old.text}`;
    return isAlone ? { file, at: old.line, count: 1, lines: [`${head}${value}`] } : void 0;
  });
  const whole = edits2.filter((edit) => edit !== void 0);
  return whole.length < edits2.length ? `${shown}: an argument of it is no plain value in a line of its own` : whole;
}
async function onlyBlock({ head }, address) {
  const folder = await head.folder(address.modules);
  const [block, ...others] = await resourceBlocks(head, address);
  const isOwn = folder.kind === "folder" && !folder.isDownloaded;
  const isOne = !["count", "for_each"].some((name) => block?.attributes.has(name) === true);
  const isAlone = block !== void 0 && others.length === 0 && isHcl2(block.file);
  return isOwn && isOne && isAlone ? block : void 0;
}
async function restored(source, address, shown) {
  if ((await source.bases()).length === 0) return `${shown}: --base REVISION shows how it was`;
  const old = await firstOfBases(source, async (base) => blockBefore(base, address));
  if (old === void 0) {
    return source.isBaseNamed ? `${shown}: the base revision does not show its block` : `${shown}: neither the start of the branch nor its last commit shows its block; --base REVISION names another`;
  }
  const { file, lines } = old;
  const [now, ...more] = await resourceBlocks(source.head, address);
  if (more.length > 0) return `${shown}: its block is overridden`;
  if (now === void 0) return { file, at: END, count: 0, lines };
  const count = now.endLine - now.line + 1;
  const current = (await source.head.text(now.file))?.split("\n").slice(now.line - 1, now.endLine);
  return current?.join("\n") === lines.join("\n") ? `${shown}: its block is the same at the base revision, so that something else changes it` : { file: now.file, at: now.line, count, lines };
}
async function blockBefore(base, address) {
  const [block, ...others] = await resourceBlocks(base, address);
  if (block === void 0 || others.length > 0 || !isHcl2(block.file)) return void 0;
  const { file, line, endLine } = block;
  const text = await base.text(file);
  return text === void 0 ? void 0 : { file, lines: text.split("\n").slice(line - 1, endLine) };
}
async function appended({ head }, { beside, modules, text }) {
  const folder = await head.folder(modules);
  if (folder.kind !== "folder" || folder.isDownloaded)
    return "new blocks: their module is not in this repository";
  const lines = text.trimEnd().split("\n");
  for (const one of beside) {
    const address = parseAddress(one);
    const isNear = address?.modules.length === modules.length;
    const [block] = isNear ? await resourceBlocks(head, address) : [];
    if (block !== void 0 && isHcl2(block.file)) return { file: block.file, at: END, count: 0, lines };
  }
  const file = must(
    joinPath(folder.folder.directory, "main.tf"),
    "a folder of the repository lies within it"
  );
  return { file, at: END, count: 0, lines };
}
async function fileDiff(source, file, edits2) {
  const before = await source.head.text(file);
  const after = withEdits(before ?? "", edits2);
  const [old, next] = [before === void 0 ? "/dev/null" : `a/${file}`, `b/${file}`];
  const diff = createTwoFilesPatch(old, next, before ?? "", after, void 0, void 0, { context: 3 });
  const body = diff.slice(diff.indexOf("---"));
  return `diff --git a/${file} b/${file}
${before === void 0 ? "new file mode 100644\n" : ""}${body}`;
}
function withEdits(text, edits2) {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  const inOrder = [...edits2].sort((a, b) => b.at - a.at);
  for (const { at, count, lines: own } of inOrder.filter((edit) => edit.at !== END)) {
    lines.splice(at - 1, count, ...own);
    if (own.length === 0 && lines[at - 2] === "" && (lines[at - 1] === "" || at > lines.length))
      lines.splice(at - 2, 1);
  }
  for (const { lines: own } of edits2.filter((edit) => edit.at === END)) {
    lines.push(...lines.length > 0 ? [""] : [], ...own);
  }
  return `${lines.join("\n")}
`;
}
export {
  patchOf
};
