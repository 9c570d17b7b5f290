import {
  CHECKS,
  runChecks
} from "./chunk-TODZCQLM.js";
import "./chunk-WICU2XUA.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-HR654TLQ.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-IJTJH74B.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
