import {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
} from "./chunk-ZN3DTVOS.js";
import "./chunk-JAOPD57T.js";
import "./chunk-BPHTC5HE.js";
import "./chunk-TOJSNTRC.js";
import "./chunk-SEWDMQ6Q.js";
export {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
};
