// src/format/json-text.ts
var INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
function jsonText(value) {
  return `${visibleJson(JSON.stringify(value, void 0, 2))}
`;
}
function visibleJson(json) {
  return json.replaceAll(INVISIBLE, escaped);
}
function escaped(character) {
  return character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

export {
  jsonText,
  visibleJson
};
