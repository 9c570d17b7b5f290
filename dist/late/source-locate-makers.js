import {
  readMaker,
  repeatedBlock
} from "../chunks/chunk-7TRG4FCZ.js";
import "../chunks/chunk-B2WY775G.js";
import "../chunks/chunk-WAYPY35H.js";
import "../chunks/chunk-PW2HHG4G.js";
import "../chunks/chunk-NUQT56WP.js";
import "../chunks/chunk-SSUS6WJN.js";
import "../chunks/chunk-I2EO7LXB.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  readMaker,
  repeatedBlock
};
