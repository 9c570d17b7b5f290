import {
  CHECKS,
  runChecks
} from "./chunk-YNP3AEMV.js";
import "./chunk-TMV56SA2.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-UKYHAWV7.js";
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
