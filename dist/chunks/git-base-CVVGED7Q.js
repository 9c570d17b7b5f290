import {
  fileAtCommit,
  openBase,
  usualBases
} from "./chunk-OQGHWPT7.js";
import "./chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase,
  usualBases
};
