import {
  CHECKS,
  runChecks
} from "./chunk-7I66NPUO.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-KPMGFS43.js";
import "./chunk-MZ2T73XI.js";
import "./chunk-RFJCMJCQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-IDYLPBWU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
