import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/merge.ts
import { readBytes } from "../core.js";
import { beginPeers } from "../core.js";
import { err, ok } from "../core.js";
import { joinedReports } from "../core.js";
import { VERSION } from "../core.js";
import {
  FORMAT_NAMES,
  LEVEL_NAMES,
  readArguments,
  REPORT_OPTIONS,
  reportNamed,
  SHARED_OPTIONS,
  shownFile,
  spares
} from "../core.js";
import { renderOf } from "../core.js";
import { NOTE_OPTION, putNoteOf, withNote } from "../core.js";
import { plansFound } from "../core.js";
import { writeForms } from "../core.js";
var mergeCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard merge REPORT... [options]

Puts the reports of several runs together: what one run over all of their plans says, if none of them needs to know
another. REPORT is what \`check --format json\` writes; a folder stands for the .json files in it, a glob in quotes for
what it finds. Their order does not matter, and a plan that several of them have counts once.

  --expect NAME,... plans that must be there, by label or path; may be given again
  --allow-missing   tell of those that are not there, and do not fail because of them
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: as the reports were judged
  --gitlab-note     in a pipeline of a merge request of GitLab: bring one note on it up to date, with the token in
                    GITLAB_TOKEN. Whether that works does not change the exit status
  --label NAME      a name for that note: another merge of the same merge request needs another one
  --quiet, -q       print nothing; files are written, and the exit status tells
  --color WHEN      always, never, auto; default: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, or no report of a plan that must be there, 2 could not read
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "merge", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    if (positionals.length === 0) return err(NO_REPORT);
    const named = reportNamed(values);
    if (!named.ok) return named;
    const expected = (values.expect ?? []).flatMap((names) => names.split(",")).map((name) => name.trim());
    if (expected.includes("")) return err("--expect has an empty name: perhaps a variable is not set");
    const note = { writesNote: values["gitlab-note"], label: named.value.label };
    return withNote(note, world, () => {
      const options = { failOn: named.value.failOn, expected, mayLack: values["allow-missing"] };
      return merge(positionals, { ...named.value, ...note }, options, world);
    });
  }
};
var { format, output, report, "fail-on": failOn, label, quiet, color } = REPORT_OPTIONS;
var OPTIONS = {
  expect: { type: "string", multiple: true },
  "allow-missing": { type: "boolean", default: false },
  ...{ format, output, report, "fail-on": failOn, label, quiet, color },
  ...NOTE_OPTION,
  ...SHARED_OPTIONS
};
var NO_REPORT = "no report is named; write: cce-plan-guard merge REPORT..., the JSON reports of several runs";
async function merge(names, named, options, world) {
  const found = await plansFound(names, "report");
  if (!found.ok) return found;
  const spared = spares(named.output, found.value, named.reports);
  if (!spared.ok) return spared;
  const joined = await joinedFiles(
    found.value.map((file) => ({ name: shownFile(file), file })),
    options
  );
  if (!joined.ok) return joined;
  const written = await writeForms(named, renderJoined(joined.value), world);
  if (!written.ok) return written;
  await putNoteOf(joined.value.report, named, world);
  return ok(joined.value.report.conclusion === "pass" ? 0 : 1);
}
function renderJoined({ report: report2, failOn: failOn2, fallbackFile }) {
  return renderOf(report2, { version: VERSION, failOn: failOn2, fallbackFile });
}
async function joinedFiles(files, options) {
  const { readShard } = await import("../chunks/read-XP7ONFMI.js");
  const { planText } = await import("../chunks/values-TB4QJKJA.js");
  beginPeers();
  const shards = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, "report");
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const shard = readShard(new TextDecoder().decode(bytes.value), name);
    if (!shard.ok) return err(`${name} ${shard.error}`);
    shards.push(shard.value);
  }
  const [first, ...others] = shards;
  return first === void 0 ? err(NO_REPORT) : joinedReports([first, ...others], options, planText);
}
export {
  joinedFiles,
  mergeCommand,
  renderJoined
};
