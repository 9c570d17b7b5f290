import {
  say,
  toText
} from "./chunk-Q3OOR6JC.js";

// src/report/words/place-words.ts
function placeNotes({ place, unplaced }) {
  const { isBase = false, block, call } = place ?? {};
  return [
    ...isBase ? [toText("at the base revision")] : [],
    ...block === void 0 ? [] : [toText(`its block: ${spotText(block)}`)],
    ...call === void 0 ? [] : [toText(`called in ${spotText(call)}`)],
    ...unplaced === void 0 ? [] : [say`no line: ${unplaced}`]
  ];
}
function spotText({ file, line }) {
  return `${file}:${line}`;
}

export {
  placeNotes
};
