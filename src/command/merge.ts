import { readBytes } from '../edge/files.js';
import { beginPeers } from '../net/peers.js';
import { err, ok, type Result } from '../result.js';
import { joinedReports, type JoinedReport, type JoinOptions, type Shard } from '../report/joined.js';
import { VERSION } from '../version.js';
import {
  FORMAT_NAMES,
  LEVEL_NAMES,
  readArguments,
  REPORT_OPTIONS,
  type ReportNamed,
  reportNamed,
  SHARED_OPTIONS,
  shownFile,
  spares,
} from './arguments.js';
import { renderOf } from './check.js';
import type { Command, CommandWorld } from './command.js';
import type { ExitStatus } from './exit-status.js';
import { NOTE_OPTION, type NoteWanted, putNoteOf, withNote } from './gitlab-note.js';
import { plansFound } from './plans-found.js';
import { writeForms } from './write-forms.js';

/** Puts reports of several runs together. */
export const mergeCommand: Command = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard merge REPORT... [options]

Puts the reports of several runs together: what one run over all of their plans says, if none of them needs to know
another. REPORT is what \`check --format json\` writes; a folder stands for the .json files in it, a glob in quotes for
what it finds. Their order does not matter, and a plan that several of them have counts once.

  --expect NAME,... plans that must be there, by label or path; may be given again
  --allow-missing   tell of those that are not there, and do not fail because of them
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: as the reports were judged
  --gitlab-note     in a pipeline of a merge request of GitLab: bring one note on it up to date, with the token in
                    GITLAB_TOKEN. Whether that works does not change the exit status
  --label NAME      a name for that note: another merge of the same merge request needs another one
  --quiet, -q       print nothing; files are written, and the exit status tells
  --color WHEN      always, never, auto; default: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, or no report of a plan that must be there, 2 could not read
`,
  run: async (argv, world) => {
    const read = readArguments(argv, 'merge', OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    if (positionals.length === 0) return err(NO_REPORT);
    const named = reportNamed(values);
    if (!named.ok) return named;
    const expected = (values.expect ?? []).flatMap((names) => names.split(',')).map((name) => name.trim());
    if (expected.includes('')) return err('--expect has an empty name: perhaps a variable is not set');
    const note = { writesNote: values['gitlab-note'], label: named.value.label };
    return withNote(note, world, () => {
      const options = { failOn: named.value.failOn, expected, mayLack: values['allow-missing'] };
      return merge(positionals, { ...named.value, ...note }, options, world);
    });
  },
};

const { format, output, report, 'fail-on': failOn, label, quiet, color } = REPORT_OPTIONS;
const OPTIONS = {
  expect: { type: 'string', multiple: true },
  'allow-missing': { type: 'boolean', default: false },
  ...{ format, output, report, 'fail-on': failOn, label, quiet, color },
  ...NOTE_OPTION,
  ...SHARED_OPTIONS,
} as const;

const NO_REPORT =
  'no report is named; write: cce-plan-guard merge REPORT..., the JSON reports of several runs';

async function merge(
  names: readonly string[],
  named: ReportNamed & NoteWanted,
  options: JoinOptions,
  world: CommandWorld,
): Promise<Result<ExitStatus, string>> {
  const found = await plansFound(names, 'report');
  if (!found.ok) return found;
  const spared = spares(named.output, found.value, named.reports);
  if (!spared.ok) return spared;
  const joined = await joinedFiles(
    found.value.map((file) => ({ name: shownFile(file), file })),
    options,
  );
  if (!joined.ok) return joined;
  const written = await writeForms(named, renderJoined(joined.value), world);
  if (!written.ok) return written;
  await putNoteOf(joined.value.report, named, world);
  return ok(joined.value.report.conclusion === 'pass' ? 0 : 1);
}

/** Writes what was put together as any other report. */
export function renderJoined({ report, failOn, fallbackFile }: JoinedReport): ReturnType<typeof renderOf> {
  return renderOf(report, { version: VERSION, failOn, fallbackFile });
}

/** The reports of these files, put together. The error is one line for people. */
export async function joinedFiles(
  files: readonly { readonly name: string; readonly file: string }[],
  options: JoinOptions,
): Promise<Result<JoinedReport, string>> {
  const { readShard } = await import('../format/json/values/read.js');
  const { planText } = await import('../format/json/values/values.js');
  beginPeers();
  const shards: Shard[] = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, 'report');
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const shard = readShard(new TextDecoder().decode(bytes.value), name);
    if (!shard.ok) return err(`${name} ${shard.error}`);
    shards.push(shard.value);
  }
  const [first, ...others] = shards;
  return first === undefined ? err(NO_REPORT) : joinedReports([first, ...others], options, planText);
}
