import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-SVY4FVJP.js";
import "./chunk-YEQ2JP37.js";
import "./chunk-OMBD2JHA.js";
import "./chunk-IWXHYL6D.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-U367EWMS.js";
import "./chunk-TRPM4D3W.js";
import "./chunk-RY6DU3CZ.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-IJTJH74B.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
