import {
  alertPlaces,
  alertSentences
} from "../chunks/chunk-PU2JSQMG.js";
import "../chunks/chunk-JPJFKXRS.js";
import {
  jsonText
} from "../chunks/chunk-JAOPD57T.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/format/gitlab/gitlab.ts
import { plain } from "../core.js";
var SEVERITIES = { critical: "critical", warning: "major", notice: "info" };
var DESCRIPTION_LIMIT = 1e3;
function renderGitlab(report, options = {}) {
  const open = report.findings.filter(({ waived }) => waived === void 0);
  return jsonText(open.map((finding) => violationOf(finding, report, options)));
}
function violationOf(finding, report, options) {
  const [place] = alertPlaces(finding, options);
  const text = alertSentences(finding, place, report).map((sentence) => plain(sentence, DESCRIPTION_LIMIT));
  return {
    description: plain(text.join(" "), DESCRIPTION_LIMIT),
    check_name: finding.check.id,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[finding.severity],
    location: { path: place.path, lines: { begin: place.line } }
  };
}
export {
  renderGitlab
};
