import "./chunk-SEWDMQ6Q.js";

// src/mend/by-world.ts
import { affordable } from "../core.js";
import { linkedPlans } from "../core.js";
import { groupBy } from "../core.js";
import { must } from "../core.js";
import { run } from "../core.js";
import { LIMITS, mended } from "../core.js";
function mendedByWorld(judged, budget, makers) {
  const { report } = judged.run;
  const worlds = linkedPlans(judged.run.judged.map(({ subjects }) => subjects.world.surroundings));
  const own = groupBy(report.findings, ({ plan }) => plan);
  const makersOf = (plans) => plans.map((plan) => must(makers[plan], "each plan has its makers"));
  const all = worlds.map((plans) => {
    const isAsked = plans.some((plan) => own.get(plan)?.some(asksForMore));
    const alone = isAsked ? affordable(budget, "mending", () => oneWorld(judged, plans)) : void 0;
    return { plans, mended: alone && mended(alone, { ...LIMITS, budget }, makersOf(plans)) };
  });
  const fixes = /* @__PURE__ */ new Map();
  const orders = /* @__PURE__ */ new Map();
  for (const { plans, mended: found } of all) {
    if (found === void 0) continue;
    const there = groupBy(found.findings, ({ plan }) => plan);
    plans.forEach((plan, at) => {
      const order = found.orders?.[at];
      if (order !== void 0) orders.set(plan, order);
      for (const [told, twin] of twinsOf(own.get(plan) ?? [], there.get(at) ?? [])) {
        fixes.set(told, twin.fixes);
      }
    });
  }
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, fixes: fixes.get(one) })),
    orders: report.plans.map((_, plan) => orders.get(plan) ?? noOrder)
  };
}
function noOrder() {
  return void 0;
}
function asksForMore({ severity }) {
  return severity !== "notice";
}
function oneWorld({ input, run: whole }, plans) {
  if (plans.length === input.plans.length) return { input, run: whole };
  const own = { ...input, plans: plans.map((plan) => must(input.plans[plan], "each was judged")) };
  return { input: own, run: run(own) };
}
function twinsOf(told, alone) {
  const [ownTold, runTold] = apart(told);
  const [ownAlone, runAlone] = apart(alone);
  const pairs = (some, others) => some.map((one, at) => [one, must(others[at], "alone it has the same findings")]);
  return [
    ...ownTold.some(asksForMore) ? pairs(ownTold, ownAlone) : [],
    ...runTold.length === runAlone.length ? pairs(runTold, runAlone) : []
  ];
}
function apart(findings) {
  const isOwn = ({ ofRun }) => ofRun === void 0;
  return [findings.filter(isOwn), findings.filter((one) => !isOwn(one))];
}
export {
  mendedByWorld
};
