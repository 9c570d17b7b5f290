#!/usr/bin/env node
import {
  exitStatusOf
} from "./chunks/chunk-P735XZYC.js";
import "./chunks/chunk-RNRFNQLI.js";
import {
  isStandardOutput,
  writeWhole
} from "./chunks/chunk-HYJ3HWSL.js";
import {
  explain
} from "./chunks/chunk-J2FLKC3M.js";
import {
  terminalText
} from "./chunks/chunk-VBQPEORM.js";
import {
  VERSION
} from "./chunks/chunk-3WA5LAVB.js";
import "./chunks/chunk-7X4FOFYP.js";
import "./chunks/chunk-OR7BGG5Q.js";
import "./chunks/chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunks/chunk-CAOBLGU6.js";
import "./chunks/chunk-SEWDMQ6Q.js";

// src/command/commands.ts
var COMMANDS = /* @__PURE__ */ new Map([
  [
    "check",
    {
      arguments: "PLAN...",
      summary: "says whether a plan breaks a CCE cluster or opens it to the world",
      load: async () => (await import("./chunks/check-command-VILVXSFJ.js")).checkCommand
    }
  ],
  [
    "fix",
    {
      arguments: "PLAN [FINGERPRINT]",
      summary: "says what mends the findings of a plan, each way proved against it",
      load: async () => (await import("./chunks/fix-EUTW3TCH.js")).fixCommand
    }
  ],
  [
    "explain",
    {
      arguments: "PLAN --from END --to END --port PACKETS",
      summary: "says who lets packets through, before, during and after a plan",
      load: async () => (await import("./chunks/explain-HRCLHABC.js")).explainCommand
    }
  ],
  [
    "facts",
    {
      arguments: "[--plan PLAN]",
      summary: "reads the groups and clusters as they are in the cloud, for check --facts",
      load: async () => (await import("./chunks/facts-JFN5SJMR.js")).factsCommand
    }
  ],
  [
    "audit",
    {
      arguments: "FACTS...",
      summary: "says what is broken, open or drifted in the cloud as it is, without a plan",
      load: async () => (await import("./chunks/audit-7IEHHZW7.js")).auditCommand
    }
  ],
  [
    "model",
    {
      arguments: "[ROW...]",
      summary: "lists the rows that clusters are held against, with their meaning",
      load: async () => (await import("./chunks/model-SVAJMLTP.js")).modelCommand
    }
  ],
  [
    "record",
    {
      arguments: "PLAN...",
      summary: "writes into the configuration which default rules go with a plan",
      load: async () => (await import("./chunks/record-2ML6YTYL.js")).recordCommand
    }
  ],
  [
    "rules",
    {
      arguments: "--role ROLE",
      summary: "writes the tables as rules for a security group of one’s own, as HCL",
      load: async () => (await import("./chunks/rules-IZM5YHGL.js")).rulesCommand
    }
  ]
]);
async function runCommand(argv, world) {
  const asked = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  if (asked.includes("--version")) return answer(world, `${VERSION}
`);
  const at = argv.findIndex((argument) => !argument.startsWith("-"));
  const name = argv[at];
  const wantsHelp = asked.includes("--help") || asked.includes("-h");
  if (name === void 0) {
    return wantsHelp ? answer(world, overview()) : err(`no command is named; ${SEE_HELP}`);
  }
  const entry = COMMANDS.get(name);
  if (entry === void 0) return err(await unknownCommand(name));
  const command = await entry.load();
  if (wantsHelp) return answer(world, command.usage);
  return command.run([...argv.slice(0, at), ...argv.slice(at + 1)], world);
}
var SEE_HELP = "see cce-plan-guard --help";
function answer(world, text) {
  const written = world.write(text, void 0);
  return written.ok ? ok(0) : written;
}
async function unknownCommand(name) {
  const { nearest, shownKey } = await import("./chunks/nearest-7K3VWIDV.js");
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
    "  cce-plan-guard COMMAND --help says more of a command; --version says which version this is.",
    "",
    "exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge",
    ""
  ].join("\n");
}

// src/cli.ts
var links = process.stdout.isTTY && (await import("./chunks/supports-hyperlinks-GVPWPZ2E.js")).default.stdout;
var WORLD = {
  now: /* @__PURE__ */ new Date(),
  env: process.env,
  note: (sentence) => warn(`note: ${sentence}`),
  write(text, output) {
    if (output === void 0 || isStandardOutput(output)) {
      process.stdout.write(text);
      return ok(void 0);
    }
    const written = writeWhole(output, text);
    return written.ok ? written : err(unwritten(output, written.error));
  },
  terminal(output) {
    const { NO_COLOR: noColor = "", TERM: terminal } = process.env;
    const isTerminal = output === void 0 && process.stdout.isTTY;
    if (!isTerminal) return void 0;
    return { colors: noColor === "" && terminal !== "dumb", width: process.stdout.columns, links };
  }
};
function unwritten(place, why) {
  return `the report cannot be written: ${place} ${why}`;
}
function warn(message) {
  process.stderr.write(`cce-plan-guard: ${terminalText(message, Infinity)}
`);
}
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  warn(unwritten("standard output", explain(error, "report")));
  process.exit(2);
});
process.exitCode = await exitStatusOf(() => runCommand(process.argv.slice(2), WORLD), warn);
