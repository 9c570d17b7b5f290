import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-K3AQGMJA.js";
import "./chunk-5WITFNL2.js";
import "./chunk-ZHBXVDKS.js";
import "./chunk-HJP2EGKC.js";
import "./chunk-AGEHMA6A.js";
import "./chunk-KRDRI2YL.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
