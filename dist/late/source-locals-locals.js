import {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
} from "../chunks/chunk-54ZHGCL3.js";
import "../chunks/chunk-NUQT56WP.js";
import "../chunks/chunk-I2EO7LXB.js";
import "../chunks/chunk-SEWDMQ6Q.js";
export {
  dataExpr,
  parseExpression,
  planWithSource,
  sourceExpressions
};
