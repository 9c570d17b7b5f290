import {
  readMaker,
  repeatedBlock
} from "./chunk-5BXDNEH3.js";
import "./chunk-VQXWR3FU.js";
import "./chunk-NUQT56WP.js";
import "./chunk-OF44J2PU.js";
import "./chunk-PW2HHG4G.js";
import "./chunk-SSUS6WJN.js";
import "./chunk-I2EO7LXB.js";
import "./chunk-SEWDMQ6Q.js";
export {
  readMaker,
  repeatedBlock
};
