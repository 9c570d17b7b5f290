import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-3WD5IAKA.js";
import "./chunk-W5VVKQXY.js";
import "./chunk-MXJGXTMN.js";
import "./chunk-PKS3CLMA.js";
import "./chunk-VYWTTC4J.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-ULCGEJKW.js";
import "./chunk-RXI7IB6F.js";
import "./chunk-XLJGV6X2.js";
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
