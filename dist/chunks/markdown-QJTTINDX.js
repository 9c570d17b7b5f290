import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-XPX3SH5Z.js";
import "./chunk-X7KE4WUF.js";
import "./chunk-KTTEPOYZ.js";
import "./chunk-6ZYN5KSJ.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-E5TX4VAH.js";
import "./chunk-CEXKXMYV.js";
import "./chunk-VJCY3KLQ.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-MCAAJCZO.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
