import {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
} from "./chunk-UC2PB3I3.js";
import "./chunk-JGPNJ2IZ.js";
import "./chunk-AZQCFMDM.js";
import "./chunk-SEWDMQ6Q.js";
export {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
};
