import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-WXATHNDD.js";
import "./chunk-PYMCMUNX.js";
import "./chunk-EMDBAYUM.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-MCHW5IMK.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-4C3JTZW3.js";
import "./chunk-TVK4D2IO.js";
import "./chunk-RRJAT3IB.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
