import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-J7F76ODY.js";
import "./chunk-OOPKW2TS.js";
import "./chunk-OMVABH5F.js";
import "./chunk-MYEY7SFE.js";
import "./chunk-USPLFTAR.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-6Q27AMR6.js";
import "./chunk-RGPYP3UK.js";
import "./chunk-PZNL62QC.js";
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
