import {
  fileAtCommit,
  openBase,
  usualBase
} from "./chunk-UV5OEUAC.js";
import "./chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase,
  usualBase
};
