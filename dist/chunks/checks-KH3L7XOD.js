import {
  CHECKS,
  runChecks
} from "./chunk-B4NRBI4A.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-KUSDIF2Y.js";
import "./chunk-C6ASZA3T.js";
import "./chunk-MCAAJCZO.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
