#!/usr/bin/env node
import {
  VERSION,
  checkoutOf,
  diskReader,
  explain,
  findConfiguration,
  readBytes,
  runInSource,
  sourceDirectory
} from "./chunks/chunk-HMDBNX6X.js";
import {
  joinPath
} from "./chunks/chunk-GQBZ343B.js";
import {
  NO_CONFIGURATION,
  err,
  ok,
  unreachable
} from "./chunks/chunk-7UDAPS2Q.js";
import "./chunks/chunk-QCVEO7NE.js";
import "./chunks/chunk-OCJEMXJ2.js";
import "./chunks/chunk-BC6WHAUI.js";
import "./chunks/chunk-HZ3BLSY2.js";
import "./chunks/chunk-ALZ5PEDL.js";
import "./chunks/chunk-SEWDMQ6Q.js";

// src/cli.ts
import { writeFileSync } from "node:fs";

// src/edge/arguments.ts
import { parseArgs } from "node:util";
var FORMATS = ["text", "json", "markdown", "sarif"];
var FAIL_ON = ["critical", "warning", "notice", "never"];
var USAGE = `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --format FORMAT   ${FORMATS.join(", ")}; default: text
  --output FILE     write the report there instead of to standard output
  --fail-on LEVEL   ${FAIL_ON.join(", ")}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --label NAME      a name for this plan in the report
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`;
var OPTIONS = {
  config: { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  "fail-on": { type: "string" },
  source: { type: "string" },
  base: { type: "string" },
  label: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
function readArguments(argv) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return err(error instanceof Error ? firstSentence(error.message) : "the arguments cannot be read");
  }
  const { values, positionals } = parsed;
  if (values.version === true) return ok({ kind: "version" });
  const [command, ...plans] = positionals;
  if (values.help === true || command === void 0) return ok({ kind: "help" });
  if (command !== "check") return err(`there is no command \`${command}\`; write: cce-plan-guard check PLAN`);
  if (plans.length === 0)
    return err("no plan is named; write: cce-plan-guard check PLAN, or - for standard input");
  const format = FORMATS.find((name) => name === values.format);
  if (format === void 0) return err(`--format takes ${FORMATS.join(", ")}`);
  const level = values["fail-on"];
  const failOn = level === void 0 ? void 0 : FAIL_ON.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) return err(`--fail-on takes ${FAIL_ON.join(", ")}`);
  const { config, output, source, base, label } = values;
  return ok({ kind: "check", options: { plans, config, format, output, failOn, source, base, label } });
}
function firstSentence(message) {
  return (message.split(". ", 1)[0] ?? message).replace(/\n.*/s, "");
}

// src/edge/git-base.ts
import { execFile } from "node:child_process";
var REF = /^[A-Za-z0-9_][\w./@^~+-]*$/;
var FILE_LIMIT_BYTES = 5e6;
var TOTAL_LIMIT_BYTES = 64 * 1024 * 1024;
var CONFIGURATION = /(\.(tf|tofu)(\.json)?)$/;
async function openBase(root, ref) {
  if (!REF.test(ref) || ref.includes("..") || ref.includes("@{")) return void 0;
  const commit = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const prefix = await git(root, ["rev-parse", "--show-prefix"]);
  const sha = commit?.toString("utf8").trim() ?? "";
  if (prefix === void 0 || !/^[0-9a-f]{40,64}$/.test(sha)) return void 0;
  const above = prefix.toString("utf8").replace(/\/?\n$/, "");
  const known = /* @__PURE__ */ new Map();
  const folder = (directory) => {
    const opening = known.get(directory) ?? readFolder(root, sha, above, directory);
    known.set(directory, opening);
    return opening;
  };
  return {
    listBase: async (directory) => {
      const files = await folder(directory);
      return files === void 0 ? void 0 : [...files.keys()];
    },
    readBase: async (file) => {
      const slash = file.lastIndexOf("/");
      const files = await folder(slash === -1 ? "" : file.slice(0, slash));
      return files?.get(file.slice(slash + 1));
    }
  };
}
async function readFolder(root, sha, above, directory) {
  const tree = directory.split("/").includes("..") ? void 0 : joinPath(above, directory);
  if (tree === void 0) return void 0;
  const listing = await git(root, [
    "ls-tree",
    "-z",
    "-l",
    "--full-tree",
    "--end-of-options",
    `${sha}:${tree}`
  ]);
  if (listing === void 0) return void 0;
  const files = /* @__PURE__ */ new Map();
  const wanted = [];
  let total = 0;
  for (const line of listing.toString("utf8").split("\0")) {
    const [, blob, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
    if (blob === void 0 || name === void 0 || !CONFIGURATION.test(name)) continue;
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
        env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" }
      },
      (error, stdout) => {
        resolve(error === null ? stdout : void 0);
      }
    );
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(input);
  });
}

