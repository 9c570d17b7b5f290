import {
  readMaker,
  repeatedBlock
} from "../chunks/chunk-WJL552I6.js";
import "../chunks/chunk-J7WZBLLG.js";
import "../chunks/chunk-OF44J2PU.js";
import "../chunks/chunk-PW2HHG4G.js";
import "../chunks/chunk-NUQT56WP.js";
import "../chunks/chunk-SSUS6WJN.js";
import "../chunks/chunk-I2EO7LXB.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  readMaker,
  repeatedBlock
};
