import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-7AO23XNL.js";
import "./chunk-T3IUSS6B.js";
import "./chunk-EMDBAYUM.js";
import "./chunk-SQ5NMNVS.js";
import "./chunk-OXKB6TKR.js";
import "./chunk-EXCR4G2P.js";
import "./chunk-VXAMUTYX.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-74QIG5MT.js";
import "./chunk-RYA25NRD.js";
import "./chunk-PUBNLMRK.js";
import "./chunk-DPFQ647J.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-IV7GTWIG.js";
import "./chunk-2H6QNJYB.js";
import "./chunk-KRGBCKCF.js";
import "./chunk-TEAISSUY.js";
import "./chunk-PMJFALHR.js";
import "./chunk-RIZLRJPB.js";
import "./chunk-7SV5IWW6.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
