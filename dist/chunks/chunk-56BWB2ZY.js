// src/format/plain.ts
var VALUE_LIMIT = 300;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
var BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gu;
var PILED_MARKS = new RegExp("(\\p{M}{4})\\p{M}+", "gu");
function plain(text, limit = VALUE_LIMIT) {
  const near = text.length > 4 * limit ? text.slice(0, 4 * limit) : text;
  const shown = Array.from(visible(near.replaceAll(BREAKS, "↵").replaceAll("	", " ")));
  if (shown.length <= limit && near === text) return shown.join("");
  return `${shown.slice(0, limit - 1).join("")}…`;
}
function plainLines(text) {
  return text.split(BREAKS).map((line) => line.split("	").map(visible).join("	"));
}
function visible(text) {
  return text.replaceAll(INVISIBLE, "").replaceAll(PILED_MARKS, "$1");
}

// src/report/place-notes.ts
function placeNotes({ isBase, block, call, unplaced }) {
  return [
    ...isBase ? ["at the base revision"] : [],
    ...block === null ? [] : [`its block: ${spotText(block)}`],
    ...call === null ? [] : [`called in ${spotText(call)}`],
    ...unplaced === null ? [] : [`no line: ${unplaced}`]
  ];
}
function spotText({ file, line }) {
  return `${file}:${line}`;
}
function isInCheckout({ file, isBase }) {
  return file !== null && !isBase;
}

export {
  plain,
  plainLines,
  placeNotes,
  isInCheckout
};
