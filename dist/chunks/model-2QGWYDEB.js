import {
  modelWords,
  tableTitle
} from "./chunk-XAUM7GXD.js";
import {
  MIN_WIDTH,
  WIDTH
} from "./chunk-3UHMJZTX.js";
import {
  hang,
  inColumns,
  paintOf,
  terminalLink
} from "./chunk-T6YO773B.js";
import {
  terminalText
} from "./chunk-VBQPEORM.js";
import "./chunk-TBGVZZIH.js";
import "./chunk-P6W4EXMX.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import {
  rowLink
} from "./chunk-TVK4D2IO.js";
import "./chunk-RRJAT3IB.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import {
  linkOf,
  tableWith
} from "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import {
  groupBy
} from "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/model.ts
function renderRows(rows, isWhole, { colors, width = WIDTH, links }) {
  const page = { paint: paintOf(colors), link: terminalLink(links), columns: Math.max(MIN_WIDTH, width) };
  const { paint } = page;
  const tables = [...groupBy(rows, ({ table }) => table).values()];
  const parts = tables.map((some) => {
    const [first] = some;
    const title = paint.strong(terminalText(tableTitle(tableWith(first))));
    return [title, ...isWhole ? some.flatMap((row) => wholeRow(row, page)) : rowList(some)];
  });
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function rowList(rows) {
  const words = rows.map(modelWords);
  return inColumns([
    rows.map(({ id }) => `  ${id}`),
    words.map(({ traffic }) => terminalText(traffic)),
    words.map(({ peer }) => terminalText(peer)),
    words.map(({ suggestion }) => terminalText(suggestion))
  ]);
}
function wholeRow(row, { paint, link, columns }) {
  const { traffic, peer, suggestion, floor, purpose, impact, notes } = modelWords(row);
  const told = [
    ["what for", purpose],
    ["if gone", impact],
    ["the page", suggestion],
    ["floor", floor],
    ...notes.map((note) => ["note", note])
  ];
  return [
    "",
    `  ${paint.strong(link(row.id, rowLink(row)))}   ${terminalText(traffic)} ${terminalText(peer)}`,
    ...told.flatMap(([label, text]) => hang(`    ${label.padEnd(11)}`, terminalText(text, LENGTH), columns)),
    `    ${"table".padEnd(11)}${paint.weak(link(linkOf(row), linkOf(row)))}`
  ];
}
var LENGTH = 600;
export {
  renderRows
};
