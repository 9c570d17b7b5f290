import {
  CHECKS,
  runChecks
} from "./chunk-MW62M24Z.js";
import "./chunk-M6AUVP35.js";
import "./chunk-G4GG24LJ.js";
import "./chunk-MQCAGMGF.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
