import {
  readShard,
  shardOf
} from "./chunk-AZYFDE7X.js";
import "./chunk-WOUS6UDO.js";
import "./chunk-GZMD2HBW.js";
import "./chunk-M3GSGHQH.js";
import "./chunk-7YNXPD44.js";
import "./chunk-SEWDMQ6Q.js";
export {
  readShard,
  shardOf
};
