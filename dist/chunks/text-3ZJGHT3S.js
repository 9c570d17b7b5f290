import {
  MIN_WIDTH,
  WIDTH,
  renderText
} from "./chunk-NE3SUTUL.js";
import "./chunk-T6YO773B.js";
import "./chunk-VBQPEORM.js";
import "./chunk-IFSIYUKR.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-NP2Z3UDG.js";
import "./chunk-EDL3ECAW.js";
import "./chunk-7FQ62MIF.js";
import "./chunk-5NBKWCHE.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-5ZQWKTFD.js";
import "./chunk-3ATXXZRX.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-UKYHAWV7.js";
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
