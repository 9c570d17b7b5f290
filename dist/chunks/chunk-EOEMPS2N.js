import {
  at,
  isSha,
  numberAt,
  shaAt,
  stringAt
} from "./chunk-F66NM462.js";
import {
  sourceDirectory
} from "./chunk-OCVDWTCK.js";
import {
  isWithin,
  pathWithin,
  readText
} from "./chunk-B4BSSZ6H.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/github/step/target.ts
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
      return ownPullRequest(event) ?? commit(event.sha);
  }
}
function commit(sha, baseSha) {
  return isSha(sha) ? { kind: "commit", sha, baseSha } : { kind: "none" };
}
function ownPullRequest({ name, payload, actor }) {
  const number = numberAt(payload, "pull_request", "number");
  const headSha = shaAt(payload, "pull_request", "head", "sha");
  const baseSha = shaAt(payload, "pull_request", "base", "sha");
  const baseRef = stringAt(payload, "pull_request", "base", "ref");
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
    author: stringAt(payload, "pull_request", "user", "login")
  };
}
function isFork(pull) {
  const head = stringAt(pull, "head", "repo", "full_name");
  return head === void 0 || head !== stringAt(pull, "base", "repo", "full_name");
}
function workflowRun({ payload, sha }) {
  const run = at(payload, "workflow_run");
  const headSha = shaAt(run, "head_sha");
  const headRepository = stringAt(run, "head_repository", "full_name");
  const headOwner = stringAt(run, "head_repository", "owner", "login");
  const headBranch = stringAt(run, "head_branch");
  const isForPull = (stringAt(run, "event") ?? "").startsWith("pull_request");
  if (!isForPull || headSha === void 0 || headBranch === void 0) return void 0;
  if (headRepository === void 0 || headOwner === void 0) return void 0;
  return { kind: "workflow-run", headSha, headOwner, headRepository, headBranch, sha };
}

// src/github/step/paths.ts
import { existsSync } from "node:fs";
import path from "node:path";
function stepPlan(name, { root, folder }) {
  const place = path.resolve(folder, name);
  const beside = path.dirname(place);
  const module = isWithin(root, beside) && sourceDirectory(place) === beside ? beside : folder;
  return { name, place, module: isWithin(root, module) ? pathWithin(root, module) : void 0 };
}
function stableName(file) {
  return path.isAbsolute(file) ? path.basename(file) : file;
}
var MAGIC = /[*?[\]{}()]/;
async function filesNamed(input, lines, folder) {
  const ignore = lines.filter((line) => line.startsWith("!")).map((line) => globOf(line.slice(1)));
  const files = /* @__PURE__ */ new Map();
  const add = (file) => {
    const place = path.resolve(folder, file);
    if (!files.has(place)) files.set(place, file);
  };
  for (const line of lines) {
    if (line.startsWith("!")) continue;
    if (!MAGIC.test(line) || existsSync(path.resolve(folder, line))) {
      add(line);
      continue;
    }
    const { glob } = await import("./dist-3X6BM54I.js");
    const found = await glob(globOf(line), { cwd: folder, ignore, dot: true, expandDirectories: false });
    if (found.length === 0) return err(`input ${input}: no file matches ${line}`);
    for (const file of found.sort()) add(file);
  }
  return files.size === 0 && lines.length > 0 ? err(`input ${input} names no file`) : ok([...files.values()]);
}
function globOf(pattern) {
  return pattern.replaceAll(path.sep, "/");
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
  stepPlan,
  stableName,
  filesNamed,
  repositoryRoot,
  isOwnRun,
  resolveTarget
};
