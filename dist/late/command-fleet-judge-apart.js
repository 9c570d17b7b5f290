import {
  shardOf
} from "../chunks/chunk-BAYF36NQ.js";
import "../chunks/chunk-M3GSGHQH.js";
import {
  bytesOfPlans
} from "../chunks/chunk-X6EGRUQB.js";
import {
  planText
} from "../chunks/chunk-TOJSNTRC.js";
import "../chunks/chunk-WOUS6UDO.js";
import "../chunks/chunk-GZMD2HBW.js";
import "../chunks/chunk-ZYTIOYAB.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/fleet/judge-apart.ts
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { OutOfBudget as OutOfBudget2, UNBOUNDED } from "../core.js";
import { plansTogether } from "../core.js";
import { fileBehind } from "../core.js";
import { beginPeers } from "../core.js";
import { joinedReports } from "../core.js";
import { err, must, ok } from "../core.js";
import { deadlineFor, inputBytes } from "../core.js";
import { readFacts } from "../core.js";

// src/command/fleet/threads.ts
import { Worker } from "node:worker_threads";
import { memoOfObject } from "../core.js";
import { OutOfBudget } from "../core.js";
function startThread({ program, run, sourceOf, at, leftMs }) {
  const worker = new Worker(program);
  const tell = (message) => worker.postMessage(message);
  tell({ kind: "begin", run });
  let stage = "reading";
  let take;
  const ended = new Promise((_, reject) => {
    worker.on("error", (error) => reject(isMemoryLow(error) ? new OutOfBudget("memory", stage) : error));
    worker.on("exit", (status) => reject(new Error(`a thread ended with status ${status}`)));
  });
  ended.catch(() => void 0);
  worker.on("message", (message) => {
    switch (message.kind) {
      case "answer":
        take(message.answer);
        break;
      case "at":
        stage = message.stage;
        at?.(stage);
        break;
      case "ask":
        void foundIn(sourceOf(message.place), message.question).then(
          (found) => tell({ kind: "found", id: message.id, found })
        );
    }
  });
  return {
    do: (order) => {
      const answer = new Promise((resolve) => take = resolve);
      tell({ kind: "order", order, leftMs: leftMs() });
      return Promise.race([answer, ended]);
    },
    end: () => worker.terminate()
  };
}
function isMemoryLow(error) {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
async function foundIn(source, question) {
  if (source === void 0) return void 0;
  if (question.what === "bases") return (await basesOf(source))?.length;
  const { what, name, base } = question;
  const revision = base === void 0 ? source : (await basesOf(source))?.[base];
  return revision?.[what](name);
}
var basesOf = memoOfObject(async (source) => source.bases?.());
var FLIGHT_BYTES = 1e8;
async function answersTo(orders, threads, isRefused) {
  const answers = [];
  const free = [...threads];
  const running = /* @__PURE__ */ new Set();
  let [inFlight, end] = [0, orders.length];
  for (const [at, order] of orders.entries()) {
    const bytes = bytesOfPlans(order.plans);
    let thread = free.pop();
    while (thread === void 0 || inFlight > 0 && inFlight + bytes > FLIGHT_BYTES) {
      await Promise.race(running);
      thread ??= free.pop();
    }
    if (at >= end) break;
    inFlight += bytes;
    const taken = thread;
    const done = taken.do(order).then((answer) => {
      answers[at] = answer;
      if (isRefused(answer)) end = Math.min(end, at + 1);
      inFlight -= bytes;
      free.push(taken);
      running.delete(done);
    });
    done.catch(() => void 0);
    running.add(done);
  }
  await Promise.all(running);
  return answers.slice(0, end);
}

// src/command/fleet/judge-apart.ts
var MOST_THREADS = 8;
async function judgeApart(input, { program, configuration, proposed, deadline, progress }) {
  beginPeers();
  const start = performance.now();
  const { plans, failOn, today, label, facts = NO_FILES } = input;
  const seconds = deadlineFor(inputBytes(plans, facts.files), deadline);
  const orders = plans.map(planOrder);
  const threads = Array.from(
    { length: Math.min(availableParallelism(), MOST_THREADS, plans.length) },
    () => startThread({
      program,
      run: { configuration, proposed, facts, failOn, today, label, deadline },
      sourceOf: (place) => plans[place]?.source,
      at: progress,
      leftMs: () => 1e3 * seconds - (performance.now() - start)
    })
  );
  try {
    const together = await plansJudgedTogether(orders, input, threads);
    return together.ok ? await judgedTogether(together.value, orders, { threads, failOn }) : together;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
var NO_FILES = { files: [], date: void 0 };
function planOrder({ path, bytes, source }, place) {
  return {
    ...{ place, path, bytes: bytes.length },
    file: must(fileBehind(bytes), "it was left on the disk"),
    beside: source && {
      rootModule: source.rootModule,
      isBaseNamed: source.isBaseNamed,
      hasBases: source.bases !== void 0
    }
  };
}
async function plansJudgedTogether(plans, { facts = NO_FILES, configuration, budget = UNBOUNDED }, threads) {
  const asked = plans.length > 1 ? plans : [];
  const orders = asked.map((plan) => ({ kind: "texts", plans: [plan] }));
  const texts = answersOfKind(await answersTo(orders, threads, ({ kind }) => kind !== "texts"), "texts");
  if (!texts.ok) return texts;
  const told = await readFacts(facts, budget);
  if (!told.ok) return told;
  const known = texts.value.map((one) => one.texts);
  const together = plans.length > 1 ? plansTogether(known, told.value.told, groupsNamed(configuration)) : [[0]];
  const lists = together.map((places) => places.map((place) => must(plans[place], "each has an order")));
  return ok(lists.toSorted((a, b) => bytesOfPlans(b) - bytesOfPlans(a)));
}
function groupsNamed({ clusters }) {
  return clusters.flatMap(({ securityGroups: { node, control, eni } }) => [...node, ...control, ...eni]);
}
async function judgedTogether(together, plans, { threads, failOn }) {
  const orders = together.map((some) => ({ kind: "judge", plans: some }));
  const judged = answersOfKind(await answersTo(orders, threads, ({ kind }) => kind !== "judged"), "judged");
  if (!judged.ok) return judged;
  const notes = plans.map(() => []);
  together.forEach((some, at) => {
    some.forEach(({ place }, index) => {
      notes[place] = must(judged.value[at]?.notes[index], "of each plan");
    });
  });
  const shards = judged.value.map(({ values }) => shardOf(JSON.parse(values), ""));
  return ok({ report: reportFrom(shards, failOn), notes });
}
function reportFrom([first, ...others], failOn) {
  const read = (shard) => must(shard, "it was written by this version");
  const options = { failOn, expected: [], mayLack: false };
  const joined = joinedReports([read(first), ...others.map(read)], options, planText);
  return must(joined.ok ? joined.value.report : void 0, "each plan is in one of them");
}
function answersOfKind(answers, kind) {
  const found = [];
  for (const answer of answers) {
    if (isOfKind(answer, kind)) found.push(answer);
    else if (answer.kind === "refused") return err(answer.error);
    else if (answer.kind === "out") throw new OutOfBudget2(answer.limit, answer.stage);
  }
  return ok(found);
}
function isOfKind(answer, kind) {
  return answer.kind === kind;
}
export {
  judgeApart
};
