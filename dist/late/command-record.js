import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/record.ts
import { defaultRulesText } from "../core.js";
import { openConfigurationFile } from "../core.js";
import { engineFor } from "../core.js";
import { writeWhole } from "../core.js";
import { sourceOpener } from "../core.js";
import { terminalText } from "../core.js";
import { err, ok } from "../core.js";
import {
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  SHARED_OPTIONS,
  shownFile
} from "../core.js";
import { check } from "../core.js";
var recordCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard record PLAN... [options]
       cce-plan-guard record --facts FILE... [options]

Writes \`default-rules: { gone: [ROW] }\` into the configuration, for each rule that CCE made and that goes with the plan.
A later plan does not show that it is gone; with this line it is judged by what is there. The rest of the file stays as
it is, and a second run changes nothing. A file that is not there is made.

  --facts FILE      what stands in the cloud, any number of files: every row that they show is written down
  --facts-date TIME when somebody looked, for files that do not say it: 2026-11-24T06:00:00Z
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --help, --version

exit: 0 recorded, or nothing to record; 2 could not record
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "record", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const facts = factsNamed(values.facts ?? [], values["facts-date"]);
    if (!facts.ok) return facts;
    const isAlone = positionals.length === 0 && facts.value.files.length > 0;
    const plans = isAlone ? ok([]) : plansNamed(positionals, "record");
    if (!plans.ok) return plans;
    const { config, source } = values;
    return record({ plans: plans.value, facts: facts.value, config, source }, world);
  }
};
var OPTIONS = {
  config: { type: "string" },
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
  source: { type: "string" },
  ...SHARED_OPTIONS
};
async function record({ plans, facts, config, source }, { now, note, write, progress }) {
  const file = await openConfigurationFile(config, { mayLack: true });
  if (!file.ok) return file;
  const openSource = sourceOpener({ source, base: void 0 });
  return check({
    ...plans.length === 0 && { occasion: "audit" },
    configuration: file.value.configuration,
    plans: plans.map((file2) => ({ name: shownFile(file2), file: file2, source: () => openSource(file2) })),
    facts: factsToRead(facts),
    // What the plan breaks is for `check` to say.
    failOn: "never",
    label: void 0,
    requiresCluster: false,
    now,
    prepareEngine: engineFor,
    note,
    progress,
    answer: async (report) => {
      const said = await recordIn(file.value, report);
      return said.ok ? write(said.value, void 0) : said;
    }
  });
}
function wantedIn({ records, seen }) {
  const shown = new Set(seen.map(({ cluster }) => cluster));
  const going = records.filter(({ cluster }) => !shown.has(cluster)).map((record2) => ({ ...record2, isRecorded: record2.gone.length === record2.recorded.length }));
  return [...seen, ...going];
}
var NOTHING = {
  plan: "nothing to record: no rule that CCE made goes with this plan",
  cloud: "nothing to record: the facts show no cluster together with its security groups"
};
async function recordIn(file, report) {
  const wanted = wantedIn(report);
  if (wanted.length === 0) return ok(`${NOTHING[report.cloud === void 0 ? "plan" : "cloud"]}
`);
  if (wanted.some(({ isNameable }) => !isNameable)) {
    return err("the name of a cluster is sensitive, so it is not written down: record it by hand");
  }
  const fresh = wanted.filter(({ isRecorded }) => !isRecorded);
  const lines = wanted.map(
    (one) => `${one.isRecorded ? "already in" : "written to"} ${terminalText(file.path)}, ${entrySaid(one)}
`
  );
  if (fresh.length === 0) return ok(lines.join(""));
  const { withDefaultRules } = await import("../chunks/write-default-rules-6I2SBQBJ.js");
  const records = fresh.map(({ cluster, entry }) => ({ cluster, record: entry }));
  const text = withDefaultRules(file.text ?? "", records);
  if (!text.ok) {
    return err(`${file.path} ${text.error}. Write by hand: ${fresh.map(entrySaid).join("; ")}`);
  }
  const written = writeWhole(file.path, text.value);
  return written.ok ? ok(lines.join("")) : err(`${file.path} cannot be written: it ${written.error}`);
}
function entrySaid({ cluster, entry }) {
  return `cluster ${terminalText(cluster)}: ${defaultRulesText(entry)}`;
}
export {
  recordCommand
};
