#!/usr/bin/env node
import {
  VERSION,
  checkoutOf,
  diskReader,
  engineFor,
  explain,
  findConfiguration,
  keepAlive,
  misnamedConfiguration,
  openBase,
  readBytes,
  runInSource,
  sourceDirectory
} from "./chunks/chunk-KOP6NJPD.js";
import "./chunks/chunk-HZ3BLSY2.js";
import "./chunks/chunk-GQBZ343B.js";
import "./chunks/chunk-T4XGEMMG.js";
import "./chunks/chunk-LGCENKN6.js";
import {
  NO_CONFIGURATION,
  err,
  ok,
  unreachable
} from "./chunks/chunk-X5LUL77T.js";
import "./chunks/chunk-KRDRI2YL.js";
import "./chunks/chunk-ALZ5PEDL.js";
import "./chunks/chunk-BC6WHAUI.js";
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
  if (values.help === true) return ok({ kind: "help" });
  if (command === void 0) return err("no command is named; write: cce-plan-guard check PLAN");
  if (command !== "check") return err(`there is no command \`${command}\`; write: cce-plan-guard check PLAN`);
  if (plans.length === 0)
    return err("no plan is named; write: cce-plan-guard check PLAN, or - for standard input");
  if (plans.includes("")) return err("the name of a plan is empty: perhaps a variable is not set");
  const blank = Object.entries(values).find(([, value]) => value === "");
  if (blank !== void 0) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  const format = FORMATS.find((name) => name === values.format);
  if (format === void 0) return err(`--format takes ${FORMATS.join(", ")}, not \`${values.format}\``);
  const level = values["fail-on"];
  const failOn = level === void 0 ? void 0 : FAIL_ON.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) {
    return err(`--fail-on takes ${FAIL_ON.join(", ")}, not \`${level}\``);
  }
  const { config, output, source, base, label } = values;
  const options = { plans: [...new Set(plans)], config, format, output, failOn, source, base, label };
  return ok({ kind: "check", options });
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
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
  const settle = engineFor(plans);
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
  await settle();
  if (!written.ok) return refuse(written.error);
  return report.conclusion === "pass" ? PASS : FAIL;
}
async function readConfigurationFile(named) {
  const path = named ?? findConfiguration();
  if (path === void 0) {
    const other = misnamedConfiguration();
    if (other === void 0) return ok(NO_CONFIGURATION);
    return err(`${other.path} is not read under this name. Rename it: mv ${other.path} ${other.rightPath}`);
  }
  const bytes = readBytes(path, "configuration");
  if (!bytes.ok) return err(`${path} ${bytes.error}`);
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import("./chunks/read-configuration-QQ7HPR5X.js"),
    import("./chunks/check-id-TNQPCLKN.js")
  ]);
  const configuration = readConfiguration(new TextDecoder().decode(bytes.value), CHECK_IDS);
  return configuration.ok ? configuration : err(`${path}: ${configuration.error.message}`);
}
async function sourceOf(path, { source, base }) {
  const directory = source ?? sourceDirectory(path);
  if (directory === void 0) {
    return base === void 0 ? ok({}) : err(`--base ${base} needs the folder of the .tf files: add --source DIR`);
  }
  const checkout = checkoutOf(directory);
  if (checkout === void 0) return err(`--source ${directory} is no directory`);
  if (base === void 0) return ok({ source: diskReader(checkout) });
  const revision = await openBase(checkout.root, base);
  return revision === void 0 ? err(`--base ${base} is no revision that git finds in ${directory}. In a shallow clone, fetch it first`) : ok({ source: diskReader(checkout, revision) });
}
async function render(report, format, isTerminal) {
  switch (format) {
    case "text": {
      const { renderText } = await import("./chunks/text-ITWEQ4CK.js");
      const colors = isTerminal && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb";
      return renderText(report, { colors, width: isTerminal ? process.stdout.columns : void 0 });
    }
    case "json":
      return (await import("./chunks/json-TQL2AHS3.js")).renderJson(report);
    case "markdown":
      return (await import("./chunks/markdown-SYFSXLPA.js")).renderMarkdown(report);
    case "sarif": {
      const [{ renderSarif }, { CHECKS }] = await Promise.all([
        import("./chunks/sarif-3RGIAJND.js"),
        import("./chunks/checks-UX54HHWB.js")
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
    return err(unwritten(output, error));
  }
}
function unwritten(place, error) {
  return `the report cannot be written: ${place} ${explain(error, "report")}`;
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
  if (error.code !== "EPIPE") process.exit(refuse(unwritten("standard output", error)));
});
try {
  process.exitCode = await keepAlive(() => main(process.argv.slice(2)));
} catch (error) {
  const kind = error instanceof Error ? error.name : "error";
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`
  );
}
