import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-ZG5VKA4W.js";
import "./chunk-HARVN6LB.js";
import "./chunk-JVRPNWSD.js";
import "./chunk-V3VTIUWG.js";
import "./chunk-L65YG3IN.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-HMK4O5RO.js";
import "./chunk-OOA23QA3.js";
import "./chunk-IEPRCRIJ.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-HZAQXN7W.js";
import "./chunk-7TZKJZOZ.js";
import "./chunk-6ZXUJIIV.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-APUBOY5I.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
