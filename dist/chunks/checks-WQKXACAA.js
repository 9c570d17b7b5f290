import {
  CHECKS,
  runChecks
} from "./chunk-BD4AXP67.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-MCAAJCZO.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
