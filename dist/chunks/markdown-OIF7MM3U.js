import {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
} from "./chunk-FGDCX5MQ.js";
import "./chunk-R6GNKOTG.js";
import "./chunk-EFDJGRME.js";
import "./chunk-SWM54LHI.js";
import "./chunk-UY3CTG5A.js";
import "./chunk-5Y2WYTLW.js";
import "./chunk-WNES7MNE.js";
import "./chunk-333AZA4H.js";
import "./chunk-CGJTDVHF.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-KZBERSQA.js";
import "./chunk-GMNFI7ET.js";
import "./chunk-ILHWLAWW.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-TEAISSUY.js";
import "./chunk-W7SFD7U6.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";
export {
  renderMarkdown,
  renderSummaryComment,
  renderUnjudgedComment
};
