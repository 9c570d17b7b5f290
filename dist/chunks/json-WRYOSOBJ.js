import "./chunk-SEWDMQ6Q.js";

// src/format/json/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, void 0, 2)}
`;
}
export {
  renderJson
};
