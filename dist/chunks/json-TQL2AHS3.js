import {
  renderJson
} from "./chunk-TQ2HIHYT.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderJson
};
