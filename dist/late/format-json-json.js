import {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
} from "../chunks/chunk-7N4LTMXQ.js";
import "../chunks/chunk-BPHTC5HE.js";
import "../chunks/chunk-TOJSNTRC.js";
import "../chunks/chunk-JAOPD57T.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  packetsJson,
  renderJson,
  reportJson,
  valueJson
};
