import {
  CHECKS,
  runChecks
} from "./chunk-GY66YBQZ.js";
import "./chunk-VASI7VMD.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";
export {
  CHECKS,
  runChecks
};
