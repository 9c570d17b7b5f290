import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-63O6PWZN.js";
import "./chunk-CLLVW2XQ.js";
import "./chunk-LWSCGN24.js";
import "./chunk-3H65BCYA.js";
import "./chunk-USPLFTAR.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-MOFHGPQ3.js";
import "./chunk-JIWU3BE7.js";
import "./chunk-Z3GKPEZV.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-Z2DBRNDV.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-DXSP3KBL.js";
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
