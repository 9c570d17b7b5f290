import {
  askedWords,
  lotWords,
  reasonWords,
  stateWords
} from "./chunk-UDUHDTRI.js";
import {
  TIMES
} from "./chunk-JWOSOKBN.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/explain.ts
import { must } from "../core.js";
import { hang, pad, paintOf, widest, wrap } from "../core.js";
import { terminalText } from "../core.js";
import { MIN_WIDTH, WIDTH } from "../core.js";
function renderExplanation(explanation, { colors, width = WIDTH }) {
  const paint = paintOf(colors);
  const columns = Math.max(MIN_WIDTH, width);
  const [head, ...more] = wrap(terminalText(askedWords(explanation)), columns);
  const { parts } = explanation;
  const body = parts.length === 0 ? [["  nothing is asked: one of the ends has no address and no group at any time"]] : parts.map((part) => [
    ...parts.length > 1 ? wrap(terminalText(lotWords(part), PART_LENGTH), columns - 2).map((line) => `  ${line}`) : [],
    ...partLines(part, parts.length > 1 ? "    " : "  ", { paint, columns })
  ]);
  const paragraphs = [[head, ...more].map(paint.strong), ...body];
  return `${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var PART_LENGTH = 400;
var REASON_LENGTH = 600;
var COLORS = {
  allowed: "good",
  dropped: "critical",
  undecided: "warning",
  absent: "weak"
};
function partLines(part, indent, { paint, columns }) {
  const { states } = part;
  const words = TIMES.map((time) => terminalText(stateWords(part, time)));
  const width = widest(words);
  let last = "";
  return TIMES.flatMap((time, i) => {
    const state = must(words[i], "a word a time");
    const reasons = reasonWords(part, time).map((reason) => terminalText(reason, REASON_LENGTH));
    const said = [state, ...reasons].join("\n");
    const shown = said === last ? ["as before"] : reasons;
    last = said;
    const lead = `${indent}${pad(time, 9)}${pad(state, width + 3)}`;
    const lines = shown.flatMap(
      (reason, at) => hang(at === 0 ? lead : " ".repeat(lead.length), reason, columns)
    );
    const [first = lead.trimEnd(), ...others] = lines;
    return [first.replace(state, () => paint[COLORS[states[time]]](state)), ...others];
  });
}
export {
  renderExplanation
};
