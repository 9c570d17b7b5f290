import {
  CHECK_IDS
} from "./chunk-TIZTVMQR.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECK_IDS
};
