import {
  planText,
  valuesText
} from "./chunk-TOJSNTRC.js";
import "./chunk-SEWDMQ6Q.js";
export {
  planText,
  valuesText
};
