import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-YHH42DGP.js";
import "./chunk-VD7F23OP.js";
import "./chunk-V6BC6LAK.js";
import "./chunk-MD6L5BLK.js";
import "./chunk-VHLC5TWZ.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-74WA237P.js";
import "./chunk-CCMZUZQC.js";
import "./chunk-WTCTNPVO.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-MCAAJCZO.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
