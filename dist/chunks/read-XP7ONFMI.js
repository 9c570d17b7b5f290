import {
  readShard,
  shardOf
} from "./chunk-BAYF36NQ.js";
import "./chunk-M3GSGHQH.js";
import "./chunk-WOUS6UDO.js";
import "./chunk-GZMD2HBW.js";
import "./chunk-ZYTIOYAB.js";
import "./chunk-SEWDMQ6Q.js";
export {
  readShard,
  shardOf
};
