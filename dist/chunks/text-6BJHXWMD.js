import {
  MIN_WIDTH,
  WIDTH,
  renderText
} from "./chunk-GKQLHBF3.js";
import "./chunk-T6YO773B.js";
import "./chunk-VBQPEORM.js";
import "./chunk-2YTIH36N.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-333B6QWD.js";
import "./chunk-ZUIQGW7G.js";
import "./chunk-7FQ62MIF.js";
import "./chunk-QITL3UIS.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-UZLCYOHB.js";
import "./chunk-3ATXXZRX.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-RS5KSTHE.js";
import "./chunk-7354NWJB.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7B72N4ME.js";
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
  MIN_WIDTH,
  WIDTH,
  renderText
};
