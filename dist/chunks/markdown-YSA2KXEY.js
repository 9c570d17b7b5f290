import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-GTYTSCQF.js";
import "./chunk-GPPQBY4X.js";
import "./chunk-6V7ZSHTY.js";
import "./chunk-4ZAJRLHC.js";
import "./chunk-2O4RZJUA.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-YCE7TSOG.js";
import "./chunk-7XWFTEK4.js";
import "./chunk-BHBKPO2W.js";
import "./chunk-CRJWFJ2M.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-P7DSGNVD.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-YRCJQYBQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-MEXHSFFU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
