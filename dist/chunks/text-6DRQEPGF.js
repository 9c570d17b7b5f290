import {
  MIN_WIDTH,
  WIDTH,
  renderText
} from "./chunk-3UHMJZTX.js";
import "./chunk-T6YO773B.js";
import "./chunk-VBQPEORM.js";
import "./chunk-TBGVZZIH.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import "./chunk-TVK4D2IO.js";
import "./chunk-RRJAT3IB.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
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
