import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-GD2CJEJ6.js";
import "./chunk-CUCUTW4I.js";
import "./chunk-J44IHLJW.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-BPHTC5HE.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
