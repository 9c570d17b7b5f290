import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/words/text.ts
var characters = /* @__PURE__ */ Symbol("characters");
var VALUE_LIMIT = 300;
function shownValue(value) {
  return cutAt(value, VALUE_LIMIT);
}
function cutAt(text, limit) {
  if (text.length <= limit) return text;
  const near = Array.from(text.slice(0, 2 * limit));
  const isWhole = near.length <= limit && text.length <= 2 * limit;
  return isWhole ? text : `${near.slice(0, limit - 1).join("")}…`;
}
var TEXT_LIMIT = 2e3;
var LONG_VALUES = new RegExp(`[^\\s\`]{${VALUE_LIMIT + 1},}`, "gu");
function toText(words) {
  if (words.length <= VALUE_LIMIT) return { [characters]: words };
  return { [characters]: cutAt(words.replaceAll(LONG_VALUES, shownValue), TEXT_LIMIT) };
}
function say(words, ...parts) {
  return {
    [characters]: words.reduce((whole, word, index) => {
      const part = must(parts[index - 1], "between two words there is a part");
      return whole + (typeof part === "object" ? part[characters] : shownValue(String(part))) + word;
    })
  };
}
function joined(texts, between) {
  return { [characters]: texts.map((text) => text[characters]).join(between) };
}
function asSentence(text) {
  return /[.!?]$/.test(text[characters]) ? text : say`${text}.`;
}
function openText(text) {
  return text[characters];
}

// src/report/words/phrases.ts
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function capped(texts, limit) {
  if (texts.length <= limit + 1) return texts.join(", ");
  return `${texts.slice(0, limit).join(", ")} and ${texts.length - limit} more`;
}
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
var SENSITIVE = "(sensitive)";
var TELLERS = { plan: "the plan", audit: "the facts" };
function instantText(instant) {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
var ROLE_NAMES = {
  node: "worker node security group",
  control: "master node security group",
  eni: "elastic network interface security group"
};
var NETWORKS = /* @__PURE__ */ new Map([
  ["vpc-router", "VPC network"],
  ["overlay_l2", "tunnel network"],
  ["eni", "Cloud Native 2.0 network"]
]);
function networkName(type) {
  if (type === void 0) return toText("network model not known");
  return toText(NETWORKS.get(type) ?? `network model ${type}`);
}
var ACTIONS = /* @__PURE__ */ new Map([
  ["no-op", "stays as it is"],
  ["read", "read"],
  ["create", "created"],
  ["update", "changed"],
  ["delete", "destroyed"],
  ["delete,create", "replaced, the old one first"],
  ["create,delete", "replaced, the new one first"],
  ["forget", "forgotten, not destroyed"],
  ["create,forget", "made anew, the old one forgotten"]
]);
function actionsPhrase(actions) {
  return toText(ACTIONS.get(actions.join(",")) ?? actions.join(", "));
}
function rowRanges(rows) {
  const runs = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[1].table === row.table && last[1].number + 1 === row.number) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(
    ([from, to]) => from === to ? from.id : `${from.id}${from.number + 1 === to.number ? " " : "-"}${to.id}`
  ).join(" ");
}

