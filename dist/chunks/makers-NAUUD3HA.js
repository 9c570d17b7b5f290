import {
  readMaker,
  repeatedBlock
} from "./chunk-6CKIGWAN.js";
import "./chunk-TFBBVZHE.js";
import "./chunk-NUQT56WP.js";
import "./chunk-SKTNU4SW.js";
import "./chunk-SEWDMQ6Q.js";
export {
  readMaker,
  repeatedBlock
};
