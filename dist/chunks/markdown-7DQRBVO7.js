import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-C2QLD6XH.js";
import "./chunk-VWSPRCK7.js";
import "./chunk-EMDBAYUM.js";
import "./chunk-PW3FLSIG.js";
import "./chunk-TQJZS7YS.js";
import "./chunk-P6XS7GSD.js";
import "./chunk-YIOQ6RBT.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-KI22CGVC.js";
import "./chunk-L4RUIZSU.js";
import "./chunk-5RECAKZO.js";
import "./chunk-X7GJCHHQ.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-5KFXGHWA.js";
import "./chunk-Q3OOR6JC.js";
import "./chunk-HIKODXRX.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-SF5CSMV6.js";
import "./chunk-3LHELD3E.js";
import "./chunk-W7SFD7U6.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
