import {
  renderMarkdown,
  renderSummaryComment
} from "../chunks/chunk-R2U5IKOY.js";
import "../chunks/chunk-XEKRDPX6.js";
import "../chunks/chunk-J44IHLJW.js";
import "../chunks/chunk-BPHTC5HE.js";
import "../chunks/chunk-5Y2WYTLW.js";
import "../chunks/chunk-R2SAQLJI.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
