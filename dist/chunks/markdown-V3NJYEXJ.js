import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-CTXC3LGQ.js";
import "./chunk-UYNMPLYF.js";
import "./chunk-FZIQHWMB.js";
import "./chunk-DBDU2KG4.js";
import "./chunk-VYWTTC4J.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-YLU6SKT2.js";
import "./chunk-JKHQDBNQ.js";
import "./chunk-RT4NFRVW.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-PUWNQNKG.js";
import "./chunk-RANS3CYM.js";
import "./chunk-DWQOV5FC.js";
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
