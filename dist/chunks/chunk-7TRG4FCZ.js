import {
  entriesBehind,
  resourceBlocks
} from "./chunk-B2WY775G.js";
import {
  sitedArgument
} from "./chunk-NUQT56WP.js";

// src/source/locate/makers.ts
import { isHcl } from "../core.js";
async function repeatedBlock(modules, address) {
  const { modules: path, key } = address;
  const folder = await modules.folder(path);
  const blocks = await resourceBlocks(modules, address);
  const [block, ...others] = blocks;
  const forEach = sitedArgument(blocks, "for_each", path);
  const isOnce = path.every((step) => step.key === void 0) && others.length === 0;
  if (folder.kind !== "folder" || folder.isDownloaded || block === void 0 || forEach === void 0)
    return void 0;
  return isOnce && typeof key === "string" ? { block, forEach } : void 0;
}
async function readMaker(source, address) {
  const repeated = await repeatedBlock(source.head, address);
  const entries = repeated && await entriesBehind(source.head, repeated.forEach);
  if (repeated === void 0 || entries === void 0 || !isHcl(entries.file)) return void 0;
  for (const name of entries.names) if (!await isUsedOnce(source, name)) return void 0;
  return { attributes: repeated.block.attributes, entries };
}
async function isUsedOnce(source, { text, modules }) {
  const found = await source.head.folder(modules);
  if (found.kind !== "folder" || found.isDownloaded) return false;
  const [word = "", name = ""] = text.split(/[.[]/);
  const use = new RegExp(`(?<![\\w.-])${namePattern(word)}\\s*\\.\\s*${namePattern(name)}(?![\\w-])`, "g");
  let uses = 0;
  for (const file of found.folder.files) uses += (await source.head.text(file))?.match(use)?.length ?? 0;
  return uses === 1;
}
function namePattern(name) {
  return name.replace(/[^\p{L}\p{N}_]/gu, "\\$&");
}

export {
  repeatedBlock,
  readMaker
};
