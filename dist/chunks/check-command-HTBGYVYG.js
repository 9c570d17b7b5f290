import {
  SHARED_OPTIONS,
  factsNamed,
  plansNamed,
  readArguments,
  shownFile
} from "./chunk-DFSH7FKS.js";
import {
  FORMATS,
  check,
  readConfigurationFile
} from "./chunk-6HKIAGUI.js";
import {
  openSourceOf
} from "./chunk-OCVDWTCK.js";
import "./chunk-LHBIX73V.js";
import "./chunk-BSUAILOG.js";
import "./chunk-7TTZK7M6.js";
import "./chunk-WP7SEW2N.js";
import "./chunk-Q4KDA6G2.js";
import "./chunk-UC4MWDC6.js";
import "./chunk-JNC5NJEG.js";
import {
  engineFor
} from "./chunk-B5JR356N.js";
import "./chunk-B4BSSZ6H.js";
import "./chunk-SJX2WHLL.js";
import "./chunk-CGMM4KGC.js";
import "./chunk-QJNCAEDK.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-VYRVLFZU.js";
import "./chunk-NKP77RSJ.js";
import "./chunk-4WINV2TB.js";
import "./chunk-RANS3CYM.js";
import "./chunk-DWQOV5FC.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-5XLG6COY.js";
import "./chunk-23KPEMH6.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/command/check-command.ts
var FORMAT_NAMES = Object.keys(FORMATS).join(", ");
var FAIL_ON = ["critical", "warning", "notice", "never"];
var checkCommand = {
  usage: `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again. What \`cce-plan-guard facts\` writes, answers of the
                    API, lists of \`openstack security group\`, or \`terraform show -json\` of the state of another root
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
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
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
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
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const { config, output, source, base, label } = values;
  return ok({
    ...{ plans: plans.value, facts: facts.value, config, format, output, failOn, source, base, label },
    requiresCluster: values["require-cluster"]
  });
}
function isFormat(name) {
  return Object.hasOwn(FORMATS, name);
}
async function runCheck({ plans, facts, config, format, output, ...options }, { now, note, write, terminal }) {
  const configuration = await readConfigurationFile(config);
  if (!configuration.ok) return configuration;
  return check({
    configuration: configuration.value,
    plans: plans.map((file) => ({
      name: shownFile(file),
      file,
      source: () => openSourceOf(file, options)
    })),
    facts: { ...facts, files: facts.files.map((file) => ({ name: shownFile(file), file })) },
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
