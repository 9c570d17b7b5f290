import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-IDLTCZPZ.js";
import "./chunk-O2YJO7VK.js";
import "./chunk-ZHBXVDKS.js";
import "./chunk-RATHH7GC.js";
import "./chunk-KPKQL7XY.js";
import "./chunk-OCJEMXJ2.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
