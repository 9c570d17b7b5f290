import {
  SHARED_OPTIONS,
  deadlineNamed,
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  shownFile,
  spares
} from "./chunk-X64ZEACJ.js";
import {
  check
} from "./chunk-B3TZD3M3.js";
import {
  openConfigurationFile
} from "./chunk-OPEOPSBQ.js";
import "./chunk-3JSJ5UNR.js";
import {
  openSourceOf
} from "./chunk-G6ANBTR3.js";
import "./chunk-YJVPASS3.js";
import "./chunk-CRBWAC3T.js";
import "./chunk-I77AXVQQ.js";
import "./chunk-JKMBH4LS.js";
import "./chunk-JNC5NJEG.js";
import "./chunk-BSUAILOG.js";
import "./chunk-7TTZK7M6.js";
import "./chunk-WP7SEW2N.js";
import "./chunk-Q4KDA6G2.js";
import {
  engineFor
} from "./chunk-B5JR356N.js";
import "./chunk-HYJ3HWSL.js";
import "./chunk-J2FLKC3M.js";
import "./chunk-TQJZS7YS.js";
import "./chunk-P6XS7GSD.js";
import "./chunk-KI22CGVC.js";
import "./chunk-5RECAKZO.js";
import "./chunk-X7GJCHHQ.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-5KFXGHWA.js";
import "./chunk-Q3OOR6JC.js";
import "./chunk-EOII5DBA.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-HIKODXRX.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-SF5CSMV6.js";
import "./chunk-3LHELD3E.js";
import "./chunk-W7SFD7U6.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/command/fix.ts
var fixCommand = {
  usage: `usage: cce-plan-guard fix PLAN [FINGERPRINT] [options]

Says what mends the findings of a plan, the most conservative way first. Each way that changes rules has been applied to
the plan and judged again: it ends the finding, brings no other, and opens nothing that nobody asks for.
FINGERPRINT is one that \`check\` prints, or its first digits, 8 at the least; left out: every finding.

  --format FORMAT   text, json; default: text
  --output FILE     write it there instead of to standard output
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 told, or nothing to mend; 2 could not judge
`,
  run: async (argv, world) => {
    const options = readFixOptions(argv);
    return options.ok ? runFix(options.value, world) : options;
  }
};
var OPTIONS = {
  config: { type: "string" },
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  source: { type: "string" },
  base: { type: "string" },
  deadline: { type: "string" },
  ...SHARED_OPTIONS
};
function readFixOptions(argv) {
  const read = readArguments(argv, "fix", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [named, fingerprint, ...others] = positionals;
  const plans = plansNamed(named === void 0 ? [] : [named], "fix");
  if (!plans.ok) return plans;
  if (others.length > 0) return err("fix takes one plan and one fingerprint; see cce-plan-guard fix --help");
  if (fingerprint !== void 0 && !/^[0-9a-f]{8,16}$/.test(fingerprint)) {
    return err("a fingerprint has 8 to 16 digits, 0-9 and a-f: `check --format json` prints them");
  }
  const { format, config, output, source, base } = values;
  if (format !== "text" && format !== "json") return err(`--format takes text, json, not \`${format}\``);
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  const [plan = ""] = plans.value;
  return ok({
    ...{ plan, fingerprint, format, facts: facts.value, config, output, source, base },
    deadline: deadline.value
  });
}
async function runFix(options, world) {
  const { plan, facts, config, output, source, base, deadline } = options;
  const file = await openConfigurationFile(config);
  if (!file.ok) return file;
  const spared = spares(output, [plan, ...facts.files, file.value.path]);
  if (!spared.ok) return spared;
  return check({
    configuration: file.value.configuration,
    plans: [{ name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base }) }],
    facts: factsToRead(facts),
    // Whether it breaks is for \`check\` to say.
    failOn: "never",
    label: void 0,
    requiresCluster: false,
    deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    answer: async (report) => {
      const asked = findingsAsked(report, options.fingerprint);
      return asked.ok ? world.write(await rendered(report, asked.value, options, world), output) : asked;
    }
  });
}
function findingsAsked({ findings }, fingerprint) {
  const open = findings.filter(({ waived }) => waived === void 0);
  if (fingerprint === void 0) return ok(open);
  const found = open.filter((one) => one.fingerprint.startsWith(fingerprint));
  if (found.length === 1) return ok(found);
  return found.length === 0 ? err(`no finding of this plan has a fingerprint that begins with ${fingerprint}`) : err(
    `${String(found.length)} findings begin with ${fingerprint}: write more digits, one of ${found.map((one) => one.fingerprint).join(", ")}`
  );
}
async function rendered(report, asked, { format, output }, { terminal }) {
  if (format === "json") {
    const { renderFixesJson } = await import("./fix-json-DNFJIWBU.js");
    return renderFixesJson(asked);
  }
  if (asked.length === 0) return "nothing to mend\n";
  const { renderFixesText } = await import("./fix-text-25XKXCVM.js");
  const named = new Set(asked.map(({ fingerprint }) => fingerprint));
  return renderFixesText(report, named, terminal(output) ?? { colors: false });
}
export {
  fixCommand
};
