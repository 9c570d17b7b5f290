import {
  alertPlaces,
  alertSentences
} from "../chunks/chunk-PU2JSQMG.js";
import {
  bytesOf
} from "../chunks/chunk-5Y2WYTLW.js";
import "../chunks/chunk-JPJFKXRS.js";
import {
  jsonText
} from "../chunks/chunk-JAOPD57T.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/format/sarif/sarif.ts
import { distinct } from "../core.js";
import { HOME } from "../core.js";
import { clusterWords } from "../core.js";
import { tellingOf } from "../core.js";
import { asSentence, say } from "../core.js";
import { must as must2 } from "../core.js";
import { uriOf } from "../core.js";
import { plain as plain2 } from "../core.js";

// src/format/sarif/sarif-rules.ts
import { SEVERITIES } from "../core.js";
import { linkOf } from "../core.js";
import { checkLink } from "../core.js";
import { must } from "../core.js";
import { plain } from "../core.js";
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
function rulesOf(checks) {
  return checks.map(descriptorOf);
}
function descriptorOf(check) {
  const { id, title, why, remedy, example, severities } = check;
  const cases = SEVERITIES.flatMap((severity) => {
    const words = WORDS.flatMap(([change, text]) => severities[change] === severity ? [text] : []);
    return words.length === 0 ? [] : [`${severity} when it is ${words.join(", or ")}`];
  });
  const parts = [
    why,
    `Example: ${example}`,
    `A finding is ${cases.join("; ")}. A configuration can say otherwise.`,
    `To mend it: ${remedy}`
  ];
  const worst = must(
    SEVERITIES.find((severity) => Object.values(severities).includes(severity)),
    "a check has a severity"
  );
  const tables = check.tables.map((number) => ({ name: `Table ${number}`, url: linkOf({ table: number }) }));
  const help = (pages) => [...parts, ...pages.length === 0 ? [] : [`On the vendor's page: ${pages.join(", ")}.`]].join("\n\n");
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: plain(title, TEXT_LIMIT) },
    fullDescription: { text: plain(why, TEXT_LIMIT) },
    helpUri: checkLink(check),
    help: {
      text: help(tables.map(({ name, url }) => `${name} (${url})`)),
      markdown: help(tables.map(({ name, url }) => `[${name}](${url})`))
    },
    defaultConfiguration: { level: levelOf(worst) },
    properties: {
      tags: ["security", "terraform", "cce", "security-group"],
      precision: "high"
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
  const rules = rulesOf(checks);
  const { version } = options;
  const results = resultsOf(all, rules, { ...options, report });
  return {
    tool: {
      driver: {
        name: "cce-plan-guard",
        informationUri: HOME,
        ...version === void 0 ? {} : { version, semanticVersion: version },
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
  const text = plain2(label ?? plans[0]?.label ?? "", LABEL_LIMIT).replaceAll(/^\/+|\/+$/g, "");
  return text === "" ? "cce-plan-guard/" : `cce-plan-guard/${text}/`;
}
function leftOutNotice(n) {
  const text = `${n} more findings are left out: GitHub takes ${RESULT_LIMIT} of a run, and 10 MB.`;
  return n > 0 ? [{ level: "warning", message: { text } }] : [];
}
function restNotes(report) {
  const { rests, asides } = tellingOf(report);
  const texts = [
    ...[rests.page, rests.assumed].flatMap((text) => text ?? []),
    ...asides.flatMap(
      (list) => list.all.map(({ text, entry, ...of }) => {
        const said = say`${clusterWords(of, report, String) ?? ""}: ${text}`;
        return entry === void 0 ? asSentence(said) : say`${said}: ${entry.line}`;
      })
    )
  ];
  return texts.slice(0, NOTE_LIMIT).map((text) => ({ level: "note", message: { text: sarifText(text) } }));
}
var NOTE_LIMIT = 100;
function resultsOf(findings, rules, options) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const results = [];
  let bytes = 0;
  for (const finding of findings.slice(0, RESULT_LIMIT)) {
    const result = resultOf(finding, indexes, options);
    bytes += bytesOf(JSON.stringify(result, void 0, 2));
    if (bytes > BYTES_LIMIT) break;
    results.push(result);
  }
  return results;
}
function resultOf(finding, indexes, options) {
  const { check, fingerprint, waived } = finding;
  const places = alertPlaces(finding, options);
  return {
    ruleId: check.id,
    level: levelOf(alertSeverity(finding)),
    message: { text: alertSentences(finding, places[0], options.report).map(sarifText).join(" ") },
    ...locationsOf(finding, places),
    ...waived === void 0 ? {} : suppressedBy(waived),
    ruleIndex: must2(indexes.get(check.id), "each finding is of a check that is listed"),
    partialFingerprints: {
      // The number tells repeated lines apart; our fingerprints never repeat.
      primaryLocationLineHash: `${fingerprint}:1`,
      "ccePlanGuard/v1": fingerprint
    }
  };
}
function suppressedBy({ reason, owner, expires }) {
  const justification = plain2(`${reason} (${owner}, until ${expires})`, MESSAGE_LIMIT);
  return { suppressions: [{ kind: "external", status: "accepted", justification }] };
}
function sarifText(text) {
  return plain2(text, MESSAGE_LIMIT).replaceAll(/[[\]\\]/g, "\\$&");
}
function locationsOf({ causes }, [first, ...others]) {
  const addresses = distinct(causes.slice(0, CAUSE_LIMIT).map(({ address }) => plain2(address)));
  const logicalLocations = addresses.map((address) => ({ fullyQualifiedName: address, kind: "resource" }));
  const location = {
    ...locationAt(first),
    ...logicalLocations.length === 0 ? {} : { logicalLocations }
  };
  const related = others.slice(0, PLACE_LIMIT).map((place, index) => ({
    id: index + 1,
    ...locationAt(place),
    message: { text: sarifText(must2(place.address, "only the first place stands in for others")) }
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
export {
  renderSarif,
  sarifText
};
