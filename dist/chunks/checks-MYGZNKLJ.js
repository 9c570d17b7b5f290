import {
  CHECKS,
  runChecks
} from "./chunk-EOII5DBA.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-HIKODXRX.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-SF5CSMV6.js";
import "./chunk-3LHELD3E.js";
import "./chunk-W7SFD7U6.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
