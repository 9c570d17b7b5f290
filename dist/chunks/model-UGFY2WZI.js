import {
  modelWords,
  tableTitle
} from "./chunk-WPHCLYTW.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/model.ts
import { groupBy } from "../core.js";
import { linkOf, tableWith } from "../core.js";
import { rowLink } from "../core.js";
import { hang, inColumns, paintOf, terminalLink } from "../core.js";
import { terminalText } from "../core.js";
import { MIN_WIDTH, WIDTH } from "../core.js";
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
