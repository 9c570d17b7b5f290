import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-Z4JDWUBQ.js";
import "./chunk-NYLPMA27.js";
import "./chunk-ZW5J6GMU.js";
import "./chunk-WXRIB6IV.js";
import "./chunk-HAKDGDAZ.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-Q4RIOHXE.js";
import "./chunk-RIT7CQQV.js";
import "./chunk-2AXSSKV7.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-SHHBVW4W.js";
import "./chunk-RANS3CYM.js";
import "./chunk-WGEEXE4M.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-5XLG6COY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
