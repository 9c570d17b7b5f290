import {
  filesLike
} from "../chunks/chunk-A3PXKP57.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  filesLike
};
