#!/usr/bin/env node
import {
  exitStatusOf
} from "./chunks/chunk-YQGOSCUX.js";
import "./chunks/chunk-SEWDMQ6Q.js";

// src/cli.ts
import { STAGES } from "./core.js";

// src/command/commands.ts
import { err, ok } from "./core.js";
import { VERSION } from "./core.js";
var COMMANDS = /* @__PURE__ */ new Map([
  [
    "check",
    {
      arguments: "PLAN...",
      summary: "says whether a plan breaks a CCE cluster or opens it to the world",
      load: async () => (await import("./core.js")).checkCommand
    }
  ],
  [
    "fix",
    {
      arguments: "PLAN... [FINGERPRINT]",
      summary: "says what mends the findings of a plan, each way proved against it",
      load: async () => (await import("./chunks/fix-HJA7Z7TM.js")).fixCommand
    }
  ],
  [
    "explain",
    {
      arguments: "PLAN --from END --to END --port PACKETS",
      summary: "says who lets packets through, before, during and after a plan",
      load: async () => (await import("./chunks/explain-C7SBB3US.js")).explainCommand
    }
  ],
  [
    "facts",
    {
      arguments: "[--plan PLAN]",
      summary: "reads the groups and clusters as they are in the cloud, for check --facts",
      load: async () => (await import("./chunks/facts-O7CKXQZ3.js")).factsCommand
    }
  ],
  [
    "audit",
    {
      arguments: "FACTS...",
      summary: "says what is broken, open or drifted in the cloud as it is, without a plan",
      load: async () => (await import("./chunks/audit-OBXSC32P.js")).auditCommand
    }
  ],
  [
    "merge",
    {
      arguments: "REPORT...",
      summary: "puts JSON reports of several runs together",
      load: async () => (await import("./chunks/merge-VJTONMBF.js")).mergeCommand
    }
  ],
  [
    "init",
    {
      arguments: "[FOLDER]",
      summary: "writes a workflow and a configuration for a repository of Terraform code",
      load: async () => (await import("./chunks/init-WD2KW2LF.js")).initCommand
    }
  ],
  [
    "model",
    {
      arguments: "[ROW...]",
      summary: "lists the rows that clusters are held against, with their meaning",
      load: async () => (await import("./chunks/model-WVYXD24Y.js")).modelCommand
    }
  ],
  [
    "record",
    {
      arguments: "PLAN...",
      summary: "writes into the configuration which default rules go with a plan",
      load: async () => (await import("./chunks/record-777QPKUJ.js")).recordCommand
    }
  ],
  [
    "rules",
    {
      arguments: "--role ROLE",
      summary: "writes the tables as rules for a security group of one’s own, as HCL",
      load: async () => (await import("./chunks/rules-EVX33ZOE.js")).rulesCommand
    }
  ],
  [
    "completion",
    {
      arguments: "SHELL",
      summary: "prints what bash, zsh or fish needs to complete commands and options",
      load: async () => (await import("./chunks/completion-GYGAMYOQ.js")).completionCommand(completedCommands)
    }
  ]
]);
async function completedCommands() {
  const commands = [];
  for (const [name, { summary, load }] of COMMANDS)
    commands.push({ name, summary, options: (await load()).options() });
  return commands;
}
async function runCommand(argv, world) {
  const asked = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  if (asked.includes("--version") || asked.includes("-V")) return answer(world, `${VERSION}
`);
  const isHelp = argv.find((argument) => !argument.startsWith("-")) === "help";
  const rest = isHelp ? argv.filter((_, index) => index !== argv.indexOf("help")) : argv;
  const at = rest.findIndex((argument) => !argument.startsWith("-"));
  const name = rest[at];
  const wantsHelp = isHelp || asked.includes("--help") || asked.includes("-h");
  if (name === void 0) {
    return wantsHelp ? answer(world, overview()) : err(`no command is named; ${SEE_HELP}`);
  }
  const entry = COMMANDS.get(name);
  if (entry === void 0) return err(await unknownCommand(name));
  const command = await entry.load();
  if (wantsHelp) return answer(world, command.usage);
  return command.run([...rest.slice(0, at), ...rest.slice(at + 1)], world);
}
var SEE_HELP = "see cce-plan-guard --help";
function answer(world, text) {
  const written = world.write(text, void 0);
  return written.ok ? ok(0) : written;
}
async function unknownCommand(name) {
  const { nearest, shownKey } = await import("./core.js");
  const meant = nearest(name, [...COMMANDS.keys()]);
  const instead = meant === void 0 ? SEE_HELP : `did you mean \`${meant}\`?`;
  return `there is no command ${shownKey(name)}; ${instead}`;
}
function overview() {
  const lines = [...COMMANDS].map(([name, entry]) => ({ left: `${name} ${entry.arguments}`, ...entry }));
  const width = Math.max(...lines.map(({ left }) => left.length));
  return [
    "usage: cce-plan-guard COMMAND [options]",
    "",
    ...lines.map(({ left, summary }) => `  ${left.padEnd(width)}   ${summary}`),
    "",
    "  cce-plan-guard help COMMAND says more of a command; --version says which version this is.",
    "",
    "exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge",
    ""
  ].join("\n");
}

// src/cli.ts
import { explain } from "./core.js";
import { isStandardOutput, writeWhole } from "./core.js";
import { terminalText } from "./core.js";
import { err as err2, ok as ok2 } from "./core.js";
var links = process.stdout.isTTY && (await import("./chunks/supports-hyperlinks-GVPWPZ2E.js")).default.stdout;
var progress = process.stderr.isTTY ? (await import("./chunks/progress-QECUR7QH.js")).progressOn(process.stderr) : void 0;
var WORLD = {
  progress: progress && ((stage) => progress.at(STAGES[stage])),
  now: /* @__PURE__ */ new Date(),
  thread: new URL("./worker.js", import.meta.url),
  env: process.env,
  note: (sentence) => warn(`note: ${sentence}`),
  write(text, output) {
    progress?.clear();
    if (output === void 0 || isStandardOutput(output)) {
      process.stdout.write(text);
      return ok2(void 0);
    }
    const written = writeWhole(output, text);
    return written.ok ? written : err2(unwritten(output, written.error));
  },
  terminal(output, color = "auto") {
    const isTerminal = output === void 0 && process.stdout.isTTY;
    const colors = color === "auto" ? output === void 0 && isColored(process.env) : color === "always";
    if (!isTerminal) return colors ? { colors } : void 0;
    return { colors, width: process.stdout.columns, links };
  }
};
function isColored({ NO_COLOR = "", FORCE_COLOR = "", TERM }) {
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return NO_COLOR === "" && process.stdout.isTTY && TERM !== "dumb";
}
function unwritten(place, why) {
  return `the report cannot be written: ${place} ${why}`;
}
function warn(message) {
  progress?.clear();
  process.stderr.write(`cce-plan-guard: ${terminalText(message, Infinity)}
`);
}
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  warn(unwritten("standard output", explain(error, "report")));
  process.exit(2);
});
process.exitCode = await exitStatusOf(() => runCommand(process.argv.slice(2), WORLD), warn);
progress?.clear();
