import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/fix.ts
import { engineFor } from "../core.js";
import { isThere } from "../core.js";
import { sourceOpener } from "../core.js";
import { err, ok } from "../core.js";
import { firstOfEach, groupBy } from "../core.js";
import {
  deadlineNamed,
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  SHARED_OPTIONS,
  shownFile
} from "../core.js";
import { check } from "../core.js";
import { configurationFor } from "../core.js";
var fixCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard fix PLAN... [FINGERPRINT] [options]
       cce-plan-guard fix PLAN... --order [options]

Says what mends the findings of a plan, or of several that are judged together, the most conservative way first. Each way that changes rules has been applied to
the plan and judged again: it ends the finding, brings no other, and opens nothing that nobody asks for.
FINGERPRINT is one that \`check\` prints, or its first digits, 8 at the least; left out: every finding.

  --patch           the most conservative way as a unified diff, for \`git apply\` in the root of the repository; what was
                    taken away or changed comes back as --base REVISION has it
  --order           the applies, one after the other, in which nothing of the plan is cut for a moment; or why there are none
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
  patch: { type: "boolean", default: false },
  order: { type: "boolean", default: false },
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
  const last = positionals.length > 1 ? positionals.at(-1) : void 0;
  const fingerprint = last !== void 0 && /^\w*$/.test(last) && !isThere(last) ? last : void 0;
  const plans = plansNamed(fingerprint === void 0 ? positionals : positionals.slice(0, -1), "fix");
  if (!plans.ok) return plans;
  if (fingerprint !== void 0 && !/^[0-9a-f]{8,16}$/.test(fingerprint)) {
    return err("a fingerprint has 8 to 16 digits, 0-9 and a-f: `check --format json` prints them");
  }
  if (fingerprint !== void 0 && values.order) {
    return err("--order is about the whole plan: leave the fingerprint out");
  }
  const { format, config, output, source, base } = values;
  if (format !== "text" && format !== "json") return err(`--format takes text, json, not \`${format}\``);
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const deadline = deadlineNamed(values.deadline);
  if (!deadline.ok) return deadline;
  return ok({
    ...{
      plans: plans.value,
      fingerprint,
      isOrder: values.order,
      isPatch: values.patch,
      format,
      facts: facts.value,
      config,
      output,
      source,
      base
    },
    deadline: deadline.value
  });
}
async function runFix(options, world) {
  const { plans, facts, config, output, source, base, deadline } = options;
  const inputs = [...plans, ...facts.files];
  const configuration = await configurationFor({ config, inputs, output }, world);
  if (!configuration.ok) return configuration;
  const openSource = sourceOpener({ source, base });
  return check({
    configuration: configuration.value,
    plans: plans.map((plan) => ({ name: shownFile(plan), file: plan, source: () => openSource(plan) })),
    facts: factsToRead(facts),
    // Whether it breaks is for \`check\` to say.
    failOn: "never",
    label: void 0,
    requiresCluster: false,
    deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    progress: world.progress,
    answer: async (report, _, sourceOf) => {
      if (options.isOrder) return world.write(await renderedOrder(report, options, world), output);
      const asked = findingsAsked(report, options.fingerprint);
      if (!asked.ok) return asked;
      const told = options.isPatch ? await patchText(asked.value, sourceOf, world) : ok(await renderedFixes({ report, asked: asked.value, sourceOf }, options, world));
      return told.ok ? world.write(told.value, output) : told;
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
async function renderedOrder(report, { format, output }, { terminal }) {
  if (format === "json") {
    const { renderOrderJson } = await import("../chunks/fix-json-TEHCGRPU.js");
    return renderOrderJson(report);
  }
  const { renderOrderText } = await import("../chunks/order-text-N3KMKCWY.js");
  return renderOrderText(report, terminal(output) ?? { colors: false });
}
async function renderedFixes({ report, asked, sourceOf }, { format, output }, { terminal }) {
  if (format === "json") {
    const { renderFixesJson } = await import("../chunks/fix-json-TEHCGRPU.js");
    return renderFixesJson(asked, await patchesOf(asked, sourceOf));
  }
  if (asked.length === 0) return "nothing to mend\n";
  const { renderFixesText } = await import("../chunks/fix-text-HVBRHYA6.js");
  const named = new Set(asked.map(({ fingerprint }) => fingerprint));
  return renderFixesText(report, named, terminal(output) ?? { colors: false });
}
function addressesAround({ causes }) {
  return causes.map(({ address }) => address);
}
async function patchesOf(asked, sourceOf) {
  const patches = /* @__PURE__ */ new Map();
  const [{ fileChangesOf }, { patchOf }] = await patching();
  for (const finding of asked) {
    const source = await sourceOf(finding.plan);
    if (source === void 0) continue;
    for (const fix of finding.fixes?.all() ?? []) {
      const changes = fileChangesOf(fix, addressesAround(finding));
      if (patches.has(fix) || changes.length === 0) continue;
      const { text, without } = await patchOf(source, changes);
      if (text !== "" && without.length === 0) patches.set(fix, text);
    }
  }
  return patches;
}
async function patching() {
  return Promise.all([import("../chunks/file-changes-HJ7ZSXX4.js"), import("../chunks/patch-DTFRJLT3.js")]);
}
async function patchText(asked, sourceOf, { note }) {
  const [{ fileChangesOf }, { patchOf }] = await patching();
  let text = "";
  const without = [];
  const taken = [];
  for (const [plan, findings] of groupBy(asked, (finding) => finding.plan)) {
    const source = await sourceOf(plan);
    if (source === void 0) return err("--patch needs the folder of the .tf files: add --source DIR");
    const changes = findings.flatMap((finding) => {
      const fix = finding.fixes?.first();
      return fix === void 0 ? [] : fileChangesOf(fix, addressesAround(finding));
    });
    const patch = await patchOf(
      source,
      firstOfEach(changes, (change) => JSON.stringify(change))
    );
    text += patch.text;
    without.push(...patch.without);
    taken.push(...patch.taken);
  }
  if (text === "") {
    return err(
      `nothing can be written as a patch: ${without[0] ?? "no finding has a fix that changes files"}`
    );
  }
  for (const why of without) note(`not in the patch: ${why}`);
  for (const why of taken) note(`in the patch: ${why}`);
  return ok(text);
}
export {
  fixCommand
};
