import {
  firstOfBases,
  openSource
} from "../chunks/chunk-WAYPY35H.js";
import "../chunks/chunk-PW2HHG4G.js";
import "../chunks/chunk-SSUS6WJN.js";
import "../chunks/chunk-I2EO7LXB.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  firstOfBases,
  openSource
};
