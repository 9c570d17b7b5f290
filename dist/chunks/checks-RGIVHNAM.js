import {
  CHECKS,
  runChecks
} from "./chunk-S72IDKXD.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-Z2DBRNDV.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-DXSP3KBL.js";
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
