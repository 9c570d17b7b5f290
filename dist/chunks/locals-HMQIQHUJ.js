import {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
} from "./chunk-54ZHGCL3.js";
import "./chunk-NUQT56WP.js";
import "./chunk-I2EO7LXB.js";
import "./chunk-SEWDMQ6Q.js";
export {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
};
