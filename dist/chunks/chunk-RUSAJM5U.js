import {
  at,
  isSha,
  numberAt,
  shaAt,
  stringAt
} from "./chunk-ZED27UPZ.js";

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

export {
  isOwnRun,
  resolveTarget,
  trustOf
};
