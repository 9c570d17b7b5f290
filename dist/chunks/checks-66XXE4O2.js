import {
  CHECKS,
  runChecks
} from "./chunk-E3NXLAH2.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-KZBERSQA.js";
import "./chunk-GMNFI7ET.js";
import "./chunk-ILHWLAWW.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-TEAISSUY.js";
import "./chunk-W7SFD7U6.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
