// src/format/escape-html.ts
import { must } from "../core.js";
import { plain } from "../core.js";
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text, limit) {
  return plain(text, limit).replaceAll(
    /[&<>"']/g,
    (character) => must(ENTITIES[character], "each of them has an entity")
  );
}

export {
  escapeHtml
};
