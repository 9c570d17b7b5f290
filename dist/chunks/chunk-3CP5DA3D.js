import {
  alertBox,
  code,
  prose
} from "./chunk-XEKRDPX6.js";

// src/format/markdown/unjudged.ts
function renderUnjudged({ label = "", commit, runUrl }, reason) {
  const which = label === "" ? "" : ` (${code(label)})`;
  const of = commit === void 0 ? "this commit" : `commit ${commit}`;
  const why = reason !== void 0 ? ` ${prose(reason)}` : runUrl === void 0 ? "" : ` [The run](${runUrl}) says why.`;
  return alertBox("warning", [
    `**Could not be judged**${which}: there is no verdict on the plan of ${of}.${why}`
  ]);
}
function renderSwitchedOff({ label = "", runUrl }) {
  const which = label === "" ? "" : ` (${code(label)})`;
  const where = runUrl === void 0 ? "" : ` [The run](${runUrl}) has the verdict.`;
  return `**No longer told here**${which}: \`review: off\`.${where}`;
}

// src/github/step/paths.ts
import { existsSync } from "node:fs";
import path from "node:path";
import {
  distinctFiles,
  isInside,
  isWithin,
  MAGIC,
  pathWithin,
  readText,
  realPath
} from "../core.js";
import { sourceFinder } from "../core.js";
import { err, ok } from "../core.js";
function stepBounds(folders) {
  const real = folders.map((folder) => realPath(folder) ?? folder);
  return { names: [...folders, ...real], real };
}
function leavesBounds(place, { names, real }) {
  return isInside(names, place) && !isReallyInside(place, real);
}
function isReallyInside(place, folders) {
  const at = realPath(place);
  return at === void 0 || isInside(folders, at);
}
function stepPlans(names, { root, folder }) {
  const find = sourceFinder();
  return names.map((name) => {
    const place = path.resolve(folder, name);
    const beside = path.dirname(place);
    const module = isWithin(root, beside) && find(place) === beside ? beside : folder;
    return { name, place, module: isWithin(root, module) ? pathWithin(root, module) : void 0 };
  });
}
function stableName(file) {
  return path.isAbsolute(file) ? path.basename(file) : file;
}
async function filesNamed(named) {
  const { input, lines, folder, bounds } = named;
  const files = [];
  for (const line of lines.filter((it) => !it.startsWith("!"))) {
    const isName = !MAGIC.test(line) || existsSync(path.resolve(folder, line));
    const found = isName ? [line] : await filesMatching(line, named);
    if (found.length === 0) return err(`input ${input}: no file matches ${line}`);
    const mayLieElsewhere = isName && input === "plan";
    const lost = found.find((file) => {
      const place = path.resolve(folder, file);
      return mayLieElsewhere ? leavesBounds(place, bounds) : !isReallyInside(place, bounds.real);
    });
    if (lost !== void 0) {
      return err(`input ${input}: ${lost} leads out of the workspace and of the runner’s temporary folder`);
    }
    files.push(...found);
  }
  if (files.length === 0 && lines.length > 0) return err(`input ${input} names no file`);
  return ok(distinctFiles(files, folder));
}
async function filesMatching(line, { lines, folder }) {
  const without = lines.filter((it) => it.startsWith("!")).map((it) => it.slice(1));
  const { filesLike } = await import("../late/edge-globs.js");
  return filesLike(line, { folder, without });
}
function repositoryRoot(workspace, folders, repository) {
  const checkouts = folders.flatMap((folder) => foldersTo(workspace, folder).filter(isCheckout));
  return checkouts.find((it) => isFetchedFrom(it, repository)) ?? checkouts[0] ?? workspace;
}
function foldersTo(workspace, folder) {
  if (!isWithin(workspace, folder)) return [];
  const names = path.relative(workspace, folder).split(path.sep);
  return [workspace, ...names.map((_, index) => path.join(workspace, ...names.slice(0, index + 1)))];
}
function isCheckout(folder) {
  return existsSync(path.join(folder, ".git"));
}
function isFetchedFrom(checkout, repository) {
  const urls = readText(path.join(checkout, ".git/config"))?.match(/^\s*url\s*=.*$/gm) ?? [];
  const end = `/${repository.toLowerCase()}`;
  return urls.some((url) => {
    const address = url.trim().toLowerCase().replaceAll(":", "/");
    return repository !== "" && address.replace(/\.git$/, "").endsWith(end);
  });
}

export {
  renderUnjudged,
  renderSwitchedOff,
  stepBounds,
  leavesBounds,
  stepPlans,
  stableName,
  filesNamed,
  repositoryRoot
};
