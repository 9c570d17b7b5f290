import {
  CHECKS,
  runChecks
} from "./chunk-B4PELIXM.js";
import "./chunk-4SCJ37IV.js";
import "./chunk-CPVCCP74.js";
import "./chunk-YSOGZIVW.js";
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
