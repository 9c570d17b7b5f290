import {
  CHECKS,
  runChecks
} from "./chunk-WGM4C5HI.js";
import "./chunk-OCYHUETS.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
