import {
  WORKFLOW_LOGIN,
  isBy,
  keyOf,
  lineFingerprints,
  lineMarker,
  memoryMarker,
  readMemory,
  reviewMarker,
  reviewStart,
  summaryMarker
} from "./chunk-KAHHETHD.js";
import "./chunk-TIZTVMQR.js";
import "./chunk-SEWDMQ6Q.js";
export {
  WORKFLOW_LOGIN,
  isBy,
  keyOf,
  lineFingerprints,
  lineMarker,
  memoryMarker,
  readMemory,
  reviewMarker,
  reviewStart,
  summaryMarker
};
