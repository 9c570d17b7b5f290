import {
  plain
} from "./chunk-7X4FOFYP.js";

// src/format/text/terminal-text.ts
var LIMIT = 240;
var LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;
function terminalText(text, limit = LIMIT) {
  return plain(text, limit).replaceAll(
    LOG_COMMAND,
    (command) => command.replace(/::|##/, ([sign = ""]) => `${sign} ${sign}`)
  );
}

export {
  terminalText
};
