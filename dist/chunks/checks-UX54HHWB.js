import {
  CHECKS,
  runChecks
} from "./chunk-LGCENKN6.js";
import "./chunk-KRDRI2YL.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
