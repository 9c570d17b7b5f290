import {
  renderText
} from "./chunk-UDJTE6FX.js";
import "./chunk-HJP2EGKC.js";
import "./chunk-AGEHMA6A.js";
import "./chunk-KRDRI2YL.js";
import "./chunk-ALZ5PEDL.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderText
};
