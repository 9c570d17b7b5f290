import {
  fileAtCommit,
  openBase,
  usualBase
} from "./chunk-4Q3DTH7S.js";
import "./chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase,
  usualBase
};
