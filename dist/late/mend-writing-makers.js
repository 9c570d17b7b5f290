import {
  blocksToRead,
  makersOfGroups
} from "../chunks/chunk-74GWW5ZG.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  blocksToRead,
  makersOfGroups
};
