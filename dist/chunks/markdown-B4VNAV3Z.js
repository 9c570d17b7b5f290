import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-OYYJ5NCU.js";
import "./chunk-V73UUCDM.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-J44IHLJW.js";
import "./chunk-BPHTC5HE.js";
import "./chunk-R2SAQLJI.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
