import {
  toText
} from "./chunk-OR7BGG5Q.js";

// src/report/words/place-words.ts
function placeNotes({ place }) {
  const { isBase = false, block, call } = place ?? {};
  return [
    ...isBase ? [toText("at the base revision")] : [],
    ...block === void 0 ? [] : [toText(`its block: ${spotText(block)}`)],
    ...call === void 0 ? [] : [toText(`called in ${spotText(call)}`)]
  ];
}
function spotText({ file, line }) {
  return `${file}:${line}`;
}

export {
  placeNotes
};
