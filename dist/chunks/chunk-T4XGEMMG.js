// src/report/report.ts
var NO_PLACE = {
  file: null,
  line: null,
  endLine: null,
  isBase: false,
  block: null,
  call: null,
  unplaced: null
};

export {
  NO_PLACE
};
