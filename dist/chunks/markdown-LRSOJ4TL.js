import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-JRZGKFOB.js";
import "./chunk-KX6DNCM7.js";
import "./chunk-6V7ZSHTY.js";
import "./chunk-H4GBRPAH.js";
import "./chunk-XCBM6DL3.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-YCE7TSOG.js";
import "./chunk-SDBTI7WL.js";
import "./chunk-LOLNOAQV.js";
import "./chunk-CRJWFJ2M.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-PUQKVRA6.js";
import "./chunk-IMWSEY2H.js";
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
