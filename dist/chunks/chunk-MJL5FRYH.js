import {
  at,
  isSha,
  numberAt,
  shaAt,
  stringAt
} from "./chunk-SPZI54OP.js";

// src/github/step/target.ts
function isOwnRun(event) {
  return !["pull_request_target", "workflow_run", "issue_comment"].includes(event);
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
    case "issue_comment":
      return commented(event) ?? commit(event.sha);
    default:
      return ownPullRequest(event) ?? commit(event.sha);
  }
}
function commented({ payload }) {
  const isOnPull = at(payload, "issue", "pull_request") !== void 0;
  const number = isOnPull ? numberAt(payload, "issue", "number") : void 0;
  return number === void 0 ? void 0 : { kind: "commented", number };
}
var SETTLED = ["push", "schedule", "release", ""];
function trustOf({ name, payload }, target) {
  switch (target.kind) {
    case "pr":
      return { kind: "ref", ref: target.baseSha };
    case "workflow-run":
      return target.sha === "" ? untold("the event tells no commit") : { kind: "ref", ref: target.sha };
    case "commented":
      return untold("the pull request of the comment is not known; the step needs github-token");
    case "commit":
      if (target.baseSha !== void 0) return { kind: "ref", ref: target.baseSha };
      break;
    case "none":
      break;
  }
  if (SETTLED.includes(name)) return { kind: "checkout" };
  if (name.startsWith("pull_request")) return untold("the event file tells no pull request with a base");
  const branch = stringAt(payload, "repository", "default_branch");
  return branch === void 0 ? untold(`the event (${name}) tells no default branch`) : { kind: "ref", ref: branch };
}
function untold(why) {
  return { kind: "nowhere", why };
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
import {
  distinctFiles,
  isInside,
  isWithin,
  MAGIC,
  pathWithin,
  readText,
  realPath
} from "../core.js";
import { sourceDirectory } from "../core.js";
import { err, ok } from "../core.js";
function stepBounds(folders) {
  const real = folders.map((folder) => realPath(folder) ?? folder);
  return { names: [...folders, ...real], real };
}
function leavesBounds(place, { names, real }) {
  return isInside(names, place) && !isReallyInside(place, real);
}
function isReallyInside(place, folders) {
  const at2 = realPath(place);
  return at2 === void 0 || isInside(folders, at2);
}
function stepPlan(name, { root, folder }) {
  const place = path.resolve(folder, name);
  const beside = path.dirname(place);
  const module = isWithin(root, beside) && sourceDirectory(place) === beside ? beside : folder;
  return { name, place, module: isWithin(root, module) ? pathWithin(root, module) : void 0 };
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
  const { filesLike } = await import("./globs-4N3ZBPHF.js");
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
  stepBounds,
  leavesBounds,
  stepPlan,
  stableName,
  filesNamed,
  repositoryRoot,
  isOwnRun,
  resolveTarget,
  trustOf
};
