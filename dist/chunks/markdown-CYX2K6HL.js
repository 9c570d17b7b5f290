import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-2C2WBKTZ.js";
import "./chunk-HKZJTXOF.js";
import "./chunk-XY4JB2GG.js";
import "./chunk-TYHZBDDC.js";
import "./chunk-DOSLRPRY.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-DJ5KWXME.js";
import "./chunk-DAGIQPWP.js";
import "./chunk-6RNPI53I.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-KPMGFS43.js";
import "./chunk-MZ2T73XI.js";
import "./chunk-RFJCMJCQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-IDYLPBWU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
