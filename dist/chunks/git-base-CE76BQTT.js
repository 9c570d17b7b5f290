import {
  fileAtCommit,
  openBase
} from "./chunk-N7EMPS6S.js";
import "./chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase
};
