import {
  CHECK_IDS
} from "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECK_IDS
};
