import {
  blocksToRead,
  makersOfGroups
} from "./chunk-74GWW5ZG.js";
import "./chunk-SEWDMQ6Q.js";
export {
  blocksToRead,
  makersOfGroups
};
