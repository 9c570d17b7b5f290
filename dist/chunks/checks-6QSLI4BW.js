import {
  CHECKS,
  runChecks
} from "./chunk-VUB2OPWC.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-KRGBCKCF.js";
import "./chunk-TEAISSUY.js";
import "./chunk-PMJFALHR.js";
import "./chunk-RIZLRJPB.js";
import "./chunk-7SV5IWW6.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
