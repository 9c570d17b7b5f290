import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-ERIKAOKQ.js";
import "./chunk-2STF7DUT.js";
import "./chunk-EMDBAYUM.js";
import "./chunk-UYYHI454.js";
import "./chunk-OBXRVJ5T.js";
import "./chunk-5MLUUFGB.js";
import "./chunk-7R27REYU.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-JZDTYW43.js";
import "./chunk-FFZKMPWA.js";
import "./chunk-RSVJZRMZ.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-6D7JU3PK.js";
import "./chunk-Q2MU73RC.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-3YFBQZTJ.js";
import "./chunk-MEXHSFFU.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
