import {
  CHECKS,
  runChecks
} from "./chunk-E3WUD5MG.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-HZAQXN7W.js";
import "./chunk-7TZKJZOZ.js";
import "./chunk-6ZXUJIIV.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-APUBOY5I.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
