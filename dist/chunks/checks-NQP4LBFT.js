import {
  CHECKS,
  runChecks
} from "./chunk-JN4SACTU.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-Q2MU73RC.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-3YFBQZTJ.js";
import "./chunk-MEXHSFFU.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
