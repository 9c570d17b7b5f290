import {
  connect,
  createOnce
} from "./chunk-P7FWQZTJ.js";
import "./chunk-F66NM462.js";
import "./chunk-SEWDMQ6Q.js";
export {
  connect,
  createOnce
};
