import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-T3BEE4N6.js";
import "./chunk-O2HDUBFP.js";
import "./chunk-ZAWU2GOP.js";
import "./chunk-YC5CMSQI.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-OKGFLKXU.js";
import "./chunk-EWR7PACJ.js";
import "./chunk-DJBSIEHW.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-C6ASZA3T.js";
import "./chunk-MCAAJCZO.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
