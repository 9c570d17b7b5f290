import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/model.ts
import { nearest, shownKey } from "../core.js";
import { MODEL, REQUIREMENTS } from "../core.js";
import { err, ok } from "../core.js";
import { distinct } from "../core.js";
import { readArguments, SHARED_OPTIONS } from "../core.js";
var modelCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard model [ROW...] [options]

Lists the rows of the vendor's Tables 1 to 8 that clusters are held against. ROW is the id of one (T1.2) or a table (T1):
of these rows all is said: what they are for, what is seen when they are gone, how far they may be narrowed, and where
the vendor's table is.

  --format FORMAT   text, json; default: text
  --output FILE     write them there instead of to standard output
  --help, --version

exit: 0 listed, 2 no such row
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "model", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const { format, output } = values;
    if (format !== "text" && format !== "json") return err(`--format takes text, json, not \`${format}\``);
    const rows = rowsNamed(positionals);
    return rows.ok ? writeRows(rows.value, { isWhole: positionals.length > 0, format, output }, world) : rows;
  }
};
var OPTIONS = {
  format: { type: "string", default: "text" },
  output: { type: "string" },
  ...SHARED_OPTIONS
};
function rowsNamed(names) {
  if (names.length === 0) return ok(REQUIREMENTS);
  const found = [];
  for (const name of names) {
    const wanted = name.toUpperCase();
    const rows = REQUIREMENTS.filter(({ id, table }) => id === wanted || `T${table}` === wanted);
    if (rows.length === 0) return err(`there is no row ${shownKey(name)}; ${instead(wanted)}`);
    found.push(...rows);
  }
  return ok(distinct(found));
}
function instead(name) {
  const ids = REQUIREMENTS.map(({ id }) => id);
  const table = MODEL.find((one) => name.startsWith(`T${one.table}.`));
  if (table !== void 0)
    return `Table ${table.table} has T${table.table}.1 to T${table.table}.${table.rows.length}`;
  const meant = nearest(name, ids);
  return meant === void 0 ? "rows are T1.1 to T8.14, tables T1 to T8" : `did you mean ${meant}?`;
}
async function writeRows(rows, { isWhole, format, output }, { write, terminal }) {
  const text = format === "json" ? (await import("../chunks/model-LWXGFQCK.js")).renderRowsJson(rows) : (await import("../chunks/model-UGFY2WZI.js")).renderRows(rows, isWhole, terminal(output) ?? PLAIN);
  const written = write(text, output);
  return written.ok ? ok(0) : written;
}
var PLAIN = { colors: false };
export {
  modelCommand
};
