import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-QNKADCZX.js";
import "./chunk-RWHFSSQP.js";
import "./chunk-EMDBAYUM.js";
import "./chunk-PW3FLSIG.js";
import "./chunk-LRJUQPSL.js";
import "./chunk-7UUYQWFH.js";
import "./chunk-GNGD5FFG.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-KI22CGVC.js";
import "./chunk-R5PWXRYR.js";
import "./chunk-WHRMYLM3.js";
import "./chunk-X7GJCHHQ.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-5KFXGHWA.js";
import "./chunk-Q3OOR6JC.js";
import "./chunk-MFO7KWPZ.js";
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
