import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/audit.ts
import { engineFor } from "../core.js";
import { err } from "../core.js";
import {
  factsNamed,
  factsToRead,
  FORMAT_NAMES,
  LEVEL_NAMES,
  readArguments,
  REPORT_OPTIONS,
  reportNamed,
  SHARED_OPTIONS
} from "../core.js";
import { check } from "../core.js";
import { configurationFor } from "../core.js";
import { writeForms } from "../core.js";
var auditCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard audit FACTS... [options]

Says what is broken in the security groups of CCE clusters as they are, what is open to the internet, which of CCE's own
rules are gone or changed, what the check before a cluster upgrade will refuse, and which rules do nothing.
FACTS is what \`cce-plan-guard facts\` writes, answers of the API, lists of \`openstack security group\`, or
\`terraform show -json\` of a state; \`-\` reads standard input. A group that the files do not show is told, and not judged.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: critical
  --label NAME      a name for this cloud in the report
  --quiet, -q       print nothing; files are written, and the exit status tells
  --color WHEN      always, never, auto; default: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

What is broken is as grave as if a plan broke it; waivers and severities of the configuration count.
exit: 0 clean, 1 findings at or above --fail-on, 2 could not judge
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "audit", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    if (positionals.length === 0) return err(NO_FILE);
    if (positionals.includes("")) return err("the name of a file is empty: perhaps a variable is not set");
    const facts = factsNamed(positionals, values["facts-date"]);
    if (!facts.ok) return facts;
    const report = reportNamed(values);
    return report.ok ? audit(facts.value, report.value, world) : report;
  }
};
var OPTIONS = { ...REPORT_OPTIONS, ...SHARED_OPTIONS };
var NO_FILE = "no file of facts is named; write: cce-plan-guard audit facts.json, or - for standard input";
async function audit(facts, { config, failOn, label, deadline, ...named }, world) {
  const { output, reports } = named;
  const configuration = await configurationFor({ config, inputs: facts.files, output, reports }, world);
  if (!configuration.ok) return configuration;
  return check({
    occasion: "audit",
    configuration: configuration.value,
    plans: [],
    facts: factsToRead(facts),
    failOn,
    label,
    requiresCluster: false,
    deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    progress: world.progress,
    answer: (_, render) => writeForms(named, render, world)
  });
}
export {
  auditCommand
};
