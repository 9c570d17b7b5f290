import {
  VERSION
} from "./chunk-3WA5LAVB.js";

// src/report/links.ts
var HOME = "https://github.com/OWNER/cce-plan-guard";
var DOCUMENTS = `${HOME}/blob/v${VERSION}/docs`;
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
  HOME,
  checkLink,
  rowLink
};
