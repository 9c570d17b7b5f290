import {
  FORMATS,
  budgetFor,
  deadlineFor,
  gaugesFrom,
  outOfBudgetLine
} from "./chunk-S7WEL6PE.js";
import {
  NO_FACTS,
  run
} from "./chunk-XEUB5RXE.js";
import {
  NO_SOURCE,
  emptyPlan,
  openPlan
} from "./chunk-SGGSWJRP.js";
import {
  MAIN_FILE,
  isConfiguration,
  usualFile
} from "./chunk-4TGPX3GL.js";
import {
  readBytes
} from "./chunk-J2FLKC3M.js";
import {
  isNothingJudged
} from "./chunk-KEJWMVGY.js";
import {
  withPlaces
} from "./chunk-4C3JTZW3.js";
import {
  VERSION
} from "./chunk-3WA5LAVB.js";
import {
  OutOfBudget,
  UNBOUNDED,
  within
} from "./chunk-K7OY3VOL.js";
import {
  compare,
  distinct
} from "./chunk-HR654TLQ.js";
import {
  err,
  must,
  ok
} from "./chunk-CAOBLGU6.js";

// src/command/judge-files.ts
async function openRun({
  plans: files,
  facts: told = NOBODY_LOOKED,
  label,
  budget = UNBOUNDED,
  ...how
}) {
  const plans = [];
  for (const file of files) {
    const plan = await readFile(file, budget);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await factsFrom(told, budget);
  if (!facts.ok) return facts;
  if (how.occasion === "audit") plans.push(emptyFile(told, label));
  const input = { plans, facts: facts.value, ...how };
  const judged = within(budget, "clusters", () => run(input));
  return ok({
    ...judged,
    input,
    sourceOf: async (plan) => plans[plan]?.open?.(),
    budget,
    placesIn: (plan, wanted) => {
      const { subjects } = must(judged.judged[plan], "one a plan");
      return placesFor(subjects, wanted, must(plans[plan], "one a plan").open, budget);
    }
  });
}
async function judgeFiles(files) {
  const opened = await openRun(files);
  if (!opened.ok) return opened;
  const { judged, notes, placesIn, budget, sourceOf } = opened.value;
  const report = await mendedReport({ input: opened.value.input, run: opened.value }, budget);
  const located = await Promise.all(
    judged.map(
      ({ verdict }, plan) => inTime(
        placesIn(
          plan,
          verdict.findings.flatMap(({ causes }) => causes)
        )
      )
    )
  );
  return ok({
    report: withPlaces(report, located),
    notes: distinct([...notes, ...located.flatMap((one) => one.notes)]),
    sourceOf
  });
}
async function mendedReport(judged, budget) {
  const { report } = judged.run;
  const isOver = report.cloud !== void 0 || report.findings.every(({ severity }) => severity === "notice");
  if (isOver) return report;
  const { mended, LIMITS } = await import("./mend-5U3MJUJZ.js");
  return mended(judged, { ...LIMITS, budget });
}
async function factsFrom({ files, date }, budget) {
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import("./facts-of-7JEHN2ZH.js");
  return within(budget, "reading", () => factsOfFiles(files, date));
}
var NOBODY_LOOKED = { files: [], date: void 0 };
function emptyFile({ files }, label) {
  return { path: files.map(({ path: path2 }) => path2).join(", "), label, plan: emptyPlan(), open: void 0 };
}
async function readFile({ path: path2, label, bytes, source }, budget) {
  const opened = within(budget, "reading", () => openPlan(bytes));
  if (!opened.ok) return opened;
  const follow = (readSource) => within(budget, "references", () => opened.value(readSource));
  const plan = follow(NO_SOURCE);
  if (source === void 0) return ok({ path: path2, label, plan, open: void 0 });
  const open = opening(counted(source, budget), plan);
  if (plan.unread.length === 0) return ok({ path: path2, label, plan, open });
  const { planWithSource } = await import("./locals-N5U3KST4.js");
  return ok({ path: path2, label, plan: await planWithSource(follow, plan, await open()), open });
}
function opening(reader, { moduleSource }) {
  let opened;
  return () => opened ??= import("./source-HTRWIAJP.js").then(
    ({ openSource }) => openSource(reader, moduleSource)
  );
}
var STEPS_PER_SOURCE_BYTE = 30;
var STEPS_PER_PLACE = 2e3;
function counted(reader, budget) {
  const read = async (bytes) => {
    const found = await bytes;
    budget.spend(1 + STEPS_PER_SOURCE_BYTE * (found?.length ?? 0), "files");
    return found;
  };
  return {
    rootModule: reader.rootModule,
    grammar: () => reader.grammar(),
    list: (directory) => reader.list(directory),
    read: (path2) => read(reader.read(path2)),
    ...reader.listBase !== void 0 && { listBase: async (path2) => reader.listBase?.(path2) },
    ...reader.readBase !== void 0 && { readBase: (path2) => read(reader.readBase?.(path2)) }
  };
}
async function inTime(places) {
  try {
    return await places;
  } catch (error) {
    if (error instanceof OutOfBudget) return { ...NOWHERE, notes: [NO_PLACES] };
    throw error;
  }
}
var NOWHERE = { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), standIns: /* @__PURE__ */ new Map(), notes: [] };
var NO_PLACES = "the findings have no lines: to look for all of them takes longer than the deadline allows";
async function placesFor({ world }, sought, open, budget) {
  const own = sought.filter(({ address }) => !world.isElsewhere(address));
  if (open === void 0 || own.length === 0) return NOWHERE;
  const { locate } = await import("./locate-M3NYW7LV.js");
  const attributes = new Map(world.plan.rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = own.map((one) => ({ ...one, attributes: attributes.get(one.address) ?? [] }));
  return locate(await open(), wanted, () => budget.spend(STEPS_PER_PLACE, "places"));
}

// src/command/check.ts
import path from "node:path";
async function check(request) {
  const worked = await withFiles(request, async (input2) => {
    const result = await judgeFiles(input2);
    return result.ok ? result : err(runErrorLine(result.error));
  });
  if (!worked.ok) return worked;
  const { input, settle, value } = worked.value;
  const { report, notes, sourceOf } = value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of notes) request.note(sentence);
  const fallbackFile = await fallbackFileOf(report, input.plans[0]?.source);
  const fixed = { version: VERSION, fallbackFile, failOn: input.failOn };
  const renderAs = async (format, terminal = { colors: false }) => {
    const render = await FORMATS[format]();
    return render(report, { ...fixed, ...terminal });
  };
  const answered = await request.answer(report, renderAs, sourceOf);
  await settle();
  return answered.ok ? ok(report.conclusion === "pass" ? 0 : 1) : answered;
}
async function fallbackFileOf({ cloud }, source) {
  const [seen] = cloud?.files ?? [];
  if (seen !== void 0) return seen;
  const module = source?.rootModule ?? "";
  const names = await source?.list(module) ?? [];
  return path.posix.join(module, usualFile(names.filter(isConfiguration).sort(compare)) ?? MAIN_FILE);
}
async function withFiles(request, work) {
  const { configuration, deadline, startGauges = gaugesFrom } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const facts = readFactsFiles(request.facts);
  if (!facts.ok) return facts;
  const settle = request.prepareEngine([...plans.value, ...facts.value]);
  const bytes = [...plans.value, ...facts.value].reduce((sum, one) => sum + one.bytes.length, 0);
  const input = {
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration.failOn ?? "critical",
    today: request.now.toISOString().slice(0, 10),
    label: request.label,
    ...request.occasion !== void 0 && { occasion: request.occasion },
    budget: budgetFor(bytes, deadline, startGauges)
  };
  try {
    const worked = await work(input);
    return worked.ok ? ok({ value: worked.value, input, settle }) : worked;
  } catch (error) {
    if (error instanceof OutOfBudget) return err(outOfBudgetLine(error, deadlineFor(bytes, deadline)));
    throw error;
  }
}
function runErrorLine({ path: file, error }) {
  return `${file} ${error.message}`;
}
var NO_CLUSTER = "found nothing to judge: no plan of this run shows a CCE cluster or a security group of one, and --require-cluster asks for one";
function readFactsFiles({ files }) {
  const read = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, "facts");
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    read.push({ path: name, bytes: bytes.value });
  }
  return ok(read);
}
async function readPlans({ plans, label }) {
  const read = [];
  for (const { name, file, source } of plans) {
    const bytes = readBytes(file);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened = await source();
    if (!opened.ok) return opened;
    const files = opened.value === void 0 ? {} : { source: opened.value };
    read.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read);
}

export {
  openRun,
  check,
  withFiles,
  runErrorLine
};
