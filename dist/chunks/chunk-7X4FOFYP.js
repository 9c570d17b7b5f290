import {
  VALUE_LIMIT,
  openText
} from "./chunk-OR7BGG5Q.js";

// src/format/plain.ts
function rawText(shown) {
  return typeof shown === "string" ? shown : openText(shown);
}
function isBlank(shown) {
  return rawText(shown) === "";
}
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
var BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gu;
var PLAIN_ASCII = /^[ -~]*$/;
var PILED_MARKS = new RegExp("(\\p{M}{4})\\p{M}+", "gu");
function plain(shown, limit = VALUE_LIMIT) {
  const text = rawText(shown);
  const near = text.length > 4 * limit ? text.slice(0, 4 * limit) : text;
  const seen = visible(near.replaceAll(BREAKS, "↵").replaceAll("	", " "));
  if (near === text && seen.length <= limit) return seen;
  const characters = Array.from(seen);
  if (near === text && characters.length <= limit) return seen;
  return `${characters.slice(0, limit - 1).join("")}…`;
}
function plainLines(text) {
  return text.split(BREAKS).map((line) => line.split("	").map(visible).join("	"));
}
function visible(text) {
  if (PLAIN_ASCII.test(text)) return text;
  return text.replaceAll(INVISIBLE, "").replaceAll(PILED_MARKS, "$1");
}

export {
  isBlank,
  plain,
  plainLines
};
