import {
  fileAtCommit,
  openBase,
  usualBase
} from "./chunk-3T3V3RUL.js";
import "./chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase,
  usualBase
};
