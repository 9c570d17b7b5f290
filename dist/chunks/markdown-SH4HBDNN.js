import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-HS7BQ5AX.js";
import "./chunk-63RQMGDP.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-BOJFIHE6.js";
import "./chunk-56BWB2ZY.js";
import "./chunk-BAKGFU6G.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
