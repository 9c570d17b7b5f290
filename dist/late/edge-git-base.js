import {
  fileAtCommit,
  openBase,
  usualBases
} from "../chunks/chunk-OQGHWPT7.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  fileAtCommit,
  openBase,
  usualBases
};
