// src/report/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, void 0, 2)}
`;
}

export {
  renderJson
};
