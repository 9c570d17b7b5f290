import {
  FORMATS,
  check,
  readConfigurationFile
} from "./chunk-GNFG2H5C.js";
import {
  openSourceOf
} from "./chunk-MUQFH3BL.js";
import "./chunk-3OWMK7D5.js";
import "./chunk-7TTZK7M6.js";
import "./chunk-WP7SEW2N.js";
import "./chunk-BA4YUNXN.js";
import "./chunk-A5ACMFFS.js";
import {
  engineFor
} from "./chunk-B5JR356N.js";
import "./chunk-E3NO2UKQ.js";
import "./chunk-MD6L5BLK.js";
import "./chunk-74WA237P.js";
import "./chunk-WTCTNPVO.js";
import "./chunk-BD4AXP67.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-MCAAJCZO.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/command/arguments.ts
import { parseArgs } from "node:util";
var SHARED_OPTIONS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
function readArguments(argv, name, options) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const trouble = error instanceof Error ? firstSentence(error.message) : "the arguments cannot be read";
    return err(`${trouble}. See cce-plan-guard ${name} --help`);
  }
  const blank = Object.entries(parsed.values).find(([, value]) => value === "");
  if (blank !== void 0) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  return ok(parsed);
}
function plansNamed(names, command) {
  if (names.length === 0) {
    return err(`no plan is named; write: cce-plan-guard ${command} PLAN, or - for standard input`);
  }
  if (names.includes("")) return err("the name of a plan is empty: perhaps a variable is not set");
  return ok([...new Set(names)]);
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
}

// src/command/check-command.ts
var FORMAT_NAMES = Object.keys(FORMATS).join(", ");
var FAIL_ON = ["critical", "warning", "notice", "never"];
var checkCommand = {
  usage: `usage: cce-plan-guard check PLAN... [options]

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
`,
  run: async (argv, world) => {
    const options = readCheckOptions(argv);
    return options.ok ? runCheck(options.value, world) : options;
  }
};
var OPTIONS = {
  config: { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  "fail-on": { type: "string" },
  source: { type: "string" },
  base: { type: "string" },
  label: { type: "string" },
  "require-cluster": { type: "boolean", default: false },
  ...SHARED_OPTIONS
};
function readCheckOptions(argv) {
  const read = readArguments(argv, "check", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const plans = plansNamed(positionals, "check");
  if (!plans.ok) return plans;
  const { format } = values;
  if (!isFormat(format)) return err(`--format takes ${FORMAT_NAMES}, not \`${format}\``);
  const level = values["fail-on"];
  const failOn = level === void 0 ? void 0 : FAIL_ON.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) {
    return err(`--fail-on takes ${FAIL_ON.join(", ")}, not \`${level}\``);
  }
  const { config, output, source, base, label } = values;
  return ok({
    ...{ plans: plans.value, config, format, output, failOn, source, base, label },
    requiresCluster: values["require-cluster"]
  });
}
function isFormat(name) {
  return Object.hasOwn(FORMATS, name);
}
async function runCheck({ plans, config, format, output, ...options }, { now, note, write, terminal }) {
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
    now,
    prepareEngine: engineFor,
    note,
    answer: async (_, render) => write(await render(format, terminal(output)), output)
  });
}
export {
  checkCommand,
  readCheckOptions
};
