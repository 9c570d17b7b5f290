import {
  bytesOf
} from "./chunk-5Y2WYTLW.js";
import {
  NO_PLACE
} from "./chunk-T4XGEMMG.js";
import {
  isInCheckout,
  plain
} from "./chunk-56BWB2ZY.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/sarif/sarif-rules.ts
function ruleId(check, severity) {
  return `${check}/${severity}`;
}
var SEVERITIES = ["critical", "warning", "notice"];
var SCORES = { critical: "9.5", warning: "5.5", notice: "2.0" };
var LEVELS = { critical: "error", warning: "warning", notice: "note" };
function levelOf(severity) {
  return LEVELS[severity];
}
var WORDS = {
  introduced: "new with the plan",
  transient: "there only while the plan is applied",
  "pre-existing": "there before the plan and after",
  undecided: "open, because of a value that the plan does not know"
};
function rulesOf(checks, used) {
  return checks.flatMap((check) => {
    const severities = Object.values(check.severities);
    return SEVERITIES.filter(
      (severity) => severities.includes(severity) || used.has(ruleId(check.id, severity))
    ).map((severity) => ruleOf(check, severity));
  });
}
function ruleOf(check, severity) {
  const { id, title, why, remedy, example } = check;
  const cases = Object.entries(check.severities).filter(([, value]) => value === severity).map(([change]) => WORDS[change] ?? change);
  const when = cases.length === 0 ? [] : [`This rule is for findings that are ${cases.join("; ")}.`];
  const parts = [why, `Example: ${example}`, ...when, `To mend it: ${remedy}`];
  return {
    id: ruleId(id, severity),
    name: nameOf(`${id}-${severity}`),
    shortDescription: { text: plain(title, TEXT_LIMIT) },
    fullDescription: { text: plain(why, TEXT_LIMIT) },
    help: { text: parts.join("\n\n"), markdown: parts.join("\n\n") },
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: ["security", "terraform", "cce", "security-group"],
      precision: "high",
      "security-severity": SCORES[severity]
    }
  };
}
var TEXT_LIMIT = 1024;
function nameOf(id) {
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
  return `${JSON.stringify(log, void 0, 2)}
`;
}
function runOf(report, checks, options) {
  const all = [
    ...report.findings.filter(({ waived }) => waived === null),
    ...report.findings.filter(({ waived }) => waived !== null)
  ];
  const rules = rulesOf(checks, new Set(all.map((finding) => ruleId(finding.check, severityOf(finding)))));
  const fallback = relativePath(options.fallbackFile ?? null) ?? "main.tf";
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
      { executionSuccessful: true, toolExecutionNotifications: leftOut(all.length - results.length) }
    ],
    results
  };
}
function automationId({ plans }, label) {
  const text = plain(label ?? plans[0]?.label ?? "", LABEL_LIMIT).replaceAll(/^\/+|\/+$/g, "");
  return text === "" ? "cce-plan-guard/" : `cce-plan-guard/${text}/`;
}
function leftOut(n) {
  const text = `${n} more findings are left out: GitHub takes ${RESULT_LIMIT} of a run, and 10 MB.`;
  return n > 0 ? [{ level: "warning", message: { text } }] : [];
}
function severityOf({ severity, waived }) {
  return waived === null ? severity : "notice";
}
function resultsOf(findings, rules, fallback) {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = /* @__PURE__ */ new Map();
  const results = [];
  let bytes = 0;
  for (const finding of findings.slice(0, RESULT_LIMIT)) {
    const nth = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, nth);
    const index = indexes.get(ruleId(finding.check, severityOf(finding)));
    const result = {
      ...resultOf(finding, fallback),
      ...index === void 0 ? {} : { ruleIndex: index },
      partialFingerprints: {
        primaryLocationLineHash: `${finding.fingerprint}:${nth}`,
        "ccePlanGuard/v1": finding.fingerprint
      }
    };
    bytes += bytesOf(JSON.stringify(result, void 0, 2));
    if (bytes > BYTES_LIMIT) break;
    results.push(result);
  }
  return results;
}
function resultOf(finding, fallback) {
  const severity = severityOf(finding);
  return {
    ruleId: ruleId(finding.check, severity),
    level: levelOf(severity),
    message: { text: messageOf(finding, fallback) },
    ...locationsOf(finding, fallback),
    ...suppressionsOf(finding)
  };
}
function suppressionsOf({ waived }) {
  if (waived === null) return {};
  const { reason, owner, expires } = waived;
  const justification = plain(`${reason} (${owner}, until ${expires})`, MESSAGE_LIMIT);
  return { suppressions: [{ kind: "external", status: "accepted", justification }] };
}
function messageOf(finding, fallback) {
  const { title, requirement, message, witness, remedy } = finding;
  const place = placed(finding.causes)[0];
  return [
    `${title}${requirement === null ? "" : ` (${requirement})`}.`,
    sentence(message),
    ...witness === null ? [] : [`For example: ${sentence(witness)}`],
    `To mend it: ${sentence(remedy)}`,
    ...place === void 0 ? [`${stoodAt(finding)} This is shown at the start of ${fallback}.`] : []
  ].map(sarifText).join(" ");
}
function stoodAt({ causes }) {
  const gone = causes.find(({ file, isBase }) => file !== null && isBase);
  return gone === void 0 ? "The line is not known." : `What brings it about is gone: it stood at ${gone.file ?? ""}:${gone.line ?? 1}.`;
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
function sarifText(text) {
  return plain(text, MESSAGE_LIMIT).replaceAll(/[[\]\\]/g, "\\$&");
}
function placed(causes) {
  return causes.flatMap((cause) => {
    const path = isInCheckout(cause) ? relativePath(cause.file) : void 0;
    return path === void 0 ? [] : [{ cause, path }];
  });
}
function locationsOf({ causes }, fallback) {
  const [first, ...others] = placed(causes);
  const addresses = [...new Set(causes.slice(0, CAUSE_LIMIT).map(({ address }) => plain(address)))];
  const logicalLocations = addresses.map((address) => ({ fullyQualifiedName: address, kind: "resource" }));
  const location = {
    ...locationAt(first?.path ?? fallback, first?.cause),
    ...logicalLocations.length === 0 ? {} : { logicalLocations }
  };
  const related = others.slice(0, PLACE_LIMIT).map(({ cause, path }, index) => ({
    id: index + 1,
    ...locationAt(path, cause),
    message: { text: sarifText(cause.address) }
  }));
  return { locations: [location], ...related.length === 0 ? {} : { relatedLocations: related } };
}
function locationAt(path, lines = NO_PLACE) {
  const startLine = Math.max(1, lines.line ?? 1);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: {
        startLine,
        ...lines.endLine === null ? {} : { endLine: Math.max(startLine, lines.endLine) }
      }
    }
  };
}
function relativePath(file) {
  const parts = (file ?? "").replaceAll("\\", "/").split("/");
  const isAbsolute = parts[0] === "" || /^[a-z]:$/i.test(parts[0] ?? "");
  const path = parts.filter((part) => part !== "." && part !== "").join("/");
  return isAbsolute || path === "" || parts.includes("..") ? void 0 : path;
}
function uriOf(path) {
  const whole = path.replaceAll(new RegExp("\\p{Cs}", "gu"), "�");
  return whole.split("/").map(encodeURIComponent).join("/");
}
export {
  renderSarif
};
