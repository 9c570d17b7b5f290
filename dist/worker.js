import {
  bytesOfPlans
} from "./chunks/chunk-X6EGRUQB.js";
import {
  valuesText
} from "./chunks/chunk-TOJSNTRC.js";
import "./chunks/chunk-SEWDMQ6Q.js";

// src/worker.ts
import { parentPort } from "node:worker_threads";

// src/command/fleet/serve.ts
import { must as must2 } from "./core.js";

// src/command/fleet/work.ts
import { OutOfBudget } from "./core.js";
import { textsOfPlan } from "./core.js";
import { configurationFrom } from "./core.js";
import { readGrammar } from "./core.js";
import { openPlanFile } from "./core.js";
import { gaugesFrom } from "./core.js";
import { inputError } from "./core.js";
import { err, must, ok } from "./core.js";
import { budgetFor, deadlineFor } from "./core.js";
import {
  judgeFiles,
  readFacts,
  readPlanFile
} from "./core.js";
function workerOf(run, world) {
  let settings;
  return async (order, leftMs) => {
    const budget = budgetIn(order, leftMs, { run, world });
    try {
      budget.spend(1, "reading");
      const files = planFiles(order, run, world);
      if (!files.ok) return { kind: "refused", error: files.error };
      if (order.kind === "texts") return await textsIn(files.value, budget);
      return await judgedIn(files.value, await (settings ??= settingsOf(run, budget)), { run, budget });
    } catch (error) {
      if (error instanceof OutOfBudget) return { kind: "out", limit: error.limit, stage: error.stage };
      throw error;
    }
  };
}
async function settingsOf({ configuration, proposed, facts }, budget) {
  const known = await readFacts(facts, budget);
  return {
    configuration: await configurationFrom(configuration),
    proposed: proposed && await configurationFrom(proposed),
    facts: { ...facts, known: must(known.ok ? known.value : void 0, "they were read before") }
  };
}
function budgetIn({ plans }, leftMs, { run: { deadline }, world: { at } }) {
  const bytes = bytesOfPlans(plans);
  const goneMs = 1e3 * deadlineFor(bytes, deadline) - leftMs;
  return budgetFor(bytes, deadline, {
    progress: at,
    startGauges: (heapBytes) => {
      const gauges = gaugesFrom(heapBytes);
      return { ...gauges, elapsedMs: () => goneMs + gauges.elapsedMs() };
    }
  });
}
function planFiles({ plans }, { label }, { beside }) {
  const files = [];
  for (const plan of plans) {
    const { path, file } = plan;
    const bytes = openPlanFile(file, true);
    if (!bytes.ok) return err({ path, error: inputError(bytes.error) });
    const reader = beside(plan);
    const source = reader && { ...reader, grammar: readGrammar };
    files.push({ path, label, bytes: bytes.value, ...source !== void 0 && { source } });
  }
  return ok(files);
}
async function textsIn([file], budget) {
  const one = must(file, "it is about a plan");
  const read = await readPlanFile(one, budget);
  return read.ok ? { kind: "texts", texts: textsOfPlan(read.value.plan) } : { kind: "refused", error: { path: one.path, error: read.error } };
}
async function judgedIn(plans, settings, { run, budget }) {
  const { failOn, today } = run;
  const result = await judgeFiles({ ...settings, failOn, today, plans, budget });
  if (!result.ok) return { kind: "refused", error: result.error };
  const { report, notes } = result.value;
  return { kind: "judged", values: must(valuesText(report, { failOn }), "it is about plans"), notes };
}

// src/command/fleet/serve.ts
function serve(port) {
  const tell = (message) => port.postMessage(message);
  const waiting = /* @__PURE__ */ new Map();
  let asked = 0;
  const ask = (place, question) => new Promise((resolve) => {
    waiting.set(++asked, resolve);
    tell({ kind: "ask", id: asked, place, question });
  });
  let last;
  const world = {
    beside: (plan) => readerFrom(plan, ask),
    at: (stage) => {
      if (stage !== last) tell({ kind: "at", stage });
      last = stage;
    }
  };
  let work;
  port.on("message", (message) => {
    switch (message.kind) {
      case "begin":
        work = workerOf(message.run, world);
        break;
      case "order": {
        const begun = must2(work, "a run has begun");
        void begun(message.order, message.leftMs).then((answer) => tell({ kind: "answer", answer }));
        break;
      }
      case "found":
        waiting.get(message.id)?.(message.found);
        waiting.delete(message.id);
    }
  });
}
function readerFrom({ place, beside }, ask) {
  if (beside === void 0) return void 0;
  const { rootModule, isBaseNamed, hasBases } = beside;
  const revision = (base) => ({
    list: async (name) => {
      const found = await ask(place, { what: "list", name, base });
      return typeof found === "number" || found instanceof Uint8Array ? void 0 : found;
    },
    read: async (name) => {
      const found = await ask(place, { what: "read", name, base });
      return found instanceof Uint8Array ? found : void 0;
    }
  });
  const bases = async () => {
    const found = await ask(place, { what: "bases" });
    return Array.from({ length: typeof found === "number" ? found : 0 }, (_, base) => revision(base));
  };
  return {
    ...revision(void 0),
    rootModule,
    ...isBaseNamed !== void 0 && { isBaseNamed },
    ...hasBases && { bases }
  };
}

// src/worker.ts
import { must as must3 } from "./core.js";
serve(must3(parentPort ?? void 0, "it is started as a thread"));
