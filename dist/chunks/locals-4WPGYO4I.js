import {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
} from "./chunk-KFDFJTE6.js";
import "./chunk-FUZ7FKQS.js";
import "./chunk-NUQT56WP.js";
import "./chunk-SKTNU4SW.js";
import "./chunk-SEWDMQ6Q.js";
export {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
};
