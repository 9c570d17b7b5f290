import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-TAWMJCAF.js";
import "./chunk-DP4DUSOA.js";
import "./chunk-4QNAN6FS.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-BPHTC5HE.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
