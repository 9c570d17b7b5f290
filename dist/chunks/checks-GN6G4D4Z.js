import {
  CHECKS,
  runChecks
} from "./chunk-V5F3JYIO.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-P7DSGNVD.js";
import "./chunk-C6VRXLCB.js";
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
