import {
  CHECKS,
  runChecks
} from "./chunk-LR4R75RV.js";
import "./chunk-4JESMKPV.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-7B72N4ME.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-RMORX34X.js";
import "./chunk-7ZUVVVYP.js";
import "./chunk-OZ5ZAR5Z.js";
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
