import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-V6UFJ2TY.js";
import "./chunk-5XNOE4IB.js";
import "./chunk-4QNAN6FS.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-AZQCFMDM.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
