import {
  callPlace,
  gonePlace,
  placeOfStanding,
  resourceBlocks,
  spotOf
} from "../chunks/chunk-B2WY775G.js";
import "../chunks/chunk-WAYPY35H.js";
import "../chunks/chunk-PW2HHG4G.js";
import "../chunks/chunk-NUQT56WP.js";
import "../chunks/chunk-SSUS6WJN.js";
import "../chunks/chunk-I2EO7LXB.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/source/locate/locate.ts
import { parseAddress } from "../core.js";

// src/source/locate/stand-in.ts
import { memo } from "../core.js";
import { usualFile } from "../core.js";
function standInFinder(source) {
  const linesOf = memo(async (file) => (await source.head.text(file))?.trimEnd().split("\n").length);
  return async (modules, gone) => {
    const lines = gone?.isBase === true ? await linesOf(gone.file) : void 0;
    if (gone !== void 0 && lines !== void 0) {
      const line = Math.min(gone.line, lines);
      return { file: gone.file, line, endLine: line };
    }
    return firstLineOfModule(source, modules);
  };
}
async function firstLineOfModule(source, modules) {
  for (let depth = modules.length; depth >= 0; depth--) {
    const found = await source.head.folder(modules.slice(0, depth));
    if (found.kind !== "folder" || found.isDownloaded) continue;
    const file = usualFile(found.folder.files);
    if (file !== void 0) return { file, line: 1, endLine: 1 };
  }
  return void 0;
}

// src/source/locate/locate.ts
async function locate(source, wanted, count = () => void 0) {
  const places = /* @__PURE__ */ new Map();
  const without = /* @__PURE__ */ new Map();
  const standIns = /* @__PURE__ */ new Map();
  const notes = /* @__PURE__ */ new Set();
  const standInFor = standInFinder(source);
  for (const one of wanted) {
    if (places.has(one.address) || without.has(one.address)) continue;
    count();
    const answer = await answerFor(source, one);
    const place = "place" in answer ? answer.place : void 0;
    if (place?.isBase !== false) {
      const spot = await standInFor(parseAddress(one.address)?.modules ?? [], place);
      if (spot !== void 0) standIns.set(one.address, spot);
    }
    if ("place" in answer) places.set(one.address, answer.place);
    else {
      without.set(one.address, answer.why);
      for (const trouble of answer.troubles) notes.add(trouble);
    }
  }
  return { places, without, standIns, notes: [...notes] };
}
async function answerFor(source, wanted) {
  const address = parseAddress(wanted.address);
  if (address === void 0) return { why: "its address has an unknown form", troubles: [] };
  const isGone = isGoneAfter(wanted.actions);
  const found = await source.head.folder(address.modules);
  if (found.kind === "unreadable") return { why: "its module cannot be read", troubles: [found.trouble] };
  const [block, ...others] = await resourceBlocks(source.head, address);
  if (block !== void 0 && found.kind === "folder") {
    if (found.isDownloaded) {
      const call = await callPlace(source.head, address.modules, isGone);
      if (call !== void 0) return { place: { ...call, block: spotOf(block.file, block) } };
    }
    const forcing = wanted.attributes ?? [];
    const blocks = [block, ...others];
    return { place: await placeOfStanding({ modules: source.head, address, blocks, isGone, forcing }) };
  }
  const place = isGone ? await gonePlace(source, address) : found.kind === "folder" && !found.isDownloaded ? void 0 : await callPlace(source.head, address.modules, false);
  return place === void 0 ? noPlace(found, address, { isGone, isBaseNamed: source.isBaseNamed }) : { place };
}
function isGoneAfter(actions) {
  return !actions.includes("create") && (actions.includes("delete") || actions.includes("forget"));
}
function noPlace(found, { modules }, { isGone, isBaseNamed }) {
  const troubles = found.kind === "folder" ? found.folder.troubles() : [];
  if (!isGone || troubles.length > 0) {
    return { why: "its block is not found in the files of its module", troubles };
  }
  const held = modules.length > 0 ? " and so is the module call that held it" : "";
  const why = isBaseNamed ? `its block is gone${held}, and the base revision does not show it` : `its block is gone${held}; --base REF, or fetch-depth: 0 in a workflow, shows where it was`;
  return { why, troubles };
}
export {
  locate
};
