import {
  VERSION
} from "./chunk-3WA5LAVB.js";

// src/report/links.ts
var DOCUMENTS = `https://github.com/OWNER/cce-plan-guard/blob/v${VERSION}/docs`;
function checkLink({ id }) {
  return `${DOCUMENTS}/checks/${id}.md`;
}
function rowLink({ id }) {
  return `${DOCUMENTS}/rows.md#${rowAnchor({ id })}`;
}
function rowAnchor({ id }) {
  return id.toLowerCase().replace(".", "");
}

export {
  checkLink,
  rowLink
};
