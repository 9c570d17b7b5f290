// src/budget.ts
var OutOfBudget = class extends Error {
  constructor(limit, stage) {
    super(`out of ${limit} at ${stage}`);
    this.limit = limit;
    this.stage = stage;
  }
  limit;
  stage;
  name = "OutOfBudget";
};
var STEPS_BETWEEN_LOOKS = 25e4;
function budgetOf({ steps, items, timeMs }, { elapsedMs, isMemoryLow }) {
  let spent = 0;
  let kept = 0;
  let nextLook = 0;
  let ended;
  const need = (isPaid, limit, stage) => {
    if (isPaid && ended === void 0) return;
    ended ??= limit;
    throw new OutOfBudget(ended, stage);
  };
  return {
    spend(more, stage) {
      spent += more;
      if (spent < nextLook && spent <= steps && ended === void 0) return;
      need(spent <= steps, "work", stage);
      nextLook = spent + STEPS_BETWEEN_LOOKS;
      need(elapsedMs() <= timeMs, "time", stage);
      need(!isMemoryLow(), "memory", stage);
    },
    hold(count, stage) {
      need(count <= items, "work", stage);
    },
    keep(more, stage) {
      kept += more;
      need(kept <= items, "work", stage);
    }
  };
}
var free = () => void 0;
var UNBOUNDED = { spend: free, hold: free, keep: free };
var inForce = { budget: UNBOUNDED, stage: "reading" };
function within(budget, stage, work) {
  const outer = inForce;
  inForce = { budget, stage };
  try {
    return work();
  } finally {
    inForce = outer;
  }
}
function affordable(budget, stage, work) {
  try {
    return within(budget, stage, work);
  } catch (error) {
    if (error instanceof OutOfBudget) return void 0;
    throw error;
  }
}
function budgetInForce() {
  return inForce.budget;
}
function during(stage, work) {
  return within(inForce.budget, stage, work);
}
function spend(steps) {
  inForce.budget.spend(steps, inForce.stage);
}
function hold(items) {
  inForce.budget.hold(items, inForce.stage);
}
function keepToEnd(items) {
  inForce.budget.keep(items, inForce.stage);
}

export {
  OutOfBudget,
  budgetOf,
  UNBOUNDED,
  within,
  affordable,
  budgetInForce,
  during,
  spend,
  hold,
  keepToEnd
};