// src/report/words/fix-words.ts
var ADDRESS_LIMIT = 3;
function fixSentence(fix) {
  return toText(`${capitalised(stepWords(fix.step))}${effectsPart(fix)}.`);
}
function fixTitle({ step }) {
  return toText(stepWords(step));
}
function effectTexts({ effects }) {
  return effects.map((effect) => toText(effectWords(effect)));
}
function stageCommand({ targets }) {
  return toText(["terraform apply", ...targets.map((target) => shellWord(`-target=${target}`))].join(" "));
}
function shellWord(text) {
  return /^[\w./=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function fixProof({ effects, kind }) {
  const shown = effects.map(effectWords).join("; ");
  return toText(
    kind === "waive" || kind === "configuration" ? shown : `proved: ends the finding${shown === "" ? "" : `; ${shown}`}`
  );
}
function stepWords(step) {
  switch (step.kind) {
    case "undo":
      return undoWords(step);
    case "move":
      return `say by a \`moved\` block that ${capped(
        step.moves.map(({ from, to }) => `\`${from}\` is \`${to}\` now`),
        ADDRESS_LIMIT
      )}: then nothing is made or destroyed`;
    case "import":
      return `import the rule that stands as \`${step.address}\`${step.id === void 0 ? " (its id is in the console, or in what `cce-plan-guard facts` writes)" : ""}`;
    case "old-first":
      return `leave \`create_before_destroy\` of ${addressList(step.addresses)} out, so that the old rule goes first`;
    case "no-default-rules":
      return `set \`delete_default_rules = true\` on ${addressList(step.addresses)}, which is made without these rules then`;
    case "add-rules":
      return `add ${count(step.rules, "rule")}${step.isFirst ? FIRST : ""}`;
    case "outrank":
      return `add ${count(step.rules, "allow rule")} that win against the deny by their priority${step.isFirst ? FIRST : ""}`;
    case "default-rule-priority":
      return `say \`default-rule-priority: ${String(step.value)}\`, if that is the priority of rules that CCE and the v2 API make`;
    case "default-rules":
      return step.rows === "standing" ? "record that these rules of CCE still stand, if they do" : "record that these rules of CCE are gone, if they are";
    case "waive":
      return `accept it until ${step.until}`;
  }
}
var FIRST = ", in an apply before the rest of the plan";
function undoWords({ gone, changed, made, attributes, isDeny }) {
  const what = attributes.length === 0 || changed.length > 1 ? "the change" : attributeList(attributes);
  return [
    ...gone.length > 0 ? [`put ${addressList(gone)} back`] : [],
    ...changed.length > 0 ? [`undo ${what} of ${addressList(changed)}`] : [],
    ...made.length > 0 ? [`leave ${isDeny ? "the deny " : ""}${addressList(made)} out`] : []
  ].join(", and ");
}
function attributeList(attributes) {
  return `the change of ${capped(
    attributes.map((attribute) => `\`${attribute}\``),
    ADDRESS_LIMIT
  )}`;
}
function addressList(addresses) {
  return capped(
    addresses.map((address) => `\`${address}\``),
    ADDRESS_LIMIT
  );
}
function effectsPart({ effects }) {
  return effects.length === 0 ? "" : `: ${effects.map(effectWords).join("; ")}`;
}
function effectWords(effect) {
  switch (effect.kind) {
    case "opens-nothing":
      return "opens nothing that is closed today";
    case "opens-rows":
      return `opens only what ${capped(effect.rows, ROW_LIMIT)} ask${effect.rows.length === 1 ? "s" : ""} for`;
    case "egress-stays-open":
      return `egress stays as open as it is, so ${count(effect.rules, "new rule does", "new rules do")} nothing`;
    case "ends-more":
      return `${count(effect.findings, "more finding ends", "more findings end")} with it`;
    case "then":
      return effect.conclusion === "pass" ? "then the run passes" : "the run fails all the same";
    case "becomes":
      return effect.isHeld ? "then the rows hold" : "then the rows count as missing";
  }
}
var ROW_LIMIT = 8;
function whyNoFixWords({ kind }) {
  return toText(WHY_NONE[kind]);
}
var WHY_NONE = {
  "none-holds": "No change of rules that was tried ends this without leaving or bringing another finding; see whether the plan can be split.",
  "not-of-rules": "No change of rules mends this.",
  "not-tried": "Nothing was tried, because it would take too long here."
};
function moduleWords(module) {
  return toText(`in the module of \`${module.replace(/\.$/, "")}\``);
}

export {
  VALUE_LIMIT,
  shownValue,
  toText,
  say,
  joined,
  asSentence,
  openText,
  count,
  capped,
  capitalised,
  SENSITIVE,
  TELLERS,
  instantText,
  ROLE_NAMES,
  networkName,
  actionsPhrase,
  rowRanges,
  fixSentence,
  fixTitle,
  effectTexts,
  stageCommand,
  fixProof,
  whyNoFixWords,
  moduleWords
};
