import {
  renderText
} from "./chunk-DCNU2VOU.js";
import "./chunk-RATHH7GC.js";
import "./chunk-KPKQL7XY.js";
import "./chunk-OCJEMXJ2.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderText
};
