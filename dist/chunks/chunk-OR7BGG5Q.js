import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/words/text.ts
var characters = /* @__PURE__ */ Symbol("characters");
var VALUE_LIMIT = 300;
function shownValue(value) {
  return cutAt(value, VALUE_LIMIT);
}
function cutAt(text, limit) {
  if (text.length <= limit) return text;
  const near = Array.from(text.slice(0, 2 * limit));
  const isWhole = near.length <= limit && text.length <= 2 * limit;
  return isWhole ? text : `${near.slice(0, limit - 1).join("")}…`;
}
var TEXT_LIMIT = 2e3;
var LONG_VALUES = new RegExp(`[^\\s\`]{${VALUE_LIMIT + 1},}`, "gu");
function toText(words) {
  if (words.length <= VALUE_LIMIT) return { [characters]: words };
  return { [characters]: cutAt(words.replaceAll(LONG_VALUES, shownValue), TEXT_LIMIT) };
}
function say(words, ...parts) {
  return {
    [characters]: words.reduce((whole, word, index) => {
      const part = must(parts[index - 1], "between two words there is a part");
      return whole + (typeof part === "object" ? part[characters] : shownValue(String(part))) + word;
    })
  };
}
function joined(texts, between) {
  return { [characters]: texts.map((text) => text[characters]).join(between) };
}
function asSentence(text) {
  return /[.!?]$/.test(text[characters]) ? text : say`${text}.`;
}
function openText(text) {
  return text[characters];
}

export {
  VALUE_LIMIT,
  shownValue,
  toText,
  say,
  joined,
  asSentence,
  openText
};
