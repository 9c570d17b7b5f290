import {
  CHECKS,
  runChecks
} from "./chunk-3AGVKCJB.js";
import "./chunk-BAKGFU6G.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
