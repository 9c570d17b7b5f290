import {
  CHECKS,
  runChecks
} from "./chunk-QCVEO7NE.js";
import "./chunk-OCJEMXJ2.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
