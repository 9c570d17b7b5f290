import {
  modelWords
} from "./chunk-XAUM7GXD.js";
import {
  jsonText
} from "./chunk-JGPNJ2IZ.js";
import {
  rowLink
} from "./chunk-TVK4D2IO.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-W55LG4YV.js";
import {
  openText
} from "./chunk-OR7BGG5Q.js";
import {
  linkOf,
  tableWith
} from "./chunk-XR7GB23Z.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/model.ts
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
