import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-WTS52LXO.js";
import "./chunk-3YTSCIWX.js";
import "./chunk-UDXWMY3X.js";
import "./chunk-SJX2WHLL.js";
import "./chunk-75TYLQL3.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-CGMM4KGC.js";
import "./chunk-FQJTVIG5.js";
import "./chunk-QJNCAEDK.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-4WINV2TB.js";
import "./chunk-RANS3CYM.js";
import "./chunk-DWQOV5FC.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-5XLG6COY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
