import {
  budgetOf
} from "./chunk-K7OY3VOL.js";

// src/format/formats.ts
var FORMATS = {
  text: async () => (await import("./text-6DRQEPGF.js")).renderText,
  json: async () => (await import("./json-4DI3MHRE.js")).renderJson,
  markdown: async () => (await import("./markdown-LUOOLYFA.js")).renderMarkdown,
  sarif: async () => {
    const [{ renderSarif }, { CHECKS }] = await Promise.all([
      import("./sarif-FCSOLWAL.js"),
      import("./checks-45DT5API.js")
    ]);
    return (report, options) => renderSarif(report, CHECKS, options);
  },
  junit: async () => (await import("./junit-C7UOZ5PA.js")).renderJunit,
  gitlab: async () => (await import("./gitlab-K3EYE47M.js")).renderGitlab
};

// src/edge/gauges.ts
import { performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
var SHARE_OF_HEAP = 0.85;
var YOUNG_BYTES = 3 * 16 * 1024 * 1024;
function gaugesFrom(heapBytes) {
  const start = performance.now();
  const before = getHeapStatistics();
  const most = before.used_heap_size + before.external_memory + heapBytes;
  const heapLimit = SHARE_OF_HEAP * (before.heap_size_limit - YOUNG_BYTES);
  return {
    elapsedMs: () => performance.now() - start,
    isMemoryLow: () => {
      const { used_heap_size: inHeap, external_memory: beside } = getHeapStatistics();
      return inHeap > heapLimit || inHeap + beside > most;
    }
  };
}

// src/command/budget.ts
var DEFAULT_SECONDS = 120;
var PART_BYTES = 25e7;
var MAX_SECONDS = 86400;
var DEADLINE_FORM = `whole seconds, 1 to ${String(MAX_SECONDS)}`;
function secondsIn(text) {
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= MAX_SECONDS ? seconds : void 0;
}
var STEPS = 2e8;
var STEPS_PER_BYTE = 25;
var ITEMS = 4e6;
var ITEMS_PER_BYTE = 0.2;
var HEAP_BYTES = 64e7;
var HEAP_BYTES_PER_BYTE = 6;
function deadlineFor(inputBytes, asked) {
  return asked ?? DEFAULT_SECONDS * Math.max(1, Math.ceil(inputBytes / PART_BYTES));
}
function budgetFor(inputBytes, asked, start) {
  const seconds = deadlineFor(inputBytes, asked);
  const stretch = seconds / deadlineFor(inputBytes, void 0);
  const allowance = {
    steps: stretch * (STEPS + STEPS_PER_BYTE * inputBytes),
    items: stretch * (ITEMS + ITEMS_PER_BYTE * inputBytes),
    timeMs: seconds * 1e3
  };
  return budgetOf(allowance, start(Math.max(1, stretch) * (HEAP_BYTES + HEAP_BYTES_PER_BYTE * inputBytes)));
}
function postingBudget(timeMs) {
  return budgetOf({ steps: STEPS, items: ITEMS, timeMs }, gaugesFrom(HEAP_BYTES));
}
function outOfBudgetLine({ limit, stage }, seconds) {
  return `could not judge within ${WITHIN[limit](String(seconds))}: ran out of it ${AT[stage]}. ${MORE[limit]}`;
}
var WITHIN = {
  time: (seconds) => `${seconds} s`,
  work: (seconds) => `the work that a deadline of ${seconds} s allows for`,
  memory: (seconds) => `the memory that Node has and a deadline of ${seconds} s allows for`
};
var LONGER = "Allow more with --deadline SECONDS, or with the input `deadline` of the Action";
var MORE = {
  time: LONGER,
  work: LONGER,
  memory: `${LONGER}, and give Node more: NODE_OPTIONS=--max-old-space-size=MEGABYTES`
};
var AT = {
  reading: "at reading the plan",
  references: "at following references and local values",
  files: "at reading the Terraform files",
  clusters: "at placing groups and clusters",
  rules: "at weighing rules",
  report: "at putting the report together",
  places: "at looking for lines",
  mending: "at looking for what mends it",
  posting: "at the pull request"
};

export {
  FORMATS,
  gaugesFrom,
  DEADLINE_FORM,
  secondsIn,
  deadlineFor,
  budgetFor,
  postingBudget,
  outOfBudgetLine
};
