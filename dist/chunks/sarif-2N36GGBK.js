import {
  jsonText
} from "./chunk-JGPNJ2IZ.js";
import {
  bytesOf
} from "./chunk-5Y2WYTLW.js";
import {
  placeInCheckout
} from "./chunk-ADTECH4Q.js";
import {
  checkLink
} from "./chunk-7FQ62MIF.js";
import {
  remedyLabel,
  uriOf
} from "./chunk-RRJAT3IB.js";
import "./chunk-3WA5LAVB.js";
import {
  plain
} from "./chunk-7X4FOFYP.js";
import {
  assumedSentence,
  believedGroups,
  headlineOf,
  messageOf,
  recordingWords,
  remedyOf,
  witnessText
} from "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import {
  capitalised
} from "./chunk-W55LG4YV.js";
import {
  asSentence,
  say
} from "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import {
  linkOf
} from "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import {
  distinct
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/sarif/sarif-rules.ts
function ruleId({ id }, severity) {
  return `${id}/${severity}`;
}
var SEVERITIES = ["critical", "warning", "notice"];
var SCORES = { critical: "9.5", warning: "5.5", notice: "2.0" };
var LEVELS = { critical: "error", warning: "warning", notice: "note" };
function alertSeverity({ severity, waived }) {
  return waived === void 0 ? severity : "notice";
}
function levelOf(severity) {
  return LEVELS[severity];
}
var WORDS = [
  ["introduced", "new with the plan"],
  ["transient", "there only while the plan is applied"],
  ["pre-existing", "there before the plan and after"],
  ["undecided", "open, because of a value that the plan does not know"]
];
function rulesOf(checks, used) {
  return checks.flatMap((check) => {
    const severities = Object.values(check.severities);
    return SEVERITIES.filter(
      (severity) => severities.includes(severity) || used.has(ruleId(check, severity))
    ).map((severity) => descriptorOf(check, severity));
  });
}
function descriptorOf(check, severity) {
  const { id, title, why, remedy, example } = check;
  const cases = WORDS.flatMap(([change, words]) => check.severities[change] === severity ? [words] : []);
  const when = cases.length === 0 ? [] : [`This rule is for findings that are ${cases.join("; ")}.`];
  const parts = [why, `Example: ${example}`, ...when, `To mend it: ${remedy}`];
  const tables = check.tables.map((number) => ({ name: `Table ${number}`, url: linkOf({ table: number }) }));
  const help = (pages) => [...parts, ...pages.length === 0 ? [] : [`On the vendor's page: ${pages.join(", ")}.`]].join("\n\n");
  return {
    id: ruleId(check, severity),
    name: pascalCase(`${id}-${severity}`),
    shortDescription: { text: plain(title, TEXT_LIMIT) },
    fullDescription: { text: plain(why, TEXT_LIMIT) },
    helpUri: checkLink(check),
    help: {
      text: help(tables.map(({ name, url }) => `${name} (${url})`)),
      markdown: help(tables.map(({ name, url }) => `[${name}](${url})`))
    },
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: ["security", "terraform", "cce", "security-group"],
      precision: "high",
      "security-severity": SCORES[severity]
    }
  };
}
var TEXT_LIMIT = 1024;
function pascalCase(id) {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
}

