import {
  connect,
  createOnce
} from "./chunk-TDMDXNSZ.js";
import "./chunk-SPZI54OP.js";
import "./chunk-SEWDMQ6Q.js";
export {
  connect,
  createOnce
};
