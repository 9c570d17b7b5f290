import {
  TIMES
} from "./chunk-JWOSOKBN.js";

// src/report/words/explain-words.ts
import { firstOfEach, onlyOne } from "../core.js";
import { ALL_PROTOCOLS } from "../core.js";
import { must } from "../core.js";
import { decidingWords, doubtSentences } from "../core.js";
import { headlineOf } from "../core.js";
import { packetPhrases, trafficOf } from "../core.js";
import { count, MEMBERS, ROLE_NAMES } from "../core.js";
import { joined, openText, say, toText } from "../core.js";
var ANYTHING = { protocols: [ALL_PROTOCOLS], ports: "all" };
function endWords(end) {
  switch (end.kind) {
    case "addresses": {
      const [phrase] = packetPhrases([{ direction: "ingress", traffic: ANYTHING, other: end.other }]);
      return must(phrase, "one packet, one phrase").who;
    }
    case "members":
      return end.pool === void 0 ? say`${MEMBERS[end.role]}s of ${end.cluster}${end.isDefault ? " in its default group" : ""}` : say`nodes of ${end.pool}`;
    case "group":
      return say`members of ${end.group}`;
  }
}
function askedWords({ asked }) {
  if (asked.kind === "finding") return headlineOf(asked.finding);
  return say`${trafficOf(asked.traffic)} from ${endWords(asked.from)} to ${endWords(asked.to)}`;
}
function lotWords({ sides }) {
  const phrases = sides.map(({ packets }) => packetPhrases(packets));
  const [out, into] = phrases.map(onlyOne);
  if (out !== void 0 && into !== void 0) return say`${out.what} ${into.peers} ${out.peers}`;
  return joined(
    phrases.flatMap((some) => some.map(({ what, peers }) => say`${what} ${peers}`)),
    "; "
  );
}
function stateWords({ states, sides }, time) {
  const { [time]: state } = states;
  const isChanging = time === "during" && sides.some((side) => side.states[time] === state && !side.isSteady);
  return stateName(state, isChanging);
}
function stateName(state, isChanging) {
  if (state !== "undecided") return toText(state === "absent" ? "not there" : state);
  return toText(isChanging ? "may be dropped" : "undecided");
}
var WAYS = { ingress: "in", egress: "out" };
function reasonWords({ states, sides }, time) {
  if (sides.length === 1) return sides.flatMap((side) => sideLines(side, time));
  if (states[time] === "absent") return [absentWords(time)];
  return sides.filter((side) => side.states[time] === states[time]).flatMap((side) => sideLines(side, time).map((line) => say`${WAYS[side.direction]}: ${line}`));
}
function absentWords(time) {
  return toText(
    time === "during" ? "one of the ends is new, or made anew" : "one of the ends does not exist"
  );
}
function nothingWords({ direction, nearest }, time) {
  const { [time]: miss } = nearest;
  return say`nothing lets it ${WAYS[direction]}${miss === void 0 ? "" : say`; the nearest is ${missWords(miss)}`}`;
}
function refusedWords(rule) {
  return say`the API refuses ${explainedRuleWords(rule)}, while the rule that says the same still stands; the next apply makes it`;
}
var RULE_LIMIT = 3;
function sideLines(side, time) {
  const rules = side.rules.filter(({ times }) => times.includes(time));
  const denies = rules.filter(({ action }) => action === "deny");
  switch (side.states[time]) {
    case "allowed":
      return ruleLines(rules);
    case "dropped": {
      const refused = time === "after" ? side.refused.map(refusedWords) : [];
      return [
        ...ruleLines(denies),
        ...refused,
        ...denies.length + refused.length > 0 ? [] : [nothingWords(side, time)]
      ];
    }
    case "undecided":
      if (time !== "during") return [...ruleLines(rules), ...whyOpen(side, time)];
      if (side.isSteady) return sideLines(side, "before");
      return [
        ...rules.length > denies.length ? [] : [toText("nothing that lets it through stands all the time")],
        ...ruleLines(denies)
      ];
    case "absent":
      return [absentWords(time)];
  }
}
function ruleLines(rules) {
  const left = rules.length - RULE_LIMIT;
  if (left <= 1) return rules.map(explainedRuleWords);
  return [...rules.slice(0, RULE_LIMIT).map(explainedRuleWords), toText(`and ${count(left, "rule")} more`)];
}
function whyOpen({ doubts, ifMembers, rules }, time) {
  const { [time]: all = [] } = doubts;
  const isUnshown = rules.some(({ known, times }) => known === "not-shown" && times.includes(time));
  const members = ifMembers.map(
    ({ group, passes }) => say`${passes ? "passes" : "is stopped"} if the address is that of a member of ${otherGroupWords(group)}`
  );
  if (all.length === 0 && (members.length > 0 || isUnshown)) return members;
  return [
    ...members,
    ...doubtSentences(all, "plan").map(toText),
    toText(`To tell: ${decidingWords(all, "plan")}`)
  ];
}
function dependsWords(side) {
  const lines = TIMES.flatMap(
    (time) => side.states[time] === "undecided" && time !== "during" ? whyOpen(side, time) : []
  );
  return firstOfEach(lines, openText);
}
function explainedRuleWords(rule) {
  const { address, row, group, action, known, packets } = rule;
  const what = rulePacketsWords(packets, rule.direction);
  if (known === "not-shown") return say`rules of ${group} that nobody shows`;
  if (address === void 0) {
    const name = row === void 0 ? "" : `${row.id} `;
    const owner = known === "seen" ? "" : row === void 0 ? ", which every new group has" : ", CCE’s own";
    return say`${action === "deny" ? "deny " : ""}${name}${what}${owner}, ${OWNERS[known]}`;
  }
  const { place } = rule;
  const where = place === void 0 ? "" : ` (${place.file}:${place.line}${place.isBase ? " at the base" : ""})`;
  const rank = rule.priority === void 0 ? "" : `, priority ${rule.priority}`;
  return say`${action === "deny" ? "deny " : ""}${address}${where}: ${what}${rank}`;
}
var OWNERS = {
  seen: "seen in the cloud",
  plan: "in the plan",
  recorded: "recorded as standing",
  gone: "taken as gone",
  doubted: "perhaps gone",
  assumed: "assumed to stand",
  "not-shown": "not shown"
};
function missWords(miss) {
  const words = explainedRuleWords(miss);
  if (miss.bound === void 0) return words;
  return say`${words}, which ${miss.bound.kind} at ${miss.bound.port}`;
}
function rulePacketsWords({ traffic, isAtMost, group }, direction) {
  const [phrase] = packetPhrases(traffic);
  if (phrase === void 0) return toText("nothing");
  const way = direction === "unknown" ? "from or to" : direction === "ingress" ? "from" : "to";
  const some = isAtMost ? "some of " : "";
  if (group === void 0) return say`${some}${phrase.what} ${way} ${phrase.who}`;
  return say`${some}${phrase.what} ${way} ${otherGroupWords(group)}`;
}
function otherGroupWords({ role, shown }) {
  if (role !== void 0) return toText(`the ${ROLE_NAMES[role]}`);
  return toText(shown ?? "a group that is not known");
}

export {
  endWords,
  askedWords,
  lotWords,
  stateWords,
  stateName,
  reasonWords,
  dependsWords,
  explainedRuleWords,
  otherGroupWords
};
