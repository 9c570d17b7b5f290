import {
  alertPlaces,
  alertSentences
} from "./chunk-BSQIDZGW.js";
import {
  jsonText
} from "./chunk-JGPNJ2IZ.js";
import "./chunk-4C3JTZW3.js";
import "./chunk-RRJAT3IB.js";
import {
  plain
} from "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/gitlab/gitlab.ts
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
