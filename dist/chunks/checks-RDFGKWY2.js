import {
  CHECKS,
  runChecks
} from "./chunk-5AGLMJ5C.js";
import "./chunk-UOGIAX2U.js";
import "./chunk-BFUNPNNB.js";
import "./chunk-T2I2VTFE.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
