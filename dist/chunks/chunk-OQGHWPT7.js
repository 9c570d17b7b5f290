// src/edge/git-base.ts
import { execFile } from "node:child_process";
import { distinct, memo } from "../core.js";
import { EXTENSION, joinPath } from "../core.js";
import { FILE_LIMIT_BYTES } from "../core.js";
var REF = /^[A-Za-z0-9_][\w./@^~+-]*$/;
var SHA = /^[0-9a-f]{40,64}$/;
var TOTAL_LIMIT_BYTES = 64 * 1024 * 1024;
async function openBase(root, ref) {
  if (!REF.test(ref) || ref.includes("..") || ref.includes("@{")) return void 0;
  const sha = await shaFrom(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`
  ]);
  const above = await folderAbove(root);
  if (sha === void 0 || above === void 0) return void 0;
  const revision = revisionAt(root, sha, above);
  return { bases: () => Promise.resolve([revision]), isBaseNamed: true };
}
var TRUNKS = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
async function usualBases(root) {
  const above = await folderAbove(root);
  if (above === void 0) return [];
  let left;
  for (const trunk of TRUNKS) left ??= await shaFrom(root, ["merge-base", "HEAD", trunk]);
  const last = await shaFrom(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  return distinct([left, last]).filter((sha) => sha !== void 0).map((sha) => revisionAt(root, sha, above));
}
async function shaFrom(root, args) {
  const sha = (await git(root, args))?.toString("utf8").trim() ?? "";
  return SHA.test(sha) ? sha : void 0;
}
async function folderAbove(root) {
  const prefix = await git(root, ["rev-parse", "--show-prefix"]);
  return prefix?.toString("utf8").replace(/\/?\n$/, "");
}
function revisionAt(root, sha, above) {
  const folder = memo((directory) => {
    const isAbove = directory.split("/").includes("..");
    return readFolder(root, sha, isAbove ? void 0 : joinPath(above, directory));
  });
  return {
    list: async (directory) => {
      const files = await folder(directory);
      return files === void 0 ? void 0 : [...files.keys()];
    },
    read: async (file) => {
      const slash = file.lastIndexOf("/");
      const files = await folder(slash === -1 ? "" : file.slice(0, slash));
      return files?.get(file.slice(slash + 1));
    }
  };
}
async function fileAtCommit(root, sha, file) {
  if (!SHA.test(sha) || await git(root, ["cat-file", "-e", `${sha}^{commit}`]) === void 0)
    return void 0;
  const listing = await git(root, ["ls-tree", "-z", "-l", "--full-tree", sha, "--", `:(top,literal)${file}`]);
  if (listing === void 0) return void 0;
  if (listing.length === 0) return { kind: "absent" };
  const [, blob, size] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t/.exec(listing.toString("utf8")) ?? [];
  if (blob === void 0 || Number(size) > FILE_LIMIT_BYTES) return { kind: "no-file" };
  const [bytes] = await readBlobs(root, [blob]);
  return bytes === void 0 ? void 0 : { kind: "file", text: new TextDecoder().decode(bytes) };
}
async function readFolder(root, sha, directory) {
  if (directory === void 0) return void 0;
  const tree = ["ls-tree", "-z", "-l", "--full-tree", "--end-of-options", `${sha}:${directory}`];
  const listing = await git(root, tree);
  if (listing === void 0) return void 0;
  const files = /* @__PURE__ */ new Map();
  const wanted = [];
  let total = 0;
  for (const line of listing.toString("utf8").split("\0")) {
    const [, blob, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
    if (blob === void 0 || name === void 0 || !EXTENSION.test(name)) continue;
    files.set(name, void 0);
    if (Number(size) > FILE_LIMIT_BYTES || total + Number(size) > TOTAL_LIMIT_BYTES) continue;
    total += Number(size);
    wanted.push({ name, blob });
  }
  const contents = await readBlobs(
    root,
    wanted.map(({ blob }) => blob)
  );
  for (const [i, { name }] of wanted.entries()) files.set(name, contents[i]);
  return files;
}
async function readBlobs(root, blobs) {
  if (blobs.length === 0) return [];
  const output = await git(root, ["cat-file", "--batch"], blobs.map((blob) => `${blob}
`).join(""));
  if (output === void 0) return [];
  const contents = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(output.toString("latin1", at, end))?.[1]);
    if (end === -1 || !Number.isInteger(size)) return [];
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return contents;
}
function git(root, args, input = "") {
  return new Promise((resolve) => {
    const child = execFile(
      "git",
      ["-C", root, "--no-pager", ...args],
      {
        encoding: "buffer",
        maxBuffer: 2 * TOTAL_LIMIT_BYTES,
        timeout: 3e4,
        windowsHide: true,
        env: {
          ...process.env,
          GIT_TERMINAL_PROMPT: "0",
          GIT_OPTIONAL_LOCKS: "0",
          // A partial clone would fetch what it lacks, by whatever command its configuration names. Not all versions of
          // git know the first of these; no protocol has the name of the second.
          GIT_NO_LAZY_FETCH: "1",
          GIT_ALLOW_PROTOCOL: "none"
        }
      },
      (error, stdout) => {
        resolve(error === null ? stdout : void 0);
      }
    );
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(input);
  });
}

export {
  openBase,
  usualBases,
  fileAtCommit
};
