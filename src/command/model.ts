import { nearest, shownKey } from '../config/nearest.js';
import { MODEL, REQUIREMENTS } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import { err, ok, type Result } from '../result.js';
import { distinct } from '../collections.js';
import { readArguments, SHARED_OPTIONS } from './arguments.js';
import type { Command, CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';

/** The rows of the tables, with their meaning. */
export const modelCommand: Command = {
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
    const read = readArguments(argv, 'model', OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const { format, output } = values;
    if (format !== 'text' && format !== 'json') return err(`--format takes text, json, not \`${format}\``);
    const rows = rowsNamed(positionals);
    return rows.ok ? writeRows(rows.value, { isWhole: positionals.length > 0, format, output }, world) : rows;
  },
};

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  ...SHARED_OPTIONS,
} as const;

/** Rows by id, or by table; all of them when none is named. */
function rowsNamed(names: readonly string[]): Result<readonly Requirement[], string> {
  if (names.length === 0) return ok(REQUIREMENTS);
  const found: Requirement[] = [];
  for (const name of names) {
    const wanted = name.toUpperCase();
    const rows = REQUIREMENTS.filter(({ id, table }) => id === wanted || `T${table}` === wanted);
    if (rows.length === 0) return err(`there is no row ${shownKey(name)}; ${instead(wanted)}`);
    found.push(...rows);
  }
  return ok(distinct(found));
}

function instead(name: string): string {
  const ids = REQUIREMENTS.map(({ id }) => id);
  const table = MODEL.find((one) => name.startsWith(`T${one.table}.`));
  if (table !== undefined)
    return `Table ${table.table} has T${table.table}.1 to T${table.table}.${table.rows.length}`;
  const meant = nearest(name, ids);
  return meant === undefined ? 'rows are T1.1 to T8.14, tables T1 to T8' : `did you mean ${meant}?`;
}

interface Listing {
  readonly isWhole: boolean;
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
}

async function writeRows(
  rows: readonly Requirement[],
  { isWhole, format, output }: Listing,
  { write, terminal }: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  // Only the format that is asked for is loaded.
  const text =
    format === 'json'
      ? (await import('../format/json/model.js')).renderRowsJson(rows)
      : (await import('../format/text/model.js')).renderRows(rows, isWhole, terminal(output) ?? PLAIN);
  const written = write(text, output);
  return written.ok ? ok(0) : written;
}

const PLAIN = { colors: false };
