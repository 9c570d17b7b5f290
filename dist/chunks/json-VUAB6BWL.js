import {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
} from "./chunk-ZTC4GQP4.js";
import "./chunk-2YTIH36N.js";
import "./chunk-MPFB2E2X.js";
import "./chunk-3R54WQCM.js";
import "./chunk-ARO4DDJQ.js";
import "./chunk-JGPNJ2IZ.js";
import "./chunk-WXM35MCE.js";
import "./chunk-3ATXXZRX.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-RS5KSTHE.js";
import "./chunk-7354NWJB.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7M2YAVYV.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-RMORX34X.js";
import "./chunk-7ZUVVVYP.js";
import "./chunk-OZ5ZAR5Z.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
};
