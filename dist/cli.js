#!/usr/bin/env node
import {
  FORMATS,
  VERSION,
  check,
  engineFor,
  exitStatusOf,
  readConfigurationFile
} from "./chunks/chunk-XDSVW2MC.js";
import "./chunks/chunk-3OWMK7D5.js";
import "./chunks/chunk-WP7SEW2N.js";
import "./chunks/chunk-BA4YUNXN.js";
import "./chunks/chunk-A5ACMFFS.js";
import {
  explain,
  openSourceOf
} from "./chunks/chunk-OGRJQTDS.js";
import "./chunks/chunk-7TTZK7M6.js";
import "./chunks/chunk-6ZYN5KSJ.js";
import "./chunks/chunk-E5TX4VAH.js";
import "./chunks/chunk-VJCY3KLQ.js";
import "./chunks/chunk-5LT4W6TK.js";
import "./chunks/chunk-CPKAFI3T.js";
import "./chunks/chunk-KUSDIF2Y.js";
import "./chunks/chunk-HR654TLQ.js";
import "./chunks/chunk-MCAAJCZO.js";
import {
  err,
  ok,
  unreachable
} from "./chunks/chunk-CAOBLGU6.js";
import "./chunks/chunk-QRXDQQPD.js";
import "./chunks/chunk-SEWDMQ6Q.js";

// src/cli.ts
import { writeFileSync } from "node:fs";

// src/command/arguments.ts
import { parseArgs } from "node:util";
var FORMAT_NAMES = Object.keys(FORMATS).join(", ");
var FAIL_ON = ["critical", "warning", "notice", "never"];
var USAGE = `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --fail-on LEVEL   ${FAIL_ON.join(", ")}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
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
  "require-cluster": { type: "boolean", default: false },
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
  if (values.help === true) return ok({ kind: "help" });
  if (command === void 0) return err("no command is named; write: cce-plan-guard check PLAN");
  if (command !== "check") return err(`there is no command \`${command}\`; write: cce-plan-guard check PLAN`);
  if (plans.length === 0)
    return err("no plan is named; write: cce-plan-guard check PLAN, or - for standard input");
  if (plans.includes("")) return err("the name of a plan is empty: perhaps a variable is not set");
  const blank = Object.entries(values).find(([, value]) => value === "");
  if (blank !== void 0) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  const { format } = values;
  if (!isFormat(format)) return err(`--format takes ${FORMAT_NAMES}, not \`${format}\``);
  const level = values["fail-on"];
  const failOn = level === void 0 ? void 0 : FAIL_ON.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) {
    return err(`--fail-on takes ${FAIL_ON.join(", ")}, not \`${level}\``);
  }
  const { config, output, source, base, label } = values;
  const options = {
    ...{ plans: [...new Set(plans)], config, format, output, failOn, source, base, label },
    requiresCluster: values["require-cluster"]
  };
  return ok({ kind: "check", options });
}
function isFormat(name) {
  return Object.hasOwn(FORMATS, name);
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
}

// src/cli.ts
async function main(argv) {
  const command = readArguments(argv);
  if (!command.ok) return err(`${command.error}. See cce-plan-guard --help`);
  switch (command.value.kind) {
    case "help":
      process.stdout.write(USAGE);
      return ok(0);
    case "version":
      process.stdout.write(`${VERSION}
`);
      return ok(0);
    case "check":
      return runCheck(command.value.options);
    default:
      return unreachable(command.value);
  }
}
async function runCheck({
  plans,
  config,
  format,
  output,
  ...options
}) {
  const configuration = await readConfigurationFile(config);
  if (!configuration.ok) return configuration;
  return check({
    configuration: configuration.value,
    plans: plans.map((file) => ({
      name: file === "-" ? "standard input" : file,
      file,
      source: () => openSourceOf(file, options)
    })),
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    now: /* @__PURE__ */ new Date(),
    prepareEngine: engineFor,
    note: (sentence) => warn(`note: ${sentence}`),
    answer: async (_, render) => write(await render(format, terminalFor(output)), output)
  });
}
function terminalFor(output) {
  const { NO_COLOR: noColor = "", TERM: terminal } = process.env;
  const isTerminal = output === void 0 && process.stdout.isTTY;
  if (!isTerminal) return void 0;
  return { colors: noColor === "" && terminal !== "dumb", width: process.stdout.columns };
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
    return err(unwritten(output, error));
  }
}
function unwritten(place, error) {
  return `the report cannot be written: ${place} ${explain(error, "report")}`;
}
function warn(message) {
  process.stderr.write(`cce-plan-guard: ${message.replace(new RegExp("\\p{Cc}|\\p{Cf}", "gu"), " ")}
`);
}
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  warn(unwritten("standard output", error));
  process.exit(2);
});
process.exitCode = await exitStatusOf(() => main(process.argv.slice(2)), warn);
