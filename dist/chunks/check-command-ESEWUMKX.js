import {
  writeForms
} from "./chunk-NKA6FBWZ.js";
import {
  FORMAT_NAMES,
  LEVEL_NAMES,
  REPORT_OPTIONS,
  SHARED_OPTIONS,
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  reportNamed,
  shownFile,
  spares
} from "./chunk-SYSFPNJO.js";
import {
  check
} from "./chunk-WFSRYE7Q.js";
import {
  openConfigurationFile
} from "./chunk-H3NET724.js";
import "./chunk-S7WEL6PE.js";
import {
  openSourceOf
} from "./chunk-MAWMAWIB.js";
import "./chunk-XEUB5RXE.js";
import "./chunk-CRBWAC3T.js";
import "./chunk-SGGSWJRP.js";
import "./chunk-HQEX6KPR.js";
import "./chunk-JNC5NJEG.js";
import "./chunk-BSUAILOG.js";
import "./chunk-WP7SEW2N.js";
import "./chunk-4TGPX3GL.js";
import "./chunk-Q4KDA6G2.js";
import {
  engineFor
} from "./chunk-RNRFNQLI.js";
import "./chunk-HYJ3HWSL.js";
import "./chunk-J2FLKC3M.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import "./chunk-4C3JTZW3.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-GY66YBQZ.js";
import "./chunk-VASI7VMD.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import {
  ok
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/command/check-command.ts
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
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`,
  run: async (argv, world) => {
    const options = readCheckOptions(argv);
    return options.ok ? runCheck(options.value, world) : options;
  }
};
var OPTIONS = {
  facts: { type: "string", multiple: true },
  source: { type: "string" },
  base: { type: "string" },
  ...REPORT_OPTIONS,
  "require-cluster": { type: "boolean", default: false },
  ...SHARED_OPTIONS
};
function readCheckOptions(argv) {
  const read = readArguments(argv, "check", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const plans = plansNamed(positionals, "check");
  if (!plans.ok) return plans;
  const report = reportNamed(values);
  if (!report.ok) return report;
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const { source, base } = values;
  return ok({
    ...{ plans: plans.value, facts: facts.value, ...report.value, source, base },
    requiresCluster: values["require-cluster"]
  });
}
async function runCheck({ plans, facts, config, ...options }, world) {
  const file = await openConfigurationFile(config);
  if (!file.ok) return file;
  const spared = spares(options.output, [...plans, ...facts.files, file.value.path], options.reports);
  if (!spared.ok) return spared;
  return check({
    configuration: file.value.configuration,
    plans: plans.map((file2) => ({
      name: shownFile(file2),
      file: file2,
      source: () => openSourceOf(file2, options)
    })),
    facts: factsToRead(facts),
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    deadline: options.deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    answer: (_, render) => writeForms(options, render, world)
  });
}
export {
  checkCommand,
  readCheckOptions
};