// src/format/sarif/sarif.ts
var RESULT_LIMIT = 5e3;
var BYTES_LIMIT = 9e6;
var PLACE_LIMIT = 20;
var CAUSE_LIMIT = 100;
var LABEL_LIMIT = 100;
var MESSAGE_LIMIT = 2e3;
function renderSarif(report, checks, options = {}) {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(report, checks, options)]
  };
  return jsonText(log);
}
function runOf(report, checks, options) {
  const all = [
    ...report.findings.filter(({ waived }) => waived === void 0),
    ...report.findings.filter(({ waived }) => waived !== void 0)
  ];
  const rules = rulesOf(checks, new Set(all.map((finding) => ruleId(finding.check, alertSeverity(finding)))));
  const fallback = relativePath(options.fallbackFile ?? "") ?? "main.tf";
  const version = options.version;
  const results = resultsOf(all, rules, fallback);
  return {
    tool: {
      driver: {
        name: "cce-plan-guard",
        ...version === void 0 ? {} : { semanticVersion: version },
        rules: [...rules]
      }
    },
    automationDetails: { id: automationId(report, options.label) },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [...leftOutNotice(all.length - results.length), ...restNotes(report)]
      }
    ],
    results
  };
}
function automationId({ plans }, label) {
  const text = plain(label ?? plans[0]?.label ?? "", LABEL_LIMIT).replaceAll(/^\/+|\/+$/g, "");
  return text === "" ? "cce-plan-guard/" : `cce-plan-guard/${text}/`;
}
function leftOutNotice(n) {
  const text = `${n} more findings are left out: GitHub takes ${RESULT_LIMIT} of a run, and 10 MB.`;
  return n > 0 ? [{ level: "warning", message: { text } }] : [];
}
function restNotes(report) {
  const assumed = assumedSentence(report);
  const texts = [
    ...assumed === void 0 ? [] : [assumed],
    ...believedGroups(report).map(({ cluster, text }) => say`${cluster}: ${text}.`),
    ...recordingWords(report).map(
      ({ cluster, why, line }) => line === void 0 ? say`${cluster}: ${why}.` : say`${cluster}: ${why}: ${line}`
    )
  ];
  return texts.slice(0, NOTE_LIMIT).map((text) => ({ level: "note", message: { text: sarifText(text) } }));
}
var NOTE_LIMIT = 100;
function resultsOf(findings, rules, fallback) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results = [];
  let bytes = 0;
  for (const finding of findings.slice(0, RESULT_LIMIT)) {
    const result = resultOf(finding, indexes, fallback);
    bytes += bytesOf(JSON.stringify(result, void 0, 2));
    if (bytes > BYTES_LIMIT) break;
    results.push(result);
  }
  return results;
}
function resultOf(finding, indexes, fallback) {
  const { check, fingerprint, waived } = finding;
  const severity = alertSeverity(finding);
  const id = ruleId(check, severity);
  const places = finding.causes.flatMap(alertPlace);
  return {
    ruleId: id,
    level: levelOf(severity),
    message: { text: alertText(finding, places.length === 0 ? fallback : void 0) },
    ...locationsOf(finding, places, fallback),
    ...waived === void 0 ? {} : suppressedBy(waived),
    ruleIndex: must(indexes.get(id), "each finding is of a check that is listed"),
    partialFingerprints: {
      // The number tells repeated lines apart; our fingerprints never repeat.
      primaryLocationLineHash: `${fingerprint}:1`,
      "ccePlanGuard/v1": fingerprint
    }
  };
}
function suppressedBy({ reason, owner, expires }) {
  const justification = plain(`${reason} (${owner}, until ${expires})`, MESSAGE_LIMIT);
  return { suppressions: [{ kind: "external", status: "accepted", justification }] };
}
function alertText(finding, fallback) {
  const { row, witness } = finding;
  const title = headlineOf(finding);
  return [
    row === void 0 ? say`${title}.` : say`${title} (${row.id}).`,
    asSentence(messageOf(finding)),
    ...row === void 0 ? [] : [row.purpose, row.note ?? []].flat(),
    ...witness === void 0 ? [] : [asSentence(say`For example: ${witnessText(witness)}`)],
    asSentence(say`${capitalised(remedyLabel(finding))} it: ${remedyOf(finding)}`),
    ...fallback === void 0 ? [] : [`${stoodAt(finding)} This is shown at the start of ${fallback}.`]
  ].map(sarifText).join(" ");
}
function stoodAt({ causes }) {
  const gone = causes.find(({ place }) => place?.isBase === true)?.place;
  return gone === void 0 ? "The line is not known." : `What brings it about is gone: it stood at ${gone.file}:${gone.line}.`;
}
function sarifText(text) {
  return plain(text, MESSAGE_LIMIT).replaceAll(/[[\]\\]/g, "\\$&");
}
function alertPlace(cause) {
  const place = placeInCheckout(cause);
  const path = place === void 0 ? void 0 : relativePath(place.file);
  return place === void 0 || path === void 0 ? [] : [{ ...place, path, address: cause.address }];
}
function locationsOf({ causes }, [first, ...others], fallback) {
  const addresses = distinct(causes.slice(0, CAUSE_LIMIT).map(({ address }) => plain(address)));
  const logicalLocations = addresses.map((address) => ({ fullyQualifiedName: address, kind: "resource" }));
  const location = {
    ...locationAt(first ?? { path: fallback, line: 1 }),
    ...logicalLocations.length === 0 ? {} : { logicalLocations }
  };
  const related = others.slice(0, PLACE_LIMIT).map((place, index) => ({
    id: index + 1,
    ...locationAt(place),
    message: { text: sarifText(place.address) }
  }));
  return { locations: [location], ...related.length === 0 ? {} : { relatedLocations: related } };
}
function locationAt({ path, line, endLine }) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: line, ...endLine === void 0 ? {} : { endLine } }
    }
  };
}
function relativePath(file) {
  const slashed = file.replaceAll("\\", "/");
  const parts = slashed.split("/").filter((part) => part !== "." && part !== "");
  const isRelative = !/^(\/|[a-z]:(\/|$))/i.test(slashed) && !parts.includes("..");
  return isRelative && parts.length > 0 ? parts.join("/") : void 0;
}
export {
  renderSarif,
  sarifText
};
