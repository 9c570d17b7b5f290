import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-GKAIMNPA.js";
import "./chunk-AEAE6NPO.js";
import "./chunk-ZHBXVDKS.js";
import "./chunk-HWIHOGCD.js";
import "./chunk-AGEHMA6A.js";
import "./chunk-OCYHUETS.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
