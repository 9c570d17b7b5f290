import {
  renderText
} from "./chunk-QKBV7GQF.js";
import "./chunk-HWIHOGCD.js";
import "./chunk-AGEHMA6A.js";
import "./chunk-OCYHUETS.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderText
};
