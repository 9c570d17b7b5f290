// src/report/telling/verdict-sentence.ts
import { distinct } from "../core.js";
import { isNothingJudged, STOPS, stopsApply, unplacedGroups } from "../core.js";
import { capped, count } from "../core.js";
import { planWords } from "../core.js";
var CLUSTER_LIMIT = 3;
function doerOf(concerned, { plans }) {
  if (plans.length < 2) return { name: "This plan", isOne: true };
  if (concerned === plans.length) return { name: `These ${concerned} plans`, isOne: false };
  return { name: `${concerned} of ${plans.length} plans`, isOne: concerned === 1 };
}
var HEADLINES = [
  {
    changes: ["introduced"],
    says: (clusters, { name, isOne }) => `${name} ${isOne ? "breaks" : "break"} ${clusters}`
  },
  { changes: ["transient", "undecided"], says: (clusters, { name }) => `${name} may break ${clusters}` },
  {
    changes: ["pre-existing"],
    says: (clusters, { isOne }) => `Broken before ${isOne ? "this plan" : "these plans"}, and after: ${clusters}`
  }
];
var NOW = [
  { changes: ["pre-existing"], says: (clusters) => `Broken: ${clusters}` },
  { changes: ["undecided"], says: (clusters) => `Perhaps broken: ${clusters}` }
];
function sayingsOf(report) {
  const { name, isOne } = doerOf(report.plans.length, report);
  const [breaks, passes] = isOne ? ["breaks", "passes"] : ["break", "pass"];
  return {
    dangerous: (doer) => `${doer.name} ${doer.isOne ? "is" : "are"} dangerous for`,
    fails: `${name} ${isOne ? "does" : "do"} not pass`,
    nothing: `Nothing to judge: no CCE cluster in ${name.toLowerCase()}`,
    fine: `${name} ${breaks} nothing`,
    waived: `${name} ${breaks} nothing that is not waived`,
    passes: `${name} ${passes}, with`,
    stops: `${name} ${passes}, ${STOPS}:`
  };
}
var OF_CLOUD = {
  dangerous: () => "Dangerously open:",
  fails: "The audit does not pass",
  nothing: "Nothing to judge: no CCE cluster in these facts",
  fine: "Nothing is broken",
  waived: "Nothing is broken that is not waived",
  passes: "The audit passes, with",
  stops: "The audit passes, with"
};
function verdictSentence({ report, blocks }, named) {
  const { conclusion, summary, findings, cloud } = report;
  const [headlines, says] = cloud === void 0 ? [HEADLINES, sayingsOf(report)] : [NOW, OF_CLOUD];
  const critical = blocks.filter(({ severity }) => severity === "critical");
  const breaking = critical.filter(({ checks }) => checks.some((check) => check.breaks));
  const doerWith = (some) => doerOf(distinct(some.map(({ plan }) => plan)).length, report);
  const [worst] = headlines.flatMap((one) => {
    const some = breaking.filter(({ change }) => one.changes.includes(change));
    return some.length === 0 ? [] : [one.says(clustersOf(some, report, named), doerWith(some))];
  });
  if (worst !== void 0) return worst;
  if (critical.length > 0)
    return `${says.dangerous(doerWith(critical))} ${clustersOf(critical, report, named)}`;
  if (conclusion === "fail") return says.fails;
  if (isNothingJudged(report)) {
    return unplacedGroups(report) > 0 ? "Nothing is judged: a security group cannot be placed" : says.nothing;
  }
  if (blocks.length === 0) {
    return findings.length > 0 ? says.waived : says.fine;
  }
  const counts = [
    ...summary.warning > 0 ? [count(summary.warning, "warning")] : [],
    ...summary.notice > 0 ? [count(summary.notice, "notice")] : []
  ];
  return `${stopsApply(report) ? says.stops : says.passes} ${counts.join(" and ")}`;
}
function clustersOf(blocks, report, named) {
  const isAll = distinct(blocks.map(({ plan }) => plan)).length === report.plans.length;
  const names = distinct(
    blocks.flatMap((block) => {
      const { cluster } = block;
      if (cluster === void 0) return [];
      const plan = isAll ? [] : planWords(block, report).map((name) => ` (${named.plan(name)})`);
      return [`${named.cluster(cluster)}${plan.join("")}`];
    })
  );
  if (names.length === 0) return "a cluster";
  return `the ${names.length === 1 ? "cluster" : "clusters"} ${capped(names, CLUSTER_LIMIT)}`;
}

// src/format/escape-html.ts
import { must } from "../core.js";
import { plain } from "../core.js";
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text, limit) {
  return plain(text, limit).replaceAll(
    /[&<>"']/g,
    (character) => must(ENTITIES[character], "each of them has an entity")
  );
}

export {
  verdictSentence,
  escapeHtml
};
