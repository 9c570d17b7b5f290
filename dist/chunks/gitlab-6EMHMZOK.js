import {
  alertPlaces,
  alertSentences
} from "./chunk-VTR6YKHZ.js";
import {
  jsonText
} from "./chunk-JGPNJ2IZ.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/gitlab/gitlab.ts
import { plain } from "../core.js";
var SEVERITIES = { critical: "critical", warning: "major", notice: "info" };
var DESCRIPTION_LIMIT = 1e3;
function renderGitlab({ findings }, options = {}) {
  const open = findings.filter(({ waived }) => waived === void 0);
  return jsonText(open.map((finding) => violationOf(finding, options)));
}
function violationOf(finding, options) {
  const [place] = alertPlaces(finding, options);
  const text = alertSentences(finding, place).map((sentence) => plain(sentence, DESCRIPTION_LIMIT));
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