// src/cli.ts
var PASS = 0;
var FAIL = 1;
var COULD_NOT_JUDGE = 2;
async function main(argv) {
  const command = readArguments(argv);
  if (!command.ok) return refuse(`${command.error}. See cce-plan-guard --help`);
  switch (command.value.kind) {
    case "help":
      process.stdout.write(USAGE);
      return PASS;
    case "version":
      process.stdout.write(`${VERSION}
`);
      return PASS;
    case "check":
      return check(command.value.options);
    default:
      return unreachable(command.value);
  }
}
async function check(options) {
  const configuration = await readConfigurationFile(options.config);
  if (!configuration.ok) return refuse(configuration.error);
  const plans = [];
  for (const path of options.plans) {
    const bytes = readBytes(path);
    if (!bytes.ok) return refuse(`${shown(path)} ${bytes.error}`);
    const source = await sourceOf(path, options);
    if (!source.ok) return refuse(source.error);
    plans.push({ path: shown(path), bytes: bytes.value, label: options.label, ...source.value });
  }
  const result = await runInSource({
    plans,
    configuration: configuration.value,
    failOn: options.failOn ?? configuration.value.failOn ?? "critical",
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
  });
  if (!result.ok) return refuse(`${result.error.path} ${result.error.error.message}`);
  const { report, notes } = result.value;
  for (const note of notes) say(`note: ${note}`);
  const isTerminal = options.output === void 0 && process.stdout.isTTY;
  const text = await render(report, options.format, isTerminal);
  const written = write(text, options.output);
  if (!written.ok) return refuse(written.error);
  return report.conclusion === "pass" ? PASS : FAIL;
}
async function readConfigurationFile(named) {
  const path = named ?? findConfiguration();
  if (path === void 0) return ok(NO_CONFIGURATION);
  const bytes = readBytes(path);
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import("./chunks/read-configuration-2CQJEJPY.js"),
    import("./chunks/check-id-TNQPCLKN.js")
  ]);
  const configuration = readConfiguration(new TextDecoder().decode(bytes.value), CHECK_IDS);
  return configuration.ok ? configuration : err(`${path}: ${configuration.error.message}`);
}
async function sourceOf(path, { source, base }) {
  const directory = source ?? sourceDirectory(path);
  if (directory === void 0) return ok({});
  const checkout = checkoutOf(directory);
  if (checkout === void 0) return err(`--source ${directory} is no directory`);
  if (base === void 0) return ok({ source: diskReader(checkout) });
  const revision = await openBase(checkout.root, base);
  return revision === void 0 ? err(`--base ${base} is no revision of the repository`) : ok({ source: diskReader(checkout, revision) });
}
async function render(report, format, isTerminal) {
  switch (format) {
    case "text": {
      const { renderText } = await import("./chunks/text-6TSMLGFU.js");
      const colors = isTerminal && (process.env["NO_COLOR"] ?? "") === "";
      return renderText(report, { colors, width: isTerminal ? process.stdout.columns : void 0 });
    }
    case "json":
      return (await import("./chunks/json-TQL2AHS3.js")).renderJson(report);
    case "markdown":
      return (await import("./chunks/markdown-WJW3KAUF.js")).renderMarkdown(report);
    case "sarif": {
      const [{ renderSarif }, { CHECKS }] = await Promise.all([
        import("./chunks/sarif-NF2PSP3R.js"),
        import("./chunks/checks-UGG4VEVE.js")
      ]);
      return renderSarif(report, CHECKS);
    }
    default:
      return unreachable(format);
  }
}
function write(text, output) {
  if (output === void 0) {
    process.stdout.write(text);
    return ok(void 0);
  }
  try {
    writeFileSync(output, text);
    return ok(void 0);
  } catch (error) {
    return err(`the report cannot be written: ${output} ${explain(error)}`);
  }
}
function shown(path) {
  return path === "-" ? "standard input" : path;
}
function refuse(message) {
  say(message);
  return COULD_NOT_JUDGE;
}
function say(message) {
  process.stderr.write(`cce-plan-guard: ${message.replace(new RegExp("\\p{Cc}|\\p{Cf}", "gu"), " ")}
`);
}
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const kind = error instanceof Error ? error.name : "error";
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`
  );
}
