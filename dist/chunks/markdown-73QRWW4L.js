import {
  renderMarkdown,
  renderSummaryComment
} from "./chunk-HTD7LGSO.js";
import "./chunk-YN4SA63F.js";
import "./chunk-VA2YKVBS.js";
import "./chunk-MZP7TGJR.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-4SFPHCM4.js";
import "./chunk-CMSBZHIP.js";
import "./chunk-KYJ5G7YN.js";
import "./chunk-G4GG24LJ.js";
import "./chunk-MQCAGMGF.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CPKAFI3T.js";
import "./chunk-ZRJR77UY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment
};
