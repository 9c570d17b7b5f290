import {
  firstOfBases,
  openSource
} from "./chunk-OF44J2PU.js";
import "./chunk-PW2HHG4G.js";
import "./chunk-SSUS6WJN.js";
import "./chunk-I2EO7LXB.js";
import "./chunk-SEWDMQ6Q.js";
export {
  firstOfBases,
  openSource
};
