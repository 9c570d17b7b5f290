import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-OH66BDIA.js";
import "./chunk-SHPARDG3.js";
import "./chunk-FAYXVICM.js";
import "./chunk-RV4C3MMI.js";
import "./chunk-WPZFAAOJ.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-6OIWOJFP.js";
import "./chunk-HPW6W26N.js";
import "./chunk-PKI5RYSM.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-CPVCCP74.js";
import "./chunk-YSOGZIVW.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
