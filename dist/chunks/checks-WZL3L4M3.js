import {
  CHECKS,
  runChecks
} from "./chunk-OK6IN4OP.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-PUQKVRA6.js";
import "./chunk-IMWSEY2H.js";
import "./chunk-YRCJQYBQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-MEXHSFFU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
