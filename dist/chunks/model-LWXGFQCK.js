import {
  modelWords
} from "./chunk-WPHCLYTW.js";
import {
  jsonText
} from "./chunk-JAOPD57T.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/model.ts
import { linkOf, tableWith } from "../core.js";
import { rowLink } from "../core.js";
import { openText } from "../core.js";
function renderRowsJson(rows) {
  return jsonText({ version: 1, rows: rows.map(rowJson) });
}
function rowJson(row) {
  const { id, direction, protocol, ports, peer, suggestion } = row;
  const { title, role, networkModel } = tableWith(row);
  const { floor, purpose, impact, notes } = modelWords(row);
  return {
    ...{ id, title, role, networkModel, direction, protocol },
    ports: ports === "all" ? "all" : ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`,
    ...{ peer, suggestion },
    floor: openText(floor),
    purpose: openText(purpose),
    impact: openText(impact),
    notes: notes.map(openText),
    page: linkOf(row),
    docs: rowLink(row)
  };
}
export {
  renderRowsJson
};
