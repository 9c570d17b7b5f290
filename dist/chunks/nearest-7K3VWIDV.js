import {
  nearest,
  orList,
  shownKey
} from "./chunk-5Q25F3X5.js";
import "./chunk-SEWDMQ6Q.js";
export {
  nearest,
  orList,
  shownKey
};
