import {
  CHECKS,
  runChecks
} from "./chunk-FAZ3XPA5.js";
import "./chunk-NKP77RSJ.js";
import "./chunk-PUWNQNKG.js";
import "./chunk-RANS3CYM.js";
import "./chunk-DWQOV5FC.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-5XLG6COY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
