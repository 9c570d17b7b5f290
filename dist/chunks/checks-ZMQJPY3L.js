import {
  CHECKS,
  runChecks
} from "./chunk-FTD25TEK.js";
import "./chunk-3JRHDRPW.js";
import "./chunk-SHHBVW4W.js";
import "./chunk-RANS3CYM.js";
import "./chunk-WGEEXE4M.js";
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
