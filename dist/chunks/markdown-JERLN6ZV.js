import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-DUZCOL7Y.js";
import "./chunk-3LM6PCHF.js";
import "./chunk-U3YDTUTS.js";
import "./chunk-Y5I4NVYN.js";
import "./chunk-GXDPQAEY.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-KQH322RL.js";
import "./chunk-MSP3CIBA.js";
import "./chunk-A32JGC52.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-BFUNPNNB.js";
import "./chunk-T2I2VTFE.js";
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
