import {
  askedWords,
  lotWords,
  reasonWords,
  stateWords
} from "./chunk-SRULVTP6.js";
import {
  TIMES
} from "./chunk-P5RM3VU7.js";
import "./chunk-5Q25F3X5.js";
import "./chunk-NJHCVBUI.js";
import {
  MIN_WIDTH,
  WIDTH
} from "./chunk-3UHMJZTX.js";
import {
  hang,
  pad,
  paintOf,
  widest,
  wrap
} from "./chunk-T6YO773B.js";
import {
  terminalText
} from "./chunk-VBQPEORM.js";
import "./chunk-TBGVZZIH.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import "./chunk-TVK4D2IO.js";
import "./chunk-RRJAT3IB.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-VASI7VMD.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/explain.ts
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
  const words = TIMES.map((time) => terminalText(stateWords(time, states[time])));
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
