import {
  filesLike
} from "./chunk-A3PXKP57.js";
import "./chunk-SEWDMQ6Q.js";
export {
  filesLike
};
